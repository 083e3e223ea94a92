/** Backups are read and rewritten in a thread of its own: they may be as large as the store, and classes go on meanwhile. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Logger } from '../logging.ts';
import type { ErasedBackups } from './backups.ts';

export interface BackupsTask {
  readonly store: string;
  readonly logLevel: string;
}

/** One at a time: two would lock each other out of the same file. */
export function backupsEraser(store: string, log: Logger): () => Promise<ErasedBackups> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const erased = last.then(() => erase({ store, logLevel: log.level }));
    last = erased.catch(() => undefined);
    return erased;
  };
}

async function erase(task: BackupsTask): Promise<ErasedBackups> {
  // Not the process's own arguments: what it was started with may mean nothing to a thread.
  const worker = new Worker(new URL('./backups-thread.ts', import.meta.url), { execArgv: [], workerData: task });
  // It ends by itself, so that what it opened in native code is closed in order. Both are waited for from the start: of
  // one that ends at once the answer and the end come in one turn.
  const [[answer]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  return answer as ErasedBackups;
}
