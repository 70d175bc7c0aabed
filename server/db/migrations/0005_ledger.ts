import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What was decided (ARCHITECTURE 1, 7): rows in one sequence per space, chained by digests, with the canonical bytes
 * beside them. `ledger_head` is the last digest of each space; `ledger_register` keeps a register number from being
 * given twice; `document.closed_at` says that a document takes no more writing.
 */
export const ledger: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('ledger')
      .addColumn('space_id', 'text', c => c.notNull())
      .addColumn('seq', 'integer', c => c.notNull())
      .addColumn('document_id', 'text', c => c.notNull())
      .addColumn('document_seq', 'integer', c => c.notNull())
      .addColumn('command_id', 'text', c => c.notNull())
      .addColumn('kind', 'text', c => c.notNull())
      .addColumn('form', 'integer', c => c.notNull())
      .addColumn('at', 'bigint', c => c.notNull())
      .addColumn('actor', 'text')
      .addColumn('generation', 'integer', c => c.notNull())
      .addColumn('journal_seq', 'integer', c => c.notNull())
      .addColumn('content', 'blob', c => c.notNull())
      .addColumn('digest', 'blob', c => c.notNull())
      .addColumn('bytes', 'blob')
      .addColumn('salt', 'blob')
      .addPrimaryKeyConstraint('ledger_key', ['space_id', 'seq'])
      .addUniqueConstraint('ledger_document', ['document_id', 'document_seq'])
      .execute()
    await db.schema
      .createIndex('ledger_command')
      .on('ledger')
      .columns(['document_id', 'command_id'])
      .execute()
    await db.schema
      .createTable('ledger_content')
      .addColumn('document_id', 'text', c => c.notNull())
      .addColumn('hash', 'text', c => c.notNull())
      .addColumn('bytes', 'blob', c => c.notNull())
      .addPrimaryKeyConstraint('ledger_content_key', ['document_id', 'hash'])
      .execute()
    await db.schema
      .createTable('ledger_head')
      .addColumn('space_id', 'text', c => c.primaryKey().notNull())
      .addColumn('seq', 'integer', c => c.notNull())
      .addColumn('digest', 'blob', c => c.notNull())
      .execute()
    await db.schema
      .createTable('ledger_register')
      .addColumn('space_id', 'text', c => c.notNull())
      .addColumn('register', 'text', c => c.notNull())
      .addColumn('document_id', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('ledger_register_key', ['space_id', 'register'])
      .execute()
    await db.schema.alterTable('document').addColumn('closed_at', 'bigint').execute()
  },
}
