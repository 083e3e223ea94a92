/**
 * Settings from the environment, read once at the start. Empty values count as absent. An invalid value gives a
 * sentence for the operator, never a guess.
 *
 *     const read = readEnvironment({ PORT: '80a' });
 *     if ('wrong' in read) console.error(read.wrong); else console.log(read.port);
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newInstructorKey } from './access/secrets.ts';
import { DAY_MS } from './durations.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
export const PORT = 2_567;
const LOG_LEVEL = 'warn';
const KEEP_DAYS = 180;
export const KEEP_MS = KEEP_DAYS * DAY_MS;
const SHORTEST_KEY = 12;
const KEY_SHORT = `INSTRUCTOR_KEY is short, and whoever guesses it can run your classes: take ${SHORTEST_KEY} characters or more, or leave it out and one is made for you.`;
const KEY_WRONG = 'INSTRUCTOR_KEY goes into an HTTP header: use plain letters, digits and signs (ASCII) only.';
const DATABASE_WRONG = 'DATABASE_URL begins with postgres://. Leave it out to keep the data in DATA_DIR.';
const REDIS_ALONE =
  'REDIS_URL is for several processes, and those need PostgreSQL: set DATABASE_URL too, or unset REDIS_URL.';

export interface ServerEnvironment {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly logLevel: string;
  /** 1: bots take time like people; 0: they act at once. */
  readonly botPace: number;
  readonly keepMs: number;
  readonly instructorKey: string | undefined;
  readonly metricsToken: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly publicAddress: string | undefined;
  readonly peerAddress: string | undefined;
  /** Trusted proxies before this server, by number or address. */
  readonly trustProxy: string | number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the first invalid setting instead, if there is one. */
export function readEnvironment(env: Environment): ServerEnvironment | { readonly wrong: string } {
  const { settings, wrong } = settingsIn(env);
  return wrong[0] === undefined ? settings : { wrong: wrong[0] };
}

/** All invalid settings, and the values without them. */
export function settingsIn(env: Environment): {
  readonly settings: ServerEnvironment;
  readonly wrong: readonly string[];
} {
  const said = (name: string): string | undefined => env[name]?.trim() || undefined;
  const port = Number(said('PORT') ?? PORT);
  const logLevel = said('LOG_LEVEL') ?? LOG_LEVEL;
  const botPace = Number(said('BOT_PACE') ?? 1);
  const keepDays = Number(said('RETENTION_DAYS') ?? KEEP_DAYS);
  const instructorKey = said('INSTRUCTOR_KEY');
  const databaseUrl = said('DATABASE_URL');
  const redisUrl = said('REDIS_URL');
  const trustProxy = said('TRUST_PROXY');

  const wrong: string[] = [];
  /** Adds a complaint to the list unless the condition holds. */
  const must = (holds: boolean, otherwise: string): boolean => {
    if (!holds) wrong.push(otherwise);
    return holds;
  };
  const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535;
  const isLong = instructorKey === undefined || instructorKey.length >= SHORTEST_KEY;
  const isKey = instructorKey === undefined || /^[ -~]+$/.test(instructorKey);
  const isDatabase = databaseUrl === undefined || /^postgres(ql)?:\/\//.test(databaseUrl);
  const settings: ServerEnvironment = {
    port: must(isPort, `PORT is not a port: ${env.PORT}. Leave it out for ${PORT}.`) ? port : PORT,
    host: said('HOST') ?? '0.0.0.0',
    dataFolder: said('DATA_DIR') ?? './data',
    logLevel: must(LOG_LEVELS.includes(logLevel), `LOG_LEVEL is one of ${LOG_LEVELS.join(', ')}, not ${logLevel}.`)
      ? logLevel
      : LOG_LEVEL,
    botPace: must(botPace >= 0, `BOT_PACE is a number from 0, not ${env.BOT_PACE}.`) ? botPace : 1,
    keepMs: must(keepDays > 0, `RETENTION_DAYS is not a number of days: ${env.RETENTION_DAYS}`)
      ? keepDays * DAY_MS
      : KEEP_MS,
    instructorKey: must(isKey, KEY_WRONG) && must(isLong, KEY_SHORT) ? instructorKey : undefined,
    metricsToken: said('METRICS_TOKEN'),
    databaseUrl: must(isDatabase, DATABASE_WRONG) ? databaseUrl : undefined,
    redisUrl: must(redisUrl === undefined || databaseUrl !== undefined, REDIS_ALONE) ? redisUrl : undefined,
    publicAddress: said('PUBLIC_ADDRESS'),
    peerAddress: said('PEER_ADDRESS'),
    trustProxy: trustProxy !== undefined && /^\d+$/.test(trustProxy) ? Number(trustProxy) : trustProxy,
  };
  return { settings, wrong };
}

export interface InstructorKey {
  readonly key: string;
  /** True if it was just created. */
  readonly isNew: boolean;
}

export function keyFileIn(folder: string): string {
  return join(folder, 'instructor-key');
}

/**
 * The key file is readable to its owner only. An empty file, left by a full disk, counts as no key, since anybody could
 * send that.
 */
export function keptKey(folder: string): InstructorKey {
  const file = keyFileIn(folder);
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (kept !== '') return { key: kept, isNew: false };
  const key = newInstructorKey();
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return { key, isNew: true };
}

/** Creates folders one by one: Node's `recursive` loops for ever where nothing can be created, as under /proc. */
export function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have created it.
    if (!existsSync(path) || !statSync(path).isDirectory()) throw error;
  }
}

/** Why the server cannot listen, with a remedy. */
export function whyNotListening(error: unknown, port: number, host: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another: PORT=${port < 65_535 ? port + 1 : PORT} npm start`;
  if (code === 'EACCES') return `Port ${port} needs an administrator. Choose one above 1023: PORT=${PORT} npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `This computer has no address ${host} (HOST). Leave HOST out to listen on all it has.`;
  if (message.startsWith('invalid IP')) return `TRUST_PROXY names an address that is none: ${message}`;
  return `The server cannot listen: ${message}`;
}
