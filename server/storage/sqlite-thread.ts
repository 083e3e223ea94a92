/** The worker's side of `threaded.ts`: opens the SQLite store, reports that, and serves requests. */
import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { makeLogger } from '../logging.ts';
import { serveThread } from '../thread.ts';
import { openSqliteStore } from './sqlite.ts';
import type { ThreadData } from './threaded.ts';

const { file, logLevel, holder } = workerData as ThreadData;
const store = await openSqliteStore(file, makeLogger(logLevel), holder);
parentPort?.postMessage('open');
serveThread(store, 'functions');
flushCompileCache();
