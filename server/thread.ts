/**
 * Runs heavy work in a worker thread, one task at a time per kind, so that repeated requests do not overload the
 * machine.
 */
import { parentPort, Worker } from 'node:worker_threads';
import { type BirpcReturn, createBirpc } from 'birpc';

const END = 'end';

/** `url`: the thread's module, which implements `Thread`. */
export function threadQueue<Thread extends object>(
  url: URL,
): <Made>(work: (thread: BirpcReturn<Thread, object>) => Promise<Made>) => Promise<Made> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const made = last.then(() => inThread(url, work));
    last = made.catch(() => undefined);
    return made;
  };
}

async function inThread<Thread extends object, Made>(
  url: URL,
  work: (thread: BirpcReturn<Thread, object>) => Promise<Made>,
): Promise<Made> {
  const worker = new Worker(url, {
    // A worker does not understand all of the process's own arguments.
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

/** Tells the thread to end and waits for it: terminating it inside native code could end the process. */
export async function endThread(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return;
  const exit = new Promise((exited) => worker.once('exit', exited));
  worker.postMessage(END);
  await exit;
}

/** Worker side: serves requests until told to end. `bind`: birpc's option. */
export function serveThread(functions: object, bind: 'rpc' | 'functions' = 'rpc'): void {
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
