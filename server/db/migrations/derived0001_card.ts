import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What the desk shows of each document, as JSON, and up to which journal row it holds. */
export const card: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('card')
      .addColumn('document_id', 'text', c => c.primaryKey().notNull())
      .addColumn('generation', 'integer', c => c.notNull())
      .addColumn('seq', 'bigint', c => c.notNull())
      .addColumn('form', 'integer', c => c.notNull())
      .addColumn('content', 'text', c => c.notNull())
      .addColumn('changed_at', 'bigint', c => c.notNull())
      .addColumn('changed_by', 'text')
      .execute()
  },
}
