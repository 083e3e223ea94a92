/**
 * Files of an export, made in a thread of their own: to read and fold forty districts takes a good part of a second, in
 * which no other class would be answered. One at a time, so that impatience does not take the machine.
 */
import { Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import type { ClassState } from '../classroom/class-state.ts';
import type { MadeFile } from './files.ts';
import type { DistrictRecord } from './source.ts';

export interface ExportTask {
  readonly file: MadeFile;
  readonly state: ClassState;
  readonly records: readonly DistrictRecord[];
  readonly named: boolean;
}

/** What the thread is asked. */
export interface ExportThread {
  readonly make: (task: ExportTask) => Promise<string | Uint8Array>;
}

let last: Promise<unknown> = Promise.resolve();

export function exportApart(task: ExportTask): Promise<string | Uint8Array> {
  const made = last.then(() => make(task));
  last = made.catch(() => undefined);
  return made;
}

async function make(task: ExportTask): Promise<string | Uint8Array> {
  const worker = new Worker(new URL('./export-thread.ts', import.meta.url), {
    // Not the process's own: what it was started with may mean nothing to a thread.
    execArgv: [],
  });
  const thread = createBirpc<ExportThread>(
    {},
    {
      post: (message) => worker.postMessage(message),
      on: (answer) => worker.on('message', answer),
      timeout: -1,
    },
  );
  worker.once('error', (error) => thread.$close(error instanceof Error ? error : new Error(String(error))));
  worker.once('exit', (code) => thread.$close(new Error(`the thread of an export ended with ${code}`)));
  try {
    return await thread.make(task);
  } finally {
    await worker.terminate();
  }
}
