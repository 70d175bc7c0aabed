import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import * as Y from 'yjs'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Log } from '#server/log.ts'
import type { Metrics } from '#server/metrics.ts'
import { type AuthorId, authorIdSchema, type DocumentId, type Generation } from '#shared/ids.ts'
import { createGroupCommit } from './groupCommit.ts'
import type { Quarantine } from './quarantine.ts'
import { StaleWrite } from './staleWrite.ts'
import { stillValid } from './stillValid.ts'
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
 * - [J7] After a failed commit everything that was waiting is rejected, too: whoever appends again in the
 *   order of the first calls leaves no gap.
 * - [J8] A row whose `isValid` says no when its transaction begins is not written, nor are those of its
 *   document that come after it in the transaction: they are rejected with StaleWrite.
 *
 * Order and acknowledgement never depend on decoding (ARCHITECTURE 8); only `load` and `compact` decode.
 */
export interface Journal {
  append(row: NewRow): Promise<{ seq: number }>
  load(documentId: DocumentId, generation: Generation): Promise<Stored>
  /** Whose the client ids are, as the journal knows; an id that is absent from the map is free. */
  owners(
    documentId: DocumentId,
    generation: Generation,
    clients: readonly number[],
  ): Promise<ReadonlyMap<number, AuthorId | null>>
  durableSeq(documentId: DocumentId, generation: Generation): Promise<number>
  /**
   * Folds snapshot and rows into one new snapshot, off this thread. Never rejects: what does not work is
   * logged and leaves everything as it was. One at a time; asking again for one that waits is merged.
   */
  compact(documentId: DocumentId, generation: Generation): Promise<void>
  /** Drops a compaction that is under way. Appends and loads go on as long as the database is open. */
  close(): Promise<void>
  /** @deprecated until server/collab no longer asks for it */
  writeSnapshot(documentId: DocumentId, generation: Generation, seq: number, state: Uint8Array): Promise<void>
}

export type Stored = {
  /** Yjs update format 2 */
  snapshot: Uint8Array | null
  /** Yjs update format 1, in order; several rows may have been folded into one. */
  updates: Uint8Array[]
  /** the last row, 0 = nothing yet */
  seq: number
  /** the last row that the snapshot holds, 0 = no snapshot */
  snapshotSeq: number
  damage: Damage | null
}
/** Rows that could not be read; they were set aside and are not in `updates`. */
export type Damage = { seqs: readonly number[] }

/** Yjs update format 1, as it came over the wire. */
export const rowEncoding = 'yjs1'
/** Yjs update format 2, deflated without a header. */
export const snapshotEncoding = 'yjs2+deflate'

// At most so many rows go into one commit; what waits beyond goes into the next. Bounds the length of
// one transaction, so that a read never waits long behind a burst.
const maxRowsPerCommit = 1_000

export function createJournal(deps: {
  database: Database
  clock: Clock
  log: Log
  metrics?: Metrics
  quarantine?: Quarantine
}): Journal {
  const { database, clock, log, metrics } = deps

  const commits = createGroupCommit<NewRow, { seq: number } | 'stale'>({
    maxItems: maxRowsPerCommit,
    async commit(take) {
      const began = performance.now()
      let rows: readonly NewRow[] = []
      try {
        const result = await database.transact(async trx => {
          const taken = take()
          const isValid = stillValid(taken)
          rows = taken.filter((_, index) => isValid[index])
          const written = (await writeRows(trx, rows, rowEncoding, clock.now())).values()
          return isValid.map(valid => (valid ? (written.next().value ?? 'stale') : 'stale'))
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
    async append(row) {
      const written = await commits.add({ ...row, bytes: row.bytes.slice() })
      if (written === 'stale') throw new StaleWrite()
      return written
    },

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
        return {
          snapshot: snapshot ? inflateRawSync(snapshot.bytes) : null,
          updates: rows.map(row => row.bytes),
          seq: rows.at(-1)?.seq ?? snapshot?.seq ?? 0,
          snapshotSeq: snapshot?.seq ?? 0,
          damage: null,
        }
      }),

    async owners(documentId, generation, clients) {
      const rows = await database.kysely
        .selectFrom('journal_client')
        .select(['client_id', 'author'])
        .where('document_id', '=', documentId)
        .where('generation', '=', generation)
        .where('client_id', 'in', clients)
        .execute()
      return new Map(
        rows.map(row => [row.client_id, row.author === null ? null : authorIdSchema.parse(row.author)]),
      )
    },

    compact: () => Promise.resolve(),
    close: () => Promise.resolve(),

    async writeSnapshot(documentId, generation, seq, state) {
      const bytes = deflateRawSync(Y.convertUpdateFormatV1ToV2(state))
      await database.transact(trx =>
        trx
          .insertInto('snapshot')
          .values({
            document_id: documentId,
            generation,
            seq,
            encoding: snapshotEncoding,
            bytes,
            crc: crc32(bytes),
            at: clock.now(),
          })
          .onConflict(conflict =>
            conflict
              .columns(['document_id', 'generation'])
              .doUpdateSet(update => ({
                seq: update.ref('excluded.seq'),
                encoding: update.ref('excluded.encoding'),
                bytes: update.ref('excluded.bytes'),
                crc: update.ref('excluded.crc'),
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
