/** The other side of `threaded.ts`: opens the SQLite store here, says so, and answers for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { makeLogger } from '../logging.ts';
import { openSqliteStore } from './sqlite.ts';
import type { ThreadData } from './threaded.ts';

const port = parentPort;
if (port === null) throw new Error('this is a thread, and somebody has to start it');
const { file, logLevel, holder } = workerData as ThreadData;
const store = await openSqliteStore(file, makeLogger(logLevel), holder);
port.postMessage('open');
createBirpc(store, {
  bind: 'functions',
  post: (message) => port.postMessage(message),
  on: (answer) => port.on('message', answer),
});
