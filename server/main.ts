/** The composition root: the only reader of the environment, and the only place that names a storage adapter. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { makeApp } from './app.ts';
import { newInstructorKey } from './classroom/secrets.ts';
import { steadyClock } from './clock.ts';
import { makeLogger } from './logging.ts';
import { connectRedis } from './redis.ts';
import type { EventStore } from './storage/port.ts';
import { openPostgresStore } from './storage/postgres.ts';
import { openThreadedStore } from './storage/threaded.ts';

const { env } = process;
const port = Number(env.PORT ?? 2567);
const host = env.HOST ?? '0.0.0.0';
const dataFolder = env.DATA_DIR ?? './data';
const botPace = Number(env.BOT_PACE ?? 1);
const log = makeLogger(env.LOG_LEVEL ?? 'warn');

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function stopWith(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}

/** From the environment, or the one made at the first start: readable to its owner only. */
function instructorKey(): { readonly key: string; readonly isNew: boolean } {
  if (env.INSTRUCTOR_KEY !== undefined && env.INSTRUCTOR_KEY !== '') return { key: env.INSTRUCTOR_KEY, isNew: false };
  const file = join(dataFolder, 'instructor-key');
  if (existsSync(file)) return { key: readFileSync(file, 'utf8').trim(), isNew: false };
  const key = newInstructorKey();
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return { key, isNew: true };
}

function lanAddress(): string | undefined {
  const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

const keepDays = Number(env.RETENTION_DAYS ?? 180);

if (!(keepDays > 0)) stopWith(`RETENTION_DAYS is not a number of days: ${env.RETENTION_DAYS}`);
if (!Number.isInteger(port) || port < 0 || port > 65_535) stopWith(`PORT is not a port: ${env.PORT}`);
const databaseUrl = env.DATABASE_URL || undefined;
const redisUrl = env.REDIS_URL || undefined;
const publicAddress = env.PUBLIC_ADDRESS || undefined;
if (redisUrl !== undefined && databaseUrl === undefined) {
  stopWith('REDIS_URL is for several processes, and those need PostgreSQL: set DATABASE_URL too, or unset REDIS_URL.');
}

/** Where the other processes reach this one; nobody needs to when there is only one. */
function peerAddress(): string {
  return redisUrl === undefined ? '' : (env.PEER_ADDRESS ?? `http://127.0.0.1:${port}`);
}

function openStore(): Promise<EventStore> {
  if (databaseUrl === undefined) return openThreadedStore(join(dataFolder, 'street.db'), log);
  return openPostgresStore({ url: databaseUrl, log, address: peerAddress() });
}

/** How many proxies stand before us, or which. */
function trustedProxies(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function because(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

mkdirSync(dataFolder, { recursive: true });
const store = await openStore().catch((error: unknown) =>
  stopWith(`The store cannot be opened. ${because(error)}\nnpm run doctor says more.`),
);
const exchange =
  redisUrl === undefined
    ? undefined
    : await connectRedis(redisUrl, log).catch((error: unknown) => stopWith(`${because(error)} (REDIS_URL)`));
const { key, isNew } = instructorKey();
const app = makeApp({
  store,
  instructorKey: key,
  log,
  pages: join(import.meta.dirname, '../dist/client'),
  botPace,
  now: steadyClock(),
  ...(exchange === undefined ? {} : { exchange }),
  ...(publicAddress === undefined ? {} : { publicAddress }),
  ...(env.METRICS_TOKEN ? { metricsToken: env.METRICS_TOKEN } : {}),
  ...(env.TRUST_PROXY ? { trustProxy: trustedProxies(env.TRUST_PROXY) } : {}),
  keepMs: keepDays * 86_400_000,
});

/** A disk that no longer answers must not keep a process that was told to end. */
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

const listening = await app.listen(port, host).catch((error: unknown) => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return stopWith(taken ? `Port ${port} is taken. Choose another: PORT=${port + 1} npm start` : String(error));
});
const local = `http://localhost:${listening}`;
const lan = host === '0.0.0.0' ? lanAddress() : undefined;
say(`Electronics Street · 电子一条街\n\n  Here: ${local}`);
if (lan !== undefined) {
  const address = `http://${lan}:${listening}`;
  say(`  On this network: ${address}\n`);
  say(await QRCode.toString(address, { type: 'terminal', small: true }));
}
say(`  Alone: ${local}/practice\n  Instructor: ${local}/teach`);
if (isNew) say(`  Instructor's key, made just now and kept in ${join(dataFolder, 'instructor-key')}: ${key}`);
else if (env.INSTRUCTOR_KEY === undefined) say(`  Instructor's key: ${key}`);
