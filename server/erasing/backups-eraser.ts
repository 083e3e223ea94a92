/** Rewrites backups in a worker thread: they may be as large as the store, and classes go on meanwhile. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Logger } from '../logging.ts';
import type { ErasedBackups } from './backups.ts';

export interface BackupsTask {
  readonly store: string;
  readonly logLevel: string;
}

/** One at a time, because two would lock each other out of a file. */
export function backupsEraser(store: string, log: Logger): () => Promise<ErasedBackups> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const erased = last.then(() => erase({ store, logLevel: log.level }));
    last = erased.catch(() => undefined);
    return erased;
  };
}

async function erase(task: BackupsTask): Promise<ErasedBackups> {
  // A worker does not understand all of the process's own arguments.
  const worker = new Worker(new URL('./backups-thread.ts', import.meta.url), { execArgv: [], workerData: task });
  // Waits for the worker's own exit, so that its native handles close in order. Both events are awaited from the start,
  // since they may come in one turn.
  const [[answer]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  return answer as ErasedBackups;
}
