/** The composition root: the only reader of the environment, and the only module that names a storage adapter. */

import { accessSync, constants } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { omitUndefined } from '../shared/engine/omit-undefined.ts';
import { httpAddress, lanAddresses, listensEverywhere } from './access/addresses.ts';
import { makeApp } from './app.ts';
import { steadyClock } from './clock.ts';
import {
  type InstructorKey,
  keptKey,
  keyFileIn,
  makeFolder,
  readEnvironment,
  type ServerEnvironment,
  whyNotListening,
} from './environment.ts';
import { backupsEraser } from './erasing/backups-eraser.ts';
import { makeLogger } from './logging.ts';
import type { EventStore } from './storage/port.ts';
import { storeIn } from './storage/store-files.ts';
import { openThreadedStore } from './storage/threaded.ts';

// The terminal or pipe may be closed; the class goes on.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function stopWith(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}

function because(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function settingsOrStop(): ServerEnvironment {
  const read = readEnvironment(process.env);
  return 'wrong' in read ? stopWith(read.wrong) : read;
}

const settings = settingsOrStop();
const { port, host, dataFolder, databaseUrl, redisUrl, publicAddress, metricsToken, trustProxy } = settings;
const log = makeLogger(settings.logLevel);
const storeFile = storeIn(dataFolder);

/** Address of this process for the others; empty for a single process. */
function peerAddress(): string {
  return redisUrl === undefined ? '' : (settings.peerAddress ?? `http://127.0.0.1:${port}`);
}

/** Loaded only with several processes, because its packages take 20 MB. */
const postgres = () => import('./storage/postgres.ts');
const redis = () => import('./cluster/redis.ts');

async function openStore(): Promise<EventStore> {
  if (databaseUrl === undefined) return openThreadedStore(storeFile, log);
  const { openPostgresStore } = await postgres();
  return openPostgresStore({ url: databaseUrl, log, address: peerAddress() });
}

function prepare(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    stopWith(`Nothing can be written to ${folder}: ${because(error)}. Choose another folder with DATA_DIR.`);
  }
}

/** The key from the environment, or the one made at the first start. */
function keyOrStop(): InstructorKey {
  if (settings.instructorKey !== undefined) return { key: settings.instructorKey, isNew: false };
  try {
    return keptKey(dataFolder);
  } catch (error) {
    return stopWith(`The instructor's key cannot be kept or read: ${because(error)}. Give one with INSTRUCTOR_KEY.`);
  }
}

prepare(dataFolder);
const store = await openStore().catch((error: unknown) =>
  stopWith(`The store cannot be opened. ${because(error)}\nnpm run doctor says more.`),
);
const exchange =
  redisUrl === undefined
    ? undefined
    : await redis()
        .then(({ connectRedis }) => connectRedis(redisUrl, log))
        .catch((error: unknown) => stopWith(`${because(error)} (REDIS_URL)`));
const { key, isNew } = keyOrStop();
const app = makeApp({
  store,
  instructorKey: key,
  log,
  pages: join(import.meta.dirname, '../dist/client'),
  botPace: settings.botPace,
  now: steadyClock(),
  ...omitUndefined({
    exchange,
    publicAddress,
    metricsToken,
    trustProxy,
    eraseBackups: databaseUrl === undefined ? backupsEraser(storeFile, log) : undefined,
  }),
  keepMs: settings.keepMs,
});

/** Time after which a process told to stop ends, even if the disk hangs. */
const LAST_RESORT_MS = 10_000;

let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code || 1), LAST_RESORT_MS).unref();
  await app.close();
  await store.close();
  process.exit(code);
}
process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));
process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'uncaught exception');
  stop(1);
});

const listening = await app.listen(port, host).catch((error: unknown) => stopWith(whyNotListening(error, port, host)));
const local = httpAddress('localhost', listening);
const [lan] = listensEverywhere(host) ? lanAddresses() : [];
say(`Electronics Street · 电子一条街\n\n  Here: ${local}`);
if (lan !== undefined) {
  const address = httpAddress(lan, listening);
  say(`  On this network: ${address}\n`);
  say(await QRCode.toString(address, { type: 'terminal', small: true }));
}
say(`  Alone: ${local}/practice\n  Instructor: ${local}/teach`);
if (isNew) say(`  Instructor's key, made just now and kept in ${keyFileIn(dataFolder)}: ${key}`);
else if (settings.instructorKey === undefined) say(`  Instructor's key: ${key}`);
// Flushed early, since the end may be a `kill -9`.
flushCompileCache();
