/**
 * The store on PostgreSQL for several processes: rows are locked before they are judged. Leases use the database's
 * clock, since the processes' clocks may differ.
 *
 * A hanging database counts as gone: a statement without an answer is given up after some seconds, and its connection
 * with it.
 */
import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import pg from 'pg';
import type { Logger } from '../logging.ts';
import type { Tables } from './database.ts';
import { KyselyStore, migrate } from './kysely-store.ts';
import { type EventStore, LEASE_MS } from './port.ts';

const CONNECTIONS = 6;
const PATIENCE_MS = 4_000;

export interface PostgresOptions {
  readonly url: string;
  readonly log: Logger;
  /** Address of this process for the others. */
  readonly address?: string;
  readonly leaseMs?: number;
  /** Time limit of a statement in milliseconds. */
  readonly patienceMs?: number;
}

export async function openPostgresStore({
  url,
  log,
  address = '',
  leaseMs = LEASE_MS,
  patienceMs = PATIENCE_MS,
}: PostgresOptions): Promise<EventStore> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    statement_timeout: patienceMs,
    idle_in_transaction_session_timeout: 2 * patienceMs,
    keepAlive: true,
    types: {
      getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  const lost = (error: Error) => log.warn({ err: error }, 'a connection to the database was lost');
  pool.on('error', lost);
  // The pool handles errors of idle connections only; an unhandled one would end the process.
  pool.on('connect', (client) => client.on('error', lost));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: impatient(pool) }) });
  try {
    await migrate(db, 'the PostgreSQL database');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return new KyselyStore(
    db,
    log,
    { id: randomUUID(), address },
    {
      shared: true,
      leaseMs,
      clock: () => sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
      // PostgreSQL's files are the operator's; this frees at least the dead rows.
      scrub: async () => {
        await sql`vacuum words, records`.execute(db);
        return true;
      },
    },
  );
}

/** A pool that drops a connection after a failure which the database did not report. */
function impatient(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect(): Promise<PostgresPoolClient> {
      const client = await pool.connect();
      let doubtful = false;
      const query = async (statement: string, parameters: readonly unknown[]) => {
        try {
          return await client.query(statement, [...parameters]);
        } catch (error) {
          doubtful ||= !(error instanceof pg.DatabaseError);
          throw error;
        }
      };
      return {
        // The other overload, with a cursor, is used only if Kysely is given a cursor class.
        query: query as unknown as PostgresPoolClient['query'],
        release: (destroy) => client.release(destroy === true || doubtful),
      };
    },
  };
}
