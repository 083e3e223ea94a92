/** The worker's side of `apart.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeLogger } from '../logging.ts';
import type { BackupsTask } from './apart.ts';
import { eraseInBackups } from './backups.ts';

const { store, logLevel } = workerData as BackupsTask;
parentPort?.postMessage(await eraseInBackups(store, makeLogger(logLevel)));
