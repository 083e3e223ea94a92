/** The other side of `past-apart.ts`. */
import { parentPort } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { readPast } from './past.ts';
import type { PastThread } from './past-apart.ts';

const port = parentPort;
if (port === null) throw new Error('this is a thread, and somebody has to start it');
createBirpc<object, PastThread>(
  { read: readPast },
  {
    post: (message) => port.postMessage(message),
    on: (asked) => port.on('message', asked),
  },
);
