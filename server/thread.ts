/**
 * Work that would keep everybody else waiting, done in a thread of its own. One at a time for each kind of work, so that
 * impatience does not take the machine.
 */
import { parentPort, Worker } from 'node:worker_threads';
import { type BirpcReturn, createBirpc } from 'birpc';

const END = 'end';

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
    await endThread(worker);
  }
}

/** Said to it, and waited for: a thread that is torn down from outside may be in native code, and take the process along. */
export async function endThread(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return;
  const exit = new Promise((exited) => worker.once('exit', exited));
  worker.postMessage(END);
  await exit;
}

/** In the thread: answers what it is asked, until it is told to end. `bind` as birpc has it. */
export function answerAsThread(functions: object, bind: 'rpc' | 'functions' = 'rpc'): void {
  const port = parentPort;
  if (port === null) throw new Error('this is a thread, and somebody has to start it');
  createBirpc<object, object>(functions, {
    bind,
    post: (message) => port.postMessage(message),
    on: (asked) =>
      port.on('message', (message) => {
        if (message === END) port.close();
        else asked(message);
      }),
  });
}
