/** A whole server over a SQLite store whose handle the test holds, with an adjustable clock. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type App, makeApp } from '../../server/app.ts';
import { steadyClock } from '../../server/clock.ts';
import { KEEP_MS } from '../../server/environment.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { sqliteStoreOn } from '../../server/storage/sqlite.ts';
import { KEY, log, newFolder } from '../support/server.ts';

export interface Town {
  readonly url: string;
  readonly app: App;
  readonly store: EventStore;
  /** The store's own connection: faults injected here hit the server. */
  readonly database: Database.Database;
  /** Moves the server's wall clock forward or back. */
  pushClock(ms: number): void;
  dispose(): Promise<void>;
}

export interface TownOptions {
  /** Wraps the store. */
  readonly between?: (store: EventStore) => EventStore;
  /** Uses `main.ts`'s clock, which reads the wall clock once. */
  readonly steady?: boolean;
}

export async function buildTown({ between = (store) => store, steady = false }: TownOptions = {}): Promise<Town> {
  const folder = await newFolder();
  const database = new Database(join(folder, 'street.db'));
  const store = await sqliteStoreOn(database, log);
  let pushed = 0;
  const wall = () => Date.now() + pushed;
  const app = makeApp({
    store: between(store),
    instructorKey: KEY,
    log,
    pages: join(import.meta.dirname, '../support/pages'),
    botPace: 0,
    keepMs: KEEP_MS,
    now: steady ? steadyClock(wall) : wall,
  });
  const port = await app.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    app,
    store,
    database,
    pushClock(ms) {
      pushed += ms;
    },
    async dispose() {
      await app.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A store whose appends take `ms()` longer. */
export function slowed(store: EventStore, ms: () => number): EventStore {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'append') {
        return async (...args: Parameters<EventStore['append']>) => {
          const wait = ms();
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
          return target.append(...args);
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
