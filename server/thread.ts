/**
 * Work that would keep everybody else waiting, done in a thread of its own. One at a time for each kind of work, so that
 * impatience does not take the machine.
 */
import { Worker } from 'node:worker_threads';
import { type BirpcReturn, createBirpc } from 'birpc';

/** `url`: of the thread's module, which answers the functions of `Thread`. */
export function inTurn<Thread extends object>(
  url: URL,
): <Made>(work: (thread: BirpcReturn<Thread, object>) => Promise<Made>) => Promise<Made> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const made = last.then(() => apart(url, work));
    last = made.catch(() => undefined);
    return made;
  };
}

async function apart<Thread extends object, Made>(
  url: URL,
  work: (thread: BirpcReturn<Thread, object>) => Promise<Made>,
): Promise<Made> {
  const worker = new Worker(url, {
    // Not the process's own: what it was started with may mean nothing to a thread.
    execArgv: [],
  });
  const thread = createBirpc<Thread>(
    {},
    {
      post: (message) => worker.postMessage(message),
      on: (answer) => worker.on('message', answer),
      timeout: -1,
    },
  );
  worker.once('error', (error) => thread.$close(error instanceof Error ? error : new Error(String(error))));
  worker.once('exit', (code) => thread.$close(new Error(`a thread ended with ${code}`)));
  try {
    return await work(thread);
  } finally {
    await worker.terminate();
  }
}
