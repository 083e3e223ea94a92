/**
 * Diagnoses an installation in plain words, with remedies; exit code 1 if something is wrong.
 *
 *     npm run doctor
 */
import { accessSync, constants, existsSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { lanAddresses } from '../access/addresses.ts';
import { keyFileIn, makeFolder, PORT, settingsIn } from '../environment.ts';
import { inspect, isInUse } from '../storage/files.ts';
import { DATABASE_ENDS, storeIn } from '../storage/store-files.ts';
import { optionsFrom, run } from './terminal.ts';

const root = join(import.meta.dirname, '../..');
const LEAST_FREE_MB = 500;
const SLOW_COMMIT_MS = 20;
const PATIENCE_MS = 3_000;

/** `fine` and `note` need no action; `wrong` does. */
interface Finding {
  readonly verdict: 'fine' | 'note' | 'wrong';
  readonly text: string;
}

const fine = (text: string): Finding => ({ verdict: 'fine', text });
const note = (text: string): Finding => ({ verdict: 'note', text });
const wrong = (text: string): Finding => ({ verdict: 'wrong', text });

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

function runtime(): Finding {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return fine(`Node ${process.versions.node}`);
  return wrong(
    `Node ${process.versions.node} is too old. Run this through npm (npm run doctor), which brings its own.`,
  );
}

function pages(): Finding {
  const built = join(root, 'dist/client/index.html');
  if (!existsSync(built)) return wrong('The pages are not built: run npm start once, or npm run build.');
  // A container image has the pages only.
  const sources = ['client', 'shared'].map((name) => join(root, name)).filter((folder) => existsSync(folder));
  const newest = Math.max(...sources.map(newestIn));
  if (newest > statSync(built).mtimeMs)
    return note('The pages are older than their sources; npm start builds them anew.');
  return fine('The pages are built and fresh');
}

function newestIn(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.reduce((latest, name) => Math.max(latest, statSync(join(folder, name)).mtimeMs), 0);
}

function dataFolder(folder: string): readonly Finding[] {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    return [wrong(`Nothing can be written to ${folder}: ${messageOf(error)}. Choose another with DATA_DIR.`)];
  }
  const { bavail, bsize } = statfsSync(folder);
  const freeMb = Math.round((bavail * bsize) / 2 ** 20);
  const space =
    freeMb < LEAST_FREE_MB
      ? wrong(`Only ${freeMb} MB are free where the data is (${folder}). A lecture hall's class needs about 100 MB.`)
      : fine(`${folder} can be written; ${freeMb} MB are free`);
  return [space, commitSpeed(folder)];
}

/** Measures how long a durable write takes, since every answer to a student waits for one. */
function commitSpeed(folder: string): Finding {
  const file = join(folder, `.doctor-${process.pid}.db`);
  try {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec('create table t (x)');
    const insert = database.prepare('insert into t values (?)');
    const times: number[] = [];
    for (let time = 0; time < 40; time += 1) {
      const began = performance.now();
      insert.run('a line of the usual length, more or less, as the log has them');
      times.push(performance.now() - began);
    }
    database.close();
    const median = times.toSorted((one, other) => one - other)[20] ?? 0;
    const spoken = `${median.toFixed(1)} ms`;
    if (median < SLOW_COMMIT_MS) return fine(`The disk keeps a record in ${spoken}`);
    return note(`The disk takes ${spoken} to keep a record: students will notice. Put DATA_DIR on a local disk.`);
  } catch (error) {
    return wrong(
      `SQLite cannot work in ${folder}: ${messageOf(error)}. Network drives often cannot; use a local disk.`,
    );
  } finally {
    for (const end of DATABASE_ENDS) rmSync(`${file}${end}`, { force: true });
  }
}

async function store(folder: string): Promise<Finding> {
  const file = storeIn(folder);
  if (!existsSync(file)) return note('There is no store yet; the first start makes it');
  const inspected = await inspect(file);
  if ('problem' in inspected) {
    return wrong(`The store ${file} cannot be used: ${inspected.problem}. Restore a backup: npm run restore -- FILE`);
  }
  const { classes, open, records } = inspected.counts;
  const use = isInUse(file) ? ', in use by a server now' : '';
  return fine(`The store is whole: ${classes} classes (${open} open), ${records} records${use}`);
}

async function port(number: number): Promise<Finding> {
  const probe = createServer();
  const taken = await new Promise<string | undefined>((told) => {
    probe.once('error', (error: NodeJS.ErrnoException) => told(error.code));
    probe.listen(number, () => probe.close(() => told(undefined)));
  });
  if (taken === undefined) return fine(`Port ${number} is free`);
  if (taken === 'EACCES') return wrong(`Port ${number} needs an administrator. Choose one above 1023 with PORT.`);
  const ours = await fetch(`http://127.0.0.1:${number}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    .then((response) => response.json())
    .then((body: unknown) => typeof body === 'object' && body !== null && 'status' in body && body.status)
    .catch(() => undefined);
  if (ours === 'ready') return fine(`Port ${number}: the game is running there and ready`);
  if (typeof ours === 'string') return wrong(`Port ${number}: the game is running there but says it is not ready`);
  return wrong(`Port ${number} is taken by another program. Choose another: PORT=8080 npm start`);
}

function network(): Finding {
  const lan = lanAddresses();
  if (lan.length === 0) return note('This computer is on no network: only browsers on it can join');
  return fine(`Students reach this computer at ${lan.join(' or ')}, unless the Wi-Fi keeps devices apart`);
}

function key(folder: string, given: string | undefined): Finding {
  if (given !== undefined) {
    return fine('The instructor key comes from INSTRUCTOR_KEY');
  }
  const file = keyFileIn(folder);
  if (!existsSync(file)) return note('There is no instructor key yet; the first start makes and prints it');
  const open = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
  return open
    ? wrong(`Others on this computer can read ${file}: chmod 600 ${file}`)
    : fine('The instructor key is in place');
}

async function database(url: string): Promise<Finding> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('show server_version');
    const { rows: durable } = await client.query('show fsync');
    if (durable[0]?.fsync === 'off')
      return wrong('PostgreSQL runs with fsync off: a power cut loses what was acknowledged.');
    return fine(`PostgreSQL ${rows[0]?.server_version} answers`);
  } catch (error) {
    return wrong(`PostgreSQL (DATABASE_URL) does not answer: ${messageOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function redis(url: string): Promise<Finding> {
  try {
    const { hostname, port: number } = new URL(url);
    const reply = await new Promise<string>((told, failed) => {
      const socket = connect(Number(number || 6_379), hostname, () => socket.write('PING\r\n'));
      socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer')));
      socket.once('data', (data) => {
        told(data.toString());
        socket.destroy();
      });
      socket.once('error', failed);
    });
    // A Redis with a password answers that it needs one, which also proves that it is there.
    return /^(\+PONG|-NOAUTH)/.test(reply) ? fine('Redis answers') : wrong(`Redis answers strangely: ${reply.trim()}`);
  } catch (error) {
    return wrong(`Redis (REDIS_URL) does not answer: ${messageOf(error)}`);
  }
}

const HELP = `npm run doctor -- [options]

Says what is wrong with a set-up, in plain words, and what to do about it; exit code 1 when something is.

  --data FOLDER          where the store is; without it DATA_DIR, or ./data
  --port ${PORT}            where the server listens; without it PORT
`;

async function main(args: readonly string[]): Promise<number> {
  const { values } = optionsFrom(args, { data: { type: 'string' }, port: { type: 'string' } });
  const { settings, wrong: mistakes } = settingsIn({ ...process.env, ...(values.port && { PORT: values.port }) });
  const { databaseUrl, redisUrl } = settings;
  const folder = values.data ?? settings.dataFolder;
  const findings: readonly Finding[] = [
    runtime(),
    pages(),
    ...mistakes.map(wrong),
    ...dataFolder(folder),
    databaseUrl !== undefined ? await database(databaseUrl) : await store(folder),
    ...(redisUrl !== undefined ? [await redis(redisUrl)] : []),
    key(folder, settings.instructorKey),
    await port(settings.port),
    network(),
  ];
  const marks = { fine: '✓', note: '·', wrong: '✗' };
  for (const { verdict, text } of findings) process.stdout.write(`${marks[verdict]} ${text}\n`);
  const problems = findings.filter(({ verdict }) => verdict === 'wrong').length;
  process.stdout.write(problems === 0 ? '\nNothing is wrong.\n' : `\n${problems} of these must be put right.\n`);
  return problems === 0 ? 0 : 1;
}

await run(HELP, main);
