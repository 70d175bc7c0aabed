import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Entries of the registers, per document, and up to where in journal and ledger they hold. The tables that end in
 * `_next` are filled while everything is made anew; until then the others answer.
 */
export const register: Migration = {
  async up(db: Kysely<unknown>) {
    for (const end of ['', '_next']) {
      await db.schema
        .createTable(`register_source${end}`)
        .addColumn('document_id', 'text', c => c.primaryKey().notNull())
        .addColumn('space_id', 'text', c => c.notNull())
        .addColumn('generation', 'integer', c => c.notNull())
        .addColumn('seq', 'bigint', c => c.notNull())
        .addColumn('ledger_seq', 'bigint', c => c.notNull())
        .addColumn('form', 'integer', c => c.notNull())
        .execute()
      await db.schema
        .createTable(`register_entry${end}`)
        .addColumn('document_id', 'text', c => c.notNull())
        .addColumn('position', 'integer', c => c.notNull())
        .addColumn('register', 'text', c => c.notNull())
        .addColumn('content', 'text', c => c.notNull())
        .addPrimaryKeyConstraint(`register_entry${end}_key`, ['document_id', 'position'])
        .execute()
    }
    await db.schema
      .createIndex('register_source_space')
      .on('register_source')
      .columns(['space_id', 'document_id'])
      .execute()
  },
}
