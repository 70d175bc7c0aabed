import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import { template } from '#server/db/template.ts'
import type { SqlRuns } from '#server/db/threadClient.ts'
import { type AuthorId, type DocumentId, type SpaceId, spaceIdSchema } from '#shared/ids.ts'
import { canonicalJson } from '#shared/ledger/canonical.ts'
import { type CommandId, commandIdSchema, type LedgerRow, ledgerRowSchema } from '#shared/ledger/row.ts'
import { type ChainedRow, contentDigest, noDigest, rowDigest } from './chain.ts'

/** The schema version of the canonical bytes. */
const form = 1

export type NewEntry = {
  readonly documentId: DocumentId
  readonly spaceId: SpaceId
  readonly commandId: CommandId
  /** null: the server itself */
  readonly actor: AuthorId | null
  /** the journal of the document up to here was before whoever decided */
  readonly generation: number
  readonly journalSeq: number
  /** each becomes a row; `kind` names it */
  readonly payloads: readonly ({ readonly kind: string } & Readonly<Record<string, unknown>>)[]
}

/** A row with the place in the document's journal that it was decided at. */
export type StoredRow = LedgerRow & { readonly generation: number; readonly journalSeq: number }

/** Rows that are ready to be written: the statements of them, which must be carried out in one transaction. */
export type Prepared = { readonly rows: readonly LedgerRow[]; readonly statements: readonly SqlRuns[] }

/**
 * What was decided, once and in order (ARCHITECTURE 1).
 *
 * - [LE1] Rows are only added. Per space and per document their sequence is 1, 2, 3 … without gaps.
 * - [LE2] Each row's digest binds the row before and everything of this row; its bytes by a salted digest, so that
 *   bytes and salt can be erased and the chain still verifies.
 * - [LE3] Whoever decides in a space does so alone (`alone`): what was read is true until it is written.
 * - [LE4] A command is answered by its rows, however often it is sent.
 */
export interface Ledger {
  /** All rows about a document, in order. */
  rows(documentId: DocumentId): Promise<readonly StoredRow[]>
  /** The sequence of the last row about a document; 0 for none. */
  seq(documentId: DocumentId): Promise<number>
  /** Runs one after the other what decides in a space. */
  alone<T>(spaceId: SpaceId, work: () => Promise<T>): Promise<T>
  /** Makes rows of an entry; only within `alone`, and written before it ends. */
  prepare(entry: NewEntry): Promise<Prepared>
  /**
   * Lets go of what a row says, and of the content that it had signed: bytes and salt are gone, a further row says so,
   * and the chain still verifies (LE2). Answers false where there is no such row, or it says nothing any more.
   */
  erase(row: { documentId: DocumentId; seq: number }, by: AuthorId | null): Promise<boolean>
  /** Writes prepared rows, where they go with nothing else. */
  write(prepared: Prepared, more?: readonly SqlRuns[]): Promise<void>
}

type RowValues = Omit<ChainedRow, 'content'> & {
  content: Uint8Array
  digest: Uint8Array
  bytes: Uint8Array
  salt: Uint8Array
}

export function createLedger(deps: { database: Database; clock: Clock }): Ledger {
  const { database, clock } = deps
  const { kysely } = database
  const queues = new Map<SpaceId, Promise<unknown>>()

  const insertRow = template<RowValues>(
    kysely,
    slot => sql`
      insert into ledger (space_id, seq, document_id, document_seq, command_id, kind, form, at, actor, generation,
        journal_seq, content, digest, bytes, salt)
      values (${slot('spaceId')}, ${slot('seq')}, ${slot('documentId')}, ${slot('documentSeq')}, ${slot('commandId')},
        ${slot('kind')}, ${slot('form')}, ${slot('at')}, ${slot('actor')}, ${slot('generation')},
        ${slot('journalSeq')}, ${slot('content')}, ${slot('digest')}, ${slot('bytes')}, ${slot('salt')})`,
  )
  const setHead = template<{ spaceId: string; seq: number; digest: Uint8Array }>(
    kysely,
    slot => sql`
      insert into ledger_head (space_id, seq, digest)
      values (${slot('spaceId')}, ${slot('seq')}, ${slot('digest')})
      on conflict (space_id) do update set seq = excluded.seq, digest = excluded.digest`,
  )

  const eraseRow = template<{ spaceId: string; seq: number }>(
    kysely,
    slot => sql`update ledger set bytes = null, salt = null
      where space_id = ${slot('spaceId')} and seq = ${slot('seq')}`,
  )
  const eraseContent = template<{ documentId: string }>(
    kysely,
    slot => sql`delete from ledger_content where document_id = ${slot('documentId')}`,
  )

  async function seq(documentId: DocumentId): Promise<number> {
    const row = await kysely
      .selectFrom('ledger')
      .select(select => select.fn.max('document_seq').as('seq'))
      .where('document_id', '=', documentId)
      .executeTakeFirst()
    return row?.seq ?? 0
  }

  const ledger: Ledger = {
    seq,

    async rows(documentId) {
      const rows = await kysely
        .selectFrom('ledger')
        .select(['document_seq', 'command_id', 'at', 'bytes', 'generation', 'journal_seq'])
        .where('document_id', '=', documentId)
        .orderBy('document_seq')
        .execute()
      return rows.map(row => {
        const payload: unknown =
          row.bytes === null ? null : JSON.parse(Buffer.from(row.bytes).toString('utf8'))
        const { generation, journal_seq: journalSeq } = row
        return { ...rowOf(row.document_seq, row.command_id, row.at, payload), generation, journalSeq }
      })
    },

    async alone(spaceId, work) {
      const before = queues.get(spaceId) ?? Promise.resolve()
      const run = before.then(work, work)
      const settled = run.then(
        () => undefined,
        () => undefined,
      )
      queues.set(spaceId, settled)
      void settled.then(() => {
        if (queues.get(spaceId) === settled) queues.delete(spaceId)
      })
      return run
    },

    async prepare({ documentId, spaceId, commandId, actor, generation, journalSeq, payloads }) {
      const head = await kysely
        .selectFrom('ledger_head')
        .select(['seq', 'digest'])
        .where('space_id', '=', spaceId)
        .executeTakeFirst()
      const last = await seq(documentId)
      const at = clock.now()
      let digest = head?.digest ?? noDigest
      const rows: LedgerRow[] = []
      const values = payloads.map((payload, index): RowValues => {
        const bytes = Buffer.from(canonicalJson(payload), 'utf8')
        const salt = randomBytes(32)
        const chained = {
          spaceId,
          seq: (head?.seq ?? 0) + index + 1,
          documentId,
          documentSeq: last + index + 1,
          commandId,
          kind: payload.kind,
          form,
          at,
          actor,
          generation,
          journalSeq,
          content: contentDigest(salt, bytes),
        }
        digest = rowDigest(digest, chained)
        rows.push(rowOf(chained.documentSeq, commandId, at, payload))
        return { ...chained, digest, bytes, salt }
      })
      const top = values.at(-1)
      if (!top) throw new Error('An entry of the ledger without a row')
      return {
        rows,
        statements: [
          { sql: insertRow.sql, runs: values.map(value => insertRow.parametersFor(value)) },
          { sql: setHead.sql, runs: [setHead.parametersFor({ spaceId, seq: top.seq, digest })] },
        ],
      }
    },

    async write({ statements }, more = []) {
      await database.batch(() => [...statements, ...more])
    },

    async erase({ documentId, seq: documentSeq }, by) {
      const place = await kysely
        .selectFrom('ledger')
        .select('space_id')
        .where('document_id', '=', documentId)
        .where('document_seq', '=', documentSeq)
        .executeTakeFirst()
      if (!place) return false
      const spaceId = spaceIdSchema.parse(place.space_id)
      return ledger.alone(spaceId, async () => {
        const row = await kysely
          .selectFrom('ledger')
          .select(['seq', 'kind', 'bytes', 'generation', 'journal_seq as journalSeq'])
          .where('document_id', '=', documentId)
          .where('document_seq', '=', documentSeq)
          .executeTakeFirst()
        if (!row || row.bytes === null) return false
        const { seq: spaceSeq, kind, generation, journalSeq } = row
        const prepared = await ledger.prepare({
          documentId,
          spaceId,
          commandId: commandIdSchema.parse(randomUUID()),
          actor: by,
          generation,
          journalSeq,
          payloads: [{ kind: 'contentErased', seq: spaceSeq, row: documentSeq }],
        })
        const gone: SqlRuns[] = [
          {
            sql: eraseRow.sql,
            runs: [eraseRow.parametersFor({ spaceId, seq: spaceSeq })],
          },
          ...(kind === 'meetingClosed'
            ? [{ sql: eraseContent.sql, runs: [eraseContent.parametersFor({ documentId })] }]
            : []),
        ]
        await ledger.write(prepared, gone)
        return true
      })
    },
  }
  return ledger
}

function rowOf(seq: number, commandId: string, at: number, payload: unknown): LedgerRow {
  const by = typeof payload === 'object' && payload !== null && 'by' in payload ? payload.by : null
  return ledgerRowSchema.parse({ seq, commandId, at, by, payload })
}
