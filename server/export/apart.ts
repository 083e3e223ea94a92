/**
 * Files of an export, made in a thread of their own: to read and fold forty districts takes a good part of a second, in
 * which no other class would be answered. One at a time, so that impatience does not take the machine.
 */
import { Worker } from 'node:worker_threads';
import type { ClassState } from '../classroom/class-state.ts';
import type { MadeFile } from './files.ts';
import type { DistrictRecord } from './source.ts';

export interface ExportTask {
  readonly file: MadeFile;
  readonly state: ClassState;
  readonly records: readonly DistrictRecord[];
  readonly named: boolean;
}

let last: Promise<unknown> = Promise.resolve();

export function exportApart(task: ExportTask): Promise<string | Uint8Array> {
  const made = last.then(() => make(task));
  last = made.catch(() => undefined);
  return made;
}

function make(task: ExportTask): Promise<string | Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./export-thread.ts', import.meta.url), {
      // Not the process's own: what it was started with may mean nothing to a thread.
      execArgv: [],
      workerData: task,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread of an export ended with ${code}`)));
  });
}
