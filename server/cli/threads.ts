/**
 * Spreads work over worker threads. Tasks and results are plain data, and results keep the order of the tasks, so any
 * number of threads gives the same outcome.
 */
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { wholeNumber } from './terminal.ts';
import type * as work from './work.ts';

type WorkName = keyof typeof work;
type TaskOf<Name extends WorkName> = Parameters<(typeof work)[Name]>[0];
type AnswerOf<Name extends WorkName> = ReturnType<(typeof work)[Name]>;
type Work = { readonly [Name in WorkName]: (task: TaskOf<Name>) => AnswerOf<Name> };

/** `--jobs`, by default all processors. */
export function jobsFrom(text: string | undefined): number {
  return wholeNumber('jobs', text, availableParallelism(), 1);
}

/** Runs the named function of `work.ts` on each task; `onDone` is called after each result. */
export async function onThreads<Name extends WorkName>(
  jobs: number,
  name: Name,
  tasks: readonly TaskOf<Name>[],
  onDone: (answer: AnswerOf<Name>) => void,
): Promise<readonly AnswerOf<Name>[]> {
  const threads = Math.min(jobs, tasks.length);
  if (threads === 1) return inPlace(name, tasks, onDone);
  const pool = new Tinypool({
    filename: new URL('./work.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
  });
  try {
    return await Promise.all(
      tasks.map(async (task) => {
        const answer: AnswerOf<Name> = await pool.run(task, { name });
        onDone(answer);
        return answer;
      }),
    );
  } finally {
    await pool.destroy();
  }
}

/** Runs in this thread. A worker of its own would start the program a second time. */
async function inPlace<Name extends WorkName>(
  name: Name,
  tasks: readonly TaskOf<Name>[],
  onDone: (answer: AnswerOf<Name>) => void,
): Promise<readonly AnswerOf<Name>[]> {
  const work: Work = await import('./work.ts');
  return tasks.map((task) => {
    const answer: AnswerOf<Name> = work[name](task);
    onDone(answer);
    return answer;
  });
}
