import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Where a running meeting stands, so that a server that was ended goes on with it. */
export const live: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('live')
      .addColumn('document_id', 'text', c => c.primaryKey().notNull())
      .addColumn('counter', 'bigint', c => c.notNull())
      .addColumn('state', 'text', c => c.notNull())
      .addColumn('changed_at', 'bigint', c => c.notNull())
      .execute()
  },
}
