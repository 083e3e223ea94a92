/** All changes of the tables, oldest first. A shipped migration is never edited. */
import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';

const streamsOfRecords: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('classes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('code', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('open', 'integer', (column) => column.notNull())
      .addColumn('openedAt', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('streams')
      .addColumn('stream', 'text', (column) => column.primaryKey())
      .addColumn('classId', 'text', (column) => column.notNull())
      .addColumn('length', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('streamsByClass').on('streams').column('classId').execute();
    await db.schema
      .createTable('records')
      .addColumn('stream', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('line', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('recordsKey', ['stream', 'seq'])
      .execute();
    await db.schema
      .createTable('aside')
      .addColumn('stream', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('line', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('heartbeat')
      .addColumn('one', 'integer', (column) => column.primaryKey().check(sql`one = 1`))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
  },
};

const leasesOfClasses: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('leases')
      .addColumn('classId', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('fence', 'integer', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .addColumn('renewedAt', 'bigint', (column) => column.notNull())
      .execute();
  },
};

const wordsBesideTheLog: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('words')
      .addColumn('stream', 'text', (column) => column.notNull())
      .addColumn('classId', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('salt', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('wordsKey', ['stream', 'words'])
      .execute();
    await db.schema.createIndex('wordsByClass').on('words').columns(['classId', 'person']).execute();
    await db.schema.createIndex('wordsByPerson').on('words').column('person').execute();
    await db.schema
      .createTable('erasures')
      .addColumn('classId', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('scrubbedAt', 'bigint')
      .addPrimaryKeyConstraint('erasuresKey', ['classId', 'person'])
      .execute();
    await db.schema.alterTable('classes').addColumn('endedAt', 'bigint').execute();
    await db.schema.alterTable('classes').addColumn('touchedAt', 'bigint').execute();
  },
};

export const migrations: MigrationProvider = {
  async getMigrations() {
    return {
      '001-streams-of-records': streamsOfRecords,
      '002-leases-of-classes': leasesOfClasses,
      '003-words-beside-the-log': wordsBesideTheLog,
    };
  },
};
