/**
 * Builds the server without listening: Express and Colyseus on one port, over a given store. Tests start it on port 0,
 * `main.ts` on the environment's port.
 */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { omitUndefined } from '../shared/engine/omit-undefined.ts';
import { LIMITS } from '../shared/protocol/limits.ts';
import { httpAddress, listensEverywhere } from './access/addresses.ts';
import { guardRequests, guardUpgrades, type Trust } from './access/front-door.ts';
import { GuessBrake } from './access/guess-brake.ts';
import { ClassRegistry } from './classroom/registry.ts';
import type { RedisBackend } from './cluster/redis.ts';
import type { ClassTools } from './http/class-tools.ts';
import type { EraseBackups } from './http/erasing.ts';
import type { Whereabouts } from './http/preflight.ts';
import { securityHeaders } from './http/security.ts';
import { watchClasses } from './http/watch-classes.ts';
import type { Logger } from './logging.ts';
import { makeMetrics } from './metrics.ts';
import { DryRuns } from './robots/dry-run.ts';
import { openRooms } from './rooms/rooms.ts';
import { throttledLog } from './rooms/throttled-log.ts';
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
  /** 1: bots take time like people; 0: they act at once. */
  readonly botPace?: number;
  /** With several processes: their channel through Redis. */
  readonly exchange?: RedisBackend;
  /** With several processes: where students reach this one, without the scheme. */
  readonly publicAddress?: string;
  /** Token that opens `/metrics` to other machines, as the instructor's key does. */
  readonly metricsToken?: string;
  /** Trusted proxies by address or number: Express's `trust proxy`. */
  readonly trustProxy?: string | number;
  /** Practices kept per network and hour. */
  readonly practices?: number;
  /** Erases from backups on this machine, where the store has any. */
  readonly eraseBackups?: EraseBackups;
  /** How long an ended class is kept, in milliseconds. */
  readonly keepMs: number;
}

/** Generous, because a whole class may practise behind one address. */
const PRACTICES_AN_HOUR = 600;

export interface App {
  readonly registry: ClassRegistry;
  /** Loads the open classes, then listens. Returns the port. */
  listen(port: number, host: string): Promise<number>;
  /** Stops accepting, flushes, and closes everything but the store. */
  close(): Promise<void>;
}

const SHUTDOWN_MS = 2_000;
/** Longer than proxies keep an idle connection, nginx's 60 s among them: a request would meet its end. */
const IDLE_MS = 75_000;
/** Closes a connection after 10 to 15 s of missed pings, so that a stalling wireless network loses nobody. */
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
  keepMs,
}: AppOptions): App {
  const metrics = makeMetrics();
  const store = measured(unmeasured, metrics.appended);
  const registry = new ClassRegistry({ store, log, now, botPace }, keepMs);
  const brake = new GuessBrake(now);
  const tools: ClassTools = {
    registry,
    store,
    instructorKey,
    brake,
    now,
    placeIn: (classroom, token) => rooms.placeIn(classroom, token),
  };
  const metricsTokens = metricsToken === undefined ? [instructorKey] : [instructorKey, metricsToken];
  watchClasses(metrics, registry);
  let stopping = false;
  let trusts: Trust = () => false;
  let whereabouts: Whereabouts = { port: 0, host: '' };
  const dryRuns = new DryRuns(registry, () => ownUrl(whereabouts), log);

  const http = createServer({ keepAliveTimeout: IDLE_MS });
  const transport = transportOver(http);
  const server = new Server({
    transport,
    greet: false,
    gracefullyShutdown: false,
    logger: throttledLog(log),
    // A room belongs in the process that holds its class, not in the least loaded one.
    selectProcessIdToCreateRoom: () => Promise.resolve(matchMaker.processId),
    ...exchange,
    ...omitUndefined({ publicAddress }),
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
  const rooms = openRooms(server, registry, { log, now, instructorKey, metrics }, brake);

  return {
    registry,
    async listen(port, host) {
      const classrooms = await registry.open();
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
      await registry.close();
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

/** URL by which this machine reaches its own server. */
function ownUrl({ port, host }: Whereabouts): string {
  return httpAddress(listensEverywhere(host) ? '127.0.0.1' : host, port);
}

/** Rejects when the port is taken, for which Colyseus would wait for ever. */
function failure(http: HttpServer): Promise<never> {
  return new Promise((_, reject) => http.once('error', reject));
}

/**
 * Limits how long closing waits. Rooms would wait for reserved places nobody took, though all data is durable by then.
 */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SHUTDOWN_MS).unref());
}

function portOf(http: HttpServer): number {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return (address satisfies AddressInfo).port;
}
