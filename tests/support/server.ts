/** A whole server in this process, on its own port, over a real SQLite file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, makeApp } from '../../server/app.ts';
import { KEEP_MS } from '../../server/environment.ts';
import { backupsEraser } from '../../server/erasing/backups-eraser.ts';
import { makeLogger } from '../../server/logging.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';

export const KEY = 'the-key-of-the-tests';
export const log = makeLogger(process.env.TEST_LOG ?? 'silent');

export async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'es-server-'));
}

export interface TestServer {
  readonly url: string;
  readonly app: App;
  readonly store: EventStore;
  readonly folder: string;
  /** Shuts down as on SIGTERM; the folder stays. */
  stop(): Promise<void>;
}

export interface TestServerOptions {
  readonly folder?: string;
  readonly now?: () => number;
  readonly botPace?: number;
  readonly trustProxy?: string | number;
  /** Practices per network and hour. */
  readonly practices?: number;
  /** Wraps the store. */
  readonly wrap?: (store: EventStore) => EventStore;
}

const folders: string[] = [];
const running: TestServer[] = [];

export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? (await newFolder());
  folders.push(folder);
  const opened = await openSqliteStore(join(folder, 'street.db'), log);
  const store = options.wrap?.(opened) ?? opened;
  const app = makeApp({
    store,
    instructorKey: KEY,
    log,
    pages: join(import.meta.dirname, 'pages'),
    botPace: options.botPace ?? 0,
    keepMs: KEEP_MS,
    eraseBackups: backupsEraser(join(folder, 'street.db'), log),
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.practices === undefined ? {} : { practices: options.practices }),
    ...(options.trustProxy === undefined ? {} : { trustProxy: options.trustProxy }),
  });
  const port = await app.listen(0, '127.0.0.1');
  let stopped: Promise<void> | undefined;
  const server: TestServer = {
    url: `http://127.0.0.1:${port}`,
    app,
    store,
    folder,
    stop() {
      stopped ??= app.close().then(() => opened.close());
      return stopped;
    },
  };
  running.push(server);
  return server;
}

/** Call in `afterEach` or `afterAll`. */
export async function stopServers(): Promise<void> {
  for (const server of running.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}
