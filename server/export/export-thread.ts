/** The other side of `apart.ts`: reads the districts' logs here, makes the file and hands it over. */
import { parentPort } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import type { ExportThread } from './apart.ts';
import { exportFile } from './files.ts';
import { sourceOf, storiesIn } from './source.ts';

const port = parentPort;
if (port === null) throw new Error('this is a thread, and somebody has to start it');
createBirpc<object, ExportThread>(
  {
    make: ({ file, state, records, named, everybody }) => exportFile(sourceOf(state, records, named, everybody), file),
    stories: async ({ record, seats }) => storiesIn(record, seats),
  },
  {
    post: (message) => port.postMessage(message),
    on: (asked) => port.on('message', asked),
  },
);
