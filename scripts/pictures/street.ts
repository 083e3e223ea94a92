/** A server on its own folder that can be stopped and restarted. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp } from '../../server/app.ts';
import { KEEP_MS } from '../../server/environment.ts';
import { makeLogger } from '../../server/logging.ts';
import { openClass, sendDeskRequest } from '../../server/robots/classroom.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import type { OpenClassAnswer } from '../../shared/protocol/class-http.ts';
import type { DeskRequestAction } from '../../shared/protocol/class-room.ts';
import type { OpenRequest } from '../../shared/protocol/setup.ts';

export const KEY = 'the-key-of-the-pictures';

export interface Street {
  readonly url: string;
  openClass(request: OpenRequest): Promise<OpenClassAnswer>;
  ask(classId: string, action: DeskRequestAction): Promise<void>;
  /** Stops the server while `act` runs. */
  without(act: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** `pages`: folder of the built client. */
export async function openStreet(pages: string): Promise<Street> {
  const folder = await mkdtemp(join(tmpdir(), 'es-street-'));
  const log = makeLogger('error');

  const start = async (port: number) => {
    const store = await openSqliteStore(join(folder, 'street.db'), log);
    const app = makeApp({ store, instructorKey: KEY, log, pages, botPace: 0, keepMs: KEEP_MS });
    const listening = await app.listen(port, '127.0.0.1');
    return { port: listening, stop: () => app.close().then(() => store.close()) };
  };
  let running = await start(0);
  const url = `http://127.0.0.1:${running.port}`;

  return {
    url,
    openClass: (request) => openClass(url, KEY, request),
    async ask(classId, action) {
      const answer = await sendDeskRequest(url, KEY, classId, action);
      if (!answer.ok) throw new Error(`the desk refused ${action.type}: ${answer.refused}`);
    },
    async without(act) {
      await running.stop();
      try {
        await act();
      } finally {
        running = await start(running.port);
      }
    },
    async close() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
