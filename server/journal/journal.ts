import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Log } from '#server/log.ts'
import type { Metrics } from '#server/metrics.ts'
import { type AuthorId, authorIdSchema, type DocumentId, type Generation } from '#shared/ids.ts'
import type { Check } from './checkRows.ts'
import { createCommitPace } from './commitPace.ts'
import { createCompaction } from './compaction.ts'
import { createFolder } from './folder.ts'
import { createGroupCommit } from './groupCommit.ts'
import { loadStored, type Stored } from './loadStored.ts'
import { createQuarantine, type Quarantine } from './quarantine.ts'
import { StaleWrite } from './staleWrite.ts'
import { stillValid } from './stillValid.ts'
import { createRowWriter, type NewRow } from './writeRows.ts'

/**
 * The order and the durability of everything that is written into documents.
 *
 * - [J1] `append` resolves only after the commit that holds its row has reached the disk.
 * - [J2] Per document and generation the sequence is 1, 2, 3 … without gap and without repetition,
 *   assigned inside the transaction, in the order of the calls.
 * - [J3] Everything that waits when the connection becomes free goes into one commit.
 * - [J4] A failed commit rejects each of its appends and leaves no row; later appends work again.
 * - [J5] `load` sees one moment: snapshot and the rows after it fit together.
 * - [J6] A snapshot is replaced only by one with a higher sequence, or when it is damaged; it holds exactly
 *   what the rows up to its sequence hold, and the rows stay.
 * - [J7] After a failed commit everything that was waiting is rejected, too: whoever appends again in the
 *   order of the first calls leaves no gap.
 * - [J8] A row whose `isValid` says no when its transaction begins is not written, nor are those of its
 *   document that come after it in the transaction: they are rejected with StaleWrite. So is every row of a
 *   generation that another has followed.
 * - [J9] The owner of a client id is written with the row that claims it, once, and never changes.
 * - [J10] Every row and every snapshot carries a checksum; what fails it never reaches a document.
 *
 * Order and acknowledgement never depend on decoding (ARCHITECTURE 8): only `load`, unless it is told to check
 * no more than checksums, and `compact` decode.
 */
export interface Journal {
  append(row: NewRow): Promise<{ seq: number }>
  /** `check` says how far each row is checked; whoever leaves out the decoding does it while reading the rows. */
  load(documentId: DocumentId, generation: Generation, check?: Check): Promise<Stored>
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
}

// At most so much goes into one commit; what waits beyond goes into the next. Bounds the length of one
// transaction, so that a read never waits long behind a burst, and the memory that hands it over.
const maxRowsPerCommit = 1_000
const maxBytesPerCommit = 8_000_000

// SQLite takes 32,766 parameters per statement; a first sync brings as many client ids as a document has seen.
const clientsPerQuery = 10_000

/** For whoever watches over the server. */
export interface JournalHealth {
  /** Whether the last commit failed. */
  isFailing(): boolean
}

export function createJournal(deps: {
  database: Database
  clock: Clock
  log: Log
  metrics?: Metrics
  quarantine?: Quarantine
}): Journal & JournalHealth {
  const { database, clock, log, metrics } = deps
  const quarantine = deps.quarantine ?? createQuarantine({ database, clock })
  const compaction = createCompaction({ database, clock, log, folder: createFolder(clock) })
  const writer = createRowWriter(database)
  const pace = createCommitPace({ now: () => performance.now(), pause })
  let isFailing = false

  const commits = createGroupCommit<NewRow, number | 'stale'>({
    maxItems: maxRowsPerCommit,
    maxSize: maxBytesPerCommit,
    sizeOf: row => row.bytes.length,
    async commit(take) {
      const began = performance.now()
      let isValid: readonly boolean[] = []
      try {
        await pace.next()
        const answer = await database.batch(() => {
          const rows = take()
          isValid = stillValid(rows)
          return writer.statements(
            rows.filter((_, index) => isValid[index]),
            clock.now(),
          )
        })
        const seqs = writer.seqsOf(answer)
        // a transaction in which nothing was valid any more has written nothing
        if (seqs.length > 0) isFailing = false
        metrics?.commits.inc()
        metrics?.appends.inc(seqs.filter(seq => seq !== null).length)
        metrics?.commitSeconds.observe((performance.now() - began) / 1000)
        const written = seqs.values()
        return isValid.map(valid => (valid ? written.next().value : null) ?? 'stale')
      } catch (error) {
        isFailing = true
        metrics?.failedCommits.inc()
        log.error({ err: error, rows: isValid.length }, 'journal commit failed')
        throw error
      }
    },
  })

  return {
    async append(row) {
      const seq = await commits.add({ ...row, bytes: row.bytes.slice() })
      if (seq === 'stale') throw new StaleWrite()
      return { seq }
    },

    load: (documentId, generation, check) =>
      loadStored({ database, log, quarantine }, documentId, generation, check),

    async owners(documentId, generation, clients) {
      const owners = new Map<number, AuthorId | null>()
      for (let start = 0; start < clients.length; start += clientsPerQuery) {
        const rows = await database.kysely
          .selectFrom('journal_client')
          .select(['client_id', 'author'])
          .where('document_id', '=', documentId)
          .where('generation', '=', generation)
          .where('client_id', 'in', clients.slice(start, start + clientsPerQuery))
          .execute()
        for (const { client_id, author } of rows) {
          owners.set(client_id, author === null ? null : authorIdSchema.parse(author))
        }
      }
      return owners
    },

    async durableSeq(documentId, generation) {
      const row = await database.kysely
        .selectFrom('journal')
        .select(select => select.fn.max('seq').as('seq'))
        .where('document_id', '=', documentId)
        .where('generation', '=', generation)
        .executeTakeFirst()
      return row?.seq ?? 0
    },

    isFailing: () => isFailing,

    compact: (documentId, generation) => compaction.compact(documentId, generation),
    close: () => compaction.close(),
  }
}
