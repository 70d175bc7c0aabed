import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Documents, their journal and their latest snapshot. Titles live inside the document (ARCHITECTURE 8). */
export const journal: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('document')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('kind', 'text', c => c.notNull())
      .addColumn('space_id', 'text', c => c.notNull())
      .addColumn('generation', 'integer', c => c.notNull())
      .addColumn('schema_version', 'integer', c => c.notNull())
      .addColumn('created_at', 'bigint', c => c.notNull())
      .addColumn('created_by', 'text', c => c.notNull())
      .execute()
    await db.schema.createIndex('document_space').on('document').column('space_id').execute()
    await db.schema
      .createTable('journal')
      .addColumn('document_id', 'text', c => c.notNull())
      .addColumn('generation', 'integer', c => c.notNull())
      .addColumn('seq', 'bigint', c => c.notNull())
      .addColumn('author', 'text')
      .addColumn('encoding', 'text', c => c.notNull())
      .addColumn('bytes', 'blob', c => c.notNull())
      .addColumn('at', 'bigint', c => c.notNull())
      .addPrimaryKeyConstraint('journal_key', ['document_id', 'generation', 'seq'])
      .execute()
    await db.schema
      .createTable('snapshot')
      .addColumn('document_id', 'text', c => c.notNull())
      .addColumn('generation', 'integer', c => c.notNull())
      .addColumn('seq', 'bigint', c => c.notNull())
      .addColumn('encoding', 'text', c => c.notNull())
      .addColumn('bytes', 'blob', c => c.notNull())
      .addColumn('at', 'bigint', c => c.notNull())
      .addPrimaryKeyConstraint('snapshot_key', ['document_id', 'generation'])
      .execute()
  },
}
