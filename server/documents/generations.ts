import { crc32 } from 'node:zlib'
import * as Y from 'yjs'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import { rowEncoding } from '#server/journal/encodings.ts'
import type { Journal } from '#server/journal/journal.ts'
import { keepAsWritten } from '#server/lib/keepAsWritten.ts'
import type { DocumentId, Generation } from '#shared/ids.ts'

/**
 * Beginning a document anew (ARCHITECTURE 4).
 *
 * - [G1] The first row of the new generation is the whole state of the old one: what was committed there
 *   before the change is in it, and after the change nothing is committed there any more ([J8]).
 * - [G2] Client ids keep their owners.
 * - [G3] Of two who begin at once, one begins and both get the same generation.
 */
export interface Generations {
  /**
   * Answers the present generation, which is later than `from`; null where a row of the journal is damaged: a new
   * generation would forget that. Forget the document's index entry afterwards.
   */
  begin(documentId: DocumentId, from: Generation): Promise<Generation | null>
}

export function createGenerations(deps: {
  database: Database
  journal: Pick<Journal, 'load'>
  clock: Clock
}): Generations {
  const { database, journal, clock } = deps

  return {
    async begin(documentId, from) {
      // Most is read and decoded before the transaction; it adds only what came meanwhile.
      const stored = await journal.load(documentId, from)
      if (stored.damage) return null
      const doc = new Y.Doc()
      keepAsWritten(doc)
      doc.transact(() => {
        if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot)
        for (const update of stored.updates) Y.applyUpdate(doc, update)
      })
      return database.transact(async trx => {
        const document = await trx
          .selectFrom('document')
          .select('generation')
          .where('id', '=', documentId)
          .executeTakeFirst()
        if (!document) throw new Error('There is no such document')
        if (document.generation !== from) return document.generation
        const later = await trx
          .selectFrom('journal')
          .select('bytes')
          .where('document_id', '=', documentId)
          .where('generation', '=', from)
          .where('seq', '>', stored.seq)
          .orderBy('seq')
          .execute()
        for (const { bytes } of later) Y.applyUpdate(doc, bytes)
        const next = from + 1
        await trx.updateTable('document').set({ generation: next }).where('id', '=', documentId).execute()
        // an empty journal stays one: whoever opens it first writes the seed
        if (stored.seq + later.length === 0) return next
        const bytes = Y.encodeStateAsUpdate(doc)
        await trx
          .insertInto('journal')
          .values({
            document_id: documentId,
            generation: next,
            seq: 1,
            author: null,
            encoding: rowEncoding,
            bytes,
            crc: crc32(bytes),
            at: clock.now(),
          })
          .execute()
        await trx
          .insertInto('journal_client')
          .columns(['document_id', 'generation', 'client_id', 'author'])
          .expression(
            trx
              .selectFrom('journal_client')
              .select(eb => ['document_id', eb.lit(next).as('generation'), 'client_id', 'author'])
              .where('document_id', '=', documentId)
              .where('generation', '=', from),
          )
          .execute()
        return next
      })
    },
  }
}
