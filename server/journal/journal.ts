import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Log } from '#server/log.ts'
import type { Metrics } from '#server/metrics.ts'
import type { DocumentId, Generation } from '#shared/ids.ts'
import { createGroupCommit } from './groupCommit.ts'
import { type NewRow, writeRows } from './writeRows.ts'

/**
 * The order and the durability of everything that is written into documents.
 *
 * - [J1] `append` resolves only after the commit that holds its row has reached the disk.
 * - [J2] Per document and generation the sequence is 1, 2, 3 … without gap and without repetition,
 *   assigned inside the transaction, in the order of the calls.
 * - [J3] Everything that waits when the connection becomes free goes into one commit.
 * - [J4] A failed commit rejects each of its appends and leaves no row; later appends work again.
 * - [J5] `load` sees one moment: snapshot and the rows after it fit together.
 * - [J6] A snapshot is replaced only by one with a higher sequence; rows stay for the history.
 *
 * It never decodes the bytes (ARCHITECTURE 8: ordering and acknowledgement do not depend on decoding).
 */
export interface Journal {
  append(row: NewRow): Promise<{ seq: number }>
  /** `seq` is the last one contained in snapshot and updates, 0 = nothing yet. */
  load(
    documentId: DocumentId,
    generation: Generation,
  ): Promise<{ snapshot: Uint8Array | null; updates: Uint8Array[]; seq: number }>
  writeSnapshot(documentId: DocumentId, generation: Generation, seq: number, state: Uint8Array): Promise<void>
  durableSeq(documentId: DocumentId, generation: Generation): Promise<number>
}

/** Yjs update format 1, as it came over the wire. */
const encoding = 'yjs1'

// At most so many rows go into one commit; what waits beyond goes into the next. Bounds the length of
// one transaction, so that a read never waits long behind a burst.
const maxRowsPerCommit = 1_000

export function createJournal(deps: {
  database: Database
  clock: Clock
  log: Log
  metrics?: Metrics
}): Journal {
  const { database, clock, log, metrics } = deps

  const commits = createGroupCommit<NewRow, { seq: number }>({
    maxItems: maxRowsPerCommit,
    async commit(take) {
      const began = performance.now()
      let rows: readonly NewRow[] = []
      try {
        const result = await database.transact(trx => {
          rows = take()
          return writeRows(trx, rows, encoding, clock.now())
        })
        metrics?.commits.inc()
        metrics?.appends.inc(rows.length)
        metrics?.commitSeconds.observe((performance.now() - began) / 1000)
        return result
      } catch (error) {
        metrics?.failedCommits.inc()
        log.error({ err: error, rows: rows.length }, 'journal commit failed')
        throw error
      }
    },
  })

  return {
    append: row => commits.add({ ...row, bytes: row.bytes.slice() }),

    load: (documentId, generation) =>
      database.transact(async trx => {
        const snapshot = await trx
          .selectFrom('snapshot')
          .select(['seq', 'encoding', 'bytes'])
          .where('document_id', '=', documentId)
          .where('generation', '=', generation)
          .executeTakeFirst()
        const rows = await trx
          .selectFrom('journal')
          .select(['seq', 'encoding', 'bytes'])
          .where('document_id', '=', documentId)
          .where('generation', '=', generation)
          .where('seq', '>', snapshot?.seq ?? 0)
          .orderBy('seq')
          .execute()
        const foreign = [snapshot, ...rows].find(row => row && row.encoding !== encoding)
        if (foreign) throw new Error(`The journal holds an encoding that is not known: ${foreign.encoding}`)
        return {
          snapshot: snapshot?.bytes ?? null,
          updates: rows.map(row => row.bytes),
          seq: rows.at(-1)?.seq ?? snapshot?.seq ?? 0,
        }
      }),

    async writeSnapshot(documentId, generation, seq, state) {
      await database.transact(trx =>
        trx
          .insertInto('snapshot')
          .values({ document_id: documentId, generation, seq, encoding, bytes: state, at: clock.now() })
          .onConflict(conflict =>
            conflict
              .columns(['document_id', 'generation'])
              .doUpdateSet(update => ({
                seq: update.ref('excluded.seq'),
                encoding: update.ref('excluded.encoding'),
                bytes: update.ref('excluded.bytes'),
                at: update.ref('excluded.at'),
              }))
              .whereRef('snapshot.seq', '<', 'excluded.seq'),
          )
          .execute(),
      )
    },

    durableSeq: async (documentId, generation) => {
      const row = await database.kysely
        .selectFrom('journal')
        .select(select => select.fn.max('seq').as('seq'))
        .where('document_id', '=', documentId)
        .where('generation', '=', generation)
        .executeTakeFirst()
      return row?.seq ?? 0
    },
  }
}
