/**
 * Redis channel between several processes: which processes and rooms there are, and how full. Nothing in it must last,
 * and nobody waits for it. The store says who owns a class, and places in another process's room are requested directly
 * (`cluster/reserve-at-holder.ts`). While Redis is down, the list is stale and the game goes on.
 */
import type { IRoomCache, matchMaker, Presence } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import { RedisPresence } from '@colyseus/redis-presence';
import { Redis } from 'ioredis';
import type { Logger } from '../logging.ts';

type Failed = (error: unknown) => void;

/** Finds this process's rooms without a query, and does not await writes. */
class PatientDriver extends RedisDriver {
  readonly #failed: Failed;
  readonly #own = new Map<string, IRoomCache>();

  constructor(client: Redis, failed: Failed) {
    super(client);
    this.#failed = failed;
  }

  override findOne(...args: Parameters<RedisDriver['findOne']>): ReturnType<RedisDriver['findOne']> {
    const own = this.#own.get(String(args[0].roomId));
    return own === undefined ? super.findOne(...args) : (Promise.resolve(own) as ReturnType<RedisDriver['findOne']>);
  }

  override async update(...args: Parameters<RedisDriver['update']>): Promise<boolean> {
    super.update(...args).catch(this.#failed);
    return true;
  }

  override async persist(room: IRoomCache, create?: boolean): Promise<boolean> {
    this.#own.set(room.roomId, room);
    super.persist(room, create).catch(this.#failed);
    return true;
  }

  override async remove(roomId: string): Promise<boolean> {
    this.#own.delete(roomId);
    super.remove(roomId).catch(this.#failed);
    return true;
  }
}

class PatientPresence extends RedisPresence {
  readonly #failed: Failed;

  constructor(client: Redis, failed: Failed) {
    super(client);
    this.#failed = failed;
  }

  override async subscribe(...args: Parameters<RedisPresence['subscribe']>): Promise<this> {
    super.subscribe(...args).catch(this.#failed);
    return this;
  }

  override async unsubscribe(...args: Parameters<RedisPresence['unsubscribe']>): Promise<this> {
    super.unsubscribe(...args).catch(this.#failed);
    return this;
  }

  override async publish(...args: Parameters<RedisPresence['publish']>): Promise<void> {
    super.publish(...args).catch(this.#failed);
  }
}

export interface RedisBackend {
  readonly driver: matchMaker.MatchMakerDriver;
  readonly presence: Presence;
}

/** Reconnects after which a command fails; each takes up to two seconds. */
const RECONNECTS_PER_COMMAND = 20;

/** Rejects if Redis does not answer now, so that a wrong set-up fails at the start. */
export async function connectRedis(url: string, log: Logger): Promise<RedisBackend> {
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: RECONNECTS_PER_COMMAND });
  client.on('error', (error) => log.warn({ err: error }, 'Redis cannot be reached'));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    client.disconnect();
    throw new Error('Redis does not answer', { cause: error });
  }
  const failed = (error: unknown) => log.warn({ err: error }, 'Redis was not told');
  return { driver: new PatientDriver(client, failed), presence: new PatientPresence(client.duplicate(), failed) };
}
