/** The worker's side of `backups-eraser.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeLogger } from '../logging.ts';
import { eraseInBackups } from './backups.ts';
import type { BackupsTask } from './backups-eraser.ts';

const { store, logLevel } = workerData as BackupsTask;
parentPort?.postMessage(await eraseInBackups(store, makeLogger(logLevel)));
