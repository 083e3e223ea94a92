/**
 * Puts the server together, not yet listening: Express and Colyseus on one port, over a store that is given. Tests start
 * it on port 0, `main.ts` on the port of the environment.
 */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { given } from '../shared/engine/given.ts';
import { LIMITS } from '../shared/protocol/limits.ts';
import { guardRequests, guardUpgrades, type Trust } from './access/front-door.ts';
import { GuessBrake } from './access/guess-brake.ts';
import { Hall } from './classroom/hall.ts';
import type { Exchange } from './cluster/redis.ts';
import type { ClassTools } from './http/class-tools.ts';
import type { EraseBackups } from './http/erasing.ts';
import type { Whereabouts } from './http/preflight.ts';
import { securityHeaders } from './http/security.ts';
import { watchHall } from './http/watch-hall.ts';
import type { Logger } from './logging.ts';
import { makeMetrics } from './metrics.ts';
import { DryRuns } from './robots/dry-run.ts';
import { openRooms } from './rooms/rooms.ts';
import { sparingLog } from './rooms/sparing-log.ts';
import { mountRoutes } from './routes.ts';
import { measured } from './storage/measured.ts';
import type { EventStore } from './storage/port.ts';

export interface AppOptions {
  readonly store: EventStore;
  readonly instructorKey: string;
  readonly log: Logger;
  /** Folder of the built client. */
  readonly pages: string;
  readonly now?: () => number;
  /** 1: bots take their time like people; 0: at once. */
  readonly botPace?: number;
  /** With several processes: what they tell each other. */
  readonly exchange?: Exchange;
  /** With several processes: where students reach this one, without the scheme. */
  readonly publicAddress?: string;
  /** Opens `/metrics` to other machines, beside the instructor's key. */
  readonly metricsToken?: string;
  /** Whose word on a client's address counts, or how many of the nearest do: Express's `trust proxy`. */
  readonly trustProxy?: string | number;
  /** How many practices are kept for one network in an hour. */
  readonly practices?: number;
  /** For a store whose backups lie on this machine. */
  readonly eraseBackups?: EraseBackups;
  /** How long a class is kept. */
  readonly keepMs?: number;
}

const DAY_MS = 86_400_000;
const KEPT_DAYS = 180;
/** Generous: a whole class behind one address may practise at once. */
const PRACTICES_AN_HOUR = 600;

export interface App {
  readonly hall: Hall;
  /** Takes up the open classes, then listens. Answers the port. */
  listen(port: number, host: string): Promise<number>;
  /** Stops accepting, flushes, closes everything but the store. */
  close(): Promise<void>;
}

const SHUTDOWN_MS = 2_000;
/** A connection that misses these pings is closed after 10 to 15 s: a wireless network that stalls loses nobody. */
const PING_EVERY_MS = 5_000;
const PINGS_MISSED = 2;

export function makeApp({
  store: unmeasured,
  instructorKey,
  log,
  pages,
  now = Date.now,
  botPace = 1,
  exchange,
  publicAddress,
  metricsToken,
  trustProxy = 'loopback',
  practices = PRACTICES_AN_HOUR,
  eraseBackups,
  keepMs = KEPT_DAYS * DAY_MS,
}: AppOptions): App {
  const metrics = makeMetrics();
  const store = measured(unmeasured, metrics.appended);
  const hall = new Hall({ store, log, now, botPace }, keepMs);
  const brake = new GuessBrake(now);
  const tools: ClassTools = {
    hall,
    store,
    instructorKey,
    brake,
    now,
    placeIn: (classroom, token) => rooms.placeIn(classroom, token),
  };
  const metricsTokens = metricsToken === undefined ? [instructorKey] : [instructorKey, metricsToken];
  watchHall(metrics, hall);
  let stopping = false;
  let trusts: Trust = () => false;
  let whereabouts: Whereabouts = { port: 0, host: '' };
  const dryRuns = new DryRuns(hall, () => ownUrl(whereabouts), log);

  const http = createServer();
  const transport = transportOver(http);
  const server = new Server({
    transport,
    greet: false,
    gracefullyShutdown: false,
    logger: sparingLog(log),
    // A room belongs where its class is held, never where there are fewest.
    selectProcessIdToCreateRoom: () => Promise.resolve(matchMaker.processId),
    ...exchange,
    ...given({ publicAddress }),
    express: (app) => {
      app.disable('x-powered-by');
      app.set('trust proxy', trustProxy);
      trusts = app.get('trust proxy fn') as Trust;
      mountRoutes(app, {
        store,
        tools,
        health: { metrics, stopping: () => stopping, metricsTokens, metricsOpenHere: metricsToken === undefined },
        dryRuns,
        log,
        now,
        whereabouts: () => whereabouts,
        pages,
        practices,
        eraseBackups,
      });
    },
  });
  const rooms = openRooms(server, hall, { log, now, instructorKey, metrics }, brake);

  return {
    hall,
    async listen(port, host) {
      const classrooms = await hall.open();
      await rooms.ready();
      for (const classroom of classrooms) await rooms.ensureAll(classroom);
      await Promise.race([server.listen(port, host), failure(http)]);
      guardRequests(http, {
        trusts,
        isColyseus: (method, path) => server.router.findRoute(method, path) !== undefined,
        setHeaders: securityHeaders(publicAddress),
      });
      guardUpgrades(http);
      whereabouts = { port: portOf(http), host };
      return whereabouts.port;
    },
    async close() {
      stopping = true;
      dryRuns.close();
      await hall.close();
      await Promise.race([server.gracefullyShutdown(false), patience()]);
      transport.shutdown();
      http.closeAllConnections();
    },
  };
}

function transportOver(server: HttpServer): WebSocketTransport {
  return new WebSocketTransport({
    server,
    maxPayload: LIMITS.messageBytes,
    pingInterval: PING_EVERY_MS,
    pingMaxRetries: PINGS_MISSED,
  });
}

/** How this machine reaches its own server. */
function ownUrl({ port, host }: Whereabouts): string {
  return `http://${host === '0.0.0.0' || host === '::' || host === '' ? '127.0.0.1' : host}:${port}`;
}

/** Colyseus waits for a port that is taken for ever. */
function failure(http: HttpServer): Promise<never> {
  return new Promise((_, reject) => http.once('error', reject));
}

/** Rooms wait for people who asked to come in and never did. Everything is on the disk by then, so we do not. */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SHUTDOWN_MS).unref());
}

function portOf(http: HttpServer): number {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return (address satisfies AddressInfo).port;
}
