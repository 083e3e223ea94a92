/** The other side of `apart.ts`: reads the districts' logs here, makes the file, hands it over and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ExportTask } from './apart.ts';
import { exportFile } from './files.ts';
import { sourceOf } from './source.ts';

const port = parentPort;
if (port === null) throw new Error('this is a thread, and somebody has to start it');
const { file, state, records, named } = workerData as ExportTask;
port.postMessage(await exportFile(sourceOf(state, records, named), file));
