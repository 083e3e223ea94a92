/**
 * What several processes tell each other through Redis: which rooms there are and who has them, and requests for a seat
 * in another's room. Nothing in it has to last; while it is away, people already in their rooms notice nothing.
 */
import type { matchMaker, Presence } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import { RedisPresence } from '@colyseus/redis-presence';
import { Redis } from 'ioredis';
import type { Logger } from './logging.ts';

export interface Exchange {
  readonly driver: matchMaker.MatchMakerDriver;
  readonly presence: Presence;
}

/** A command that Redis does not take within this many reconnects fails; each waits up to two seconds. */
const RECONNECTS_PER_COMMAND = 20;

/** Rejects when Redis does not answer now: a set-up that never worked should not look as if it did. */
export async function connectRedis(url: string, log: Logger): Promise<Exchange> {
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: RECONNECTS_PER_COMMAND });
  client.on('error', (error) => log.warn({ err: error }, 'Redis cannot be reached'));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    client.disconnect();
    throw new Error('Redis does not answer', { cause: error });
  }
  const presence = new RedisPresence(client.duplicate());
  return { driver: new RedisDriver(client), presence };
}
