import { crc32 } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import * as Y from 'yjs'
import type { Tables } from '#server/db/tables.ts'

// Rows read at a time: bounds the memory, whatever the age of the folder.
const page = 1_000

/**
 * What keeps the journal whole: a checksum beside all bytes, who owns which client id, and a place for what
 * was refused or damaged. Snapshots are dropped: the raw rows are there, and they are made anew in their
 * present encoding.
 */
export const journalCare: Migration = {
  async up(db: Kysely<unknown>) {
    // -1 is no crc32: a row that was never given one fails its check
    await db.schema
      .alterTable('journal')
      .addColumn('crc', 'bigint', c => c.notNull().defaultTo(-1))
      .execute()
    await db.schema
      .alterTable('snapshot')
      .addColumn('crc', 'bigint', c => c.notNull().defaultTo(-1))
      .execute()
    await sql`delete from snapshot`.execute(db)
    await db.schema
      .createTable('journal_client')
      .addColumn('document_id', 'text', c => c.notNull())
      .addColumn('generation', 'integer', c => c.notNull())
      .addColumn('client_id', 'bigint', c => c.notNull())
      .addColumn('author', 'text')
      .addPrimaryKeyConstraint('journal_client_key', ['document_id', 'generation', 'client_id'])
      .execute()
    await db.schema
      .createTable('quarantine')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('document_id', 'text', c => c.notNull())
      .addColumn('generation', 'integer', c => c.notNull())
      .addColumn('author', 'text')
      .addColumn('client_id', 'bigint')
      .addColumn('reason', 'text', c => c.notNull())
      .addColumn('size', 'integer', c => c.notNull())
      .addColumn('crc', 'bigint', c => c.notNull())
      .addColumn('bytes', 'blob')
      .addColumn('at', 'bigint', c => c.notNull())
      .execute()
    await db.schema
      .createIndex('quarantine_document')
      .on('quarantine')
      .columns(['document_id', 'generation', 'client_id'])
      .execute()
    await db.schema.createIndex('quarantine_at').on('quarantine').column('at').execute()
    await fillIn(db)
  },
}

/** Gives the rows that are there already their checksums, and their client ids to whoever used them first. */
async function fillIn(db: Kysely<Tables>): Promise<void> {
  for (;;) {
    const rows = await db
      .selectFrom('journal')
      .select(['document_id', 'generation', 'seq', 'author', 'bytes'])
      .where('crc', '=', -1)
      .orderBy('document_id')
      .orderBy('generation')
      .orderBy('seq')
      .limit(page)
      .execute()
    if (rows.length === 0) return
    for (const { document_id, generation, seq, author, bytes } of rows) {
      await db
        .updateTable('journal')
        .set({ crc: crc32(bytes) })
        .where('document_id', '=', document_id)
        .where('generation', '=', generation)
        .where('seq', '=', seq)
        .execute()
      for (const client_id of clientsOf(bytes)) {
        await db
          .insertInto('journal_client')
          .values({ document_id, generation, client_id, author })
          .onConflict(conflict => conflict.doNothing())
          .execute()
      }
    }
  }
}

function clientsOf(update: Uint8Array): Set<number> {
  try {
    return new Set(Y.decodeUpdate(update).structs.map(struct => struct.id.client))
  } catch {
    // a row that does not decode owns nothing; opening its document tells of it
    return new Set()
  }
}
