import { crc32 } from 'node:zlib'
import { sql } from 'kysely'
import type { Database } from '#server/db/database.ts'
import { template } from '#server/db/template.ts'
import type { SqlRuns } from '#server/db/threadClient.ts'
import type { BatchAnswer } from '#server/db/threadProtocol.ts'
import type { AuthorId, DocumentId, Generation } from '#shared/ids.ts'
import { rowEncoding } from './encodings.ts'

export type NewRow = {
  documentId: DocumentId
  generation: Generation
  /** null: the server itself */
  author: AuthorId | null
  bytes: Uint8Array
  /** Client ids of the row that nobody had before: from its commit on they belong to its author. */
  claims?: readonly number[]
  /** Asked when the row's transaction begins; `false` rejects it with StaleWrite. */
  isValid?: () => boolean
  /** Statements that are carried out in the row's transaction, after all rows. */
  together?: readonly SqlRuns[]
}

type RowValues = Pick<NewRow, 'documentId' | 'generation' | 'author' | 'bytes'> & {
  encoding: string
  crc: number
  at: number
}
type ClaimValues = Pick<NewRow, 'documentId' | 'generation' | 'author'> & { client: number }

/**
 * The two statements of an append. The sequence is counted by the database within the transaction, so that
 * no memory of it can be wrong; a generation that has been followed by another takes no row.
 */
export function createRowWriter({ kysely }: Pick<Database, 'kysely'>) {
  const insertRow = template<RowValues>(
    kysely,
    slot => sql`
      insert into journal (document_id, generation, seq, author, encoding, bytes, crc, at)
      select ${slot('documentId')}, ${slot('generation')},
        (select coalesce(max(seq), 0) + 1 from journal
          where document_id = ${slot('documentId')} and generation = ${slot('generation')}),
        ${slot('author')}, ${slot('encoding')}, ${slot('bytes')}, ${slot('crc')}, ${slot('at')}
      where not exists (select 1 from document
        where id = ${slot('documentId')} and generation > ${slot('generation')})
      returning seq`,
  )
  const insertClaim = template<ClaimValues>(
    kysely,
    slot => sql`
      insert into journal_client (document_id, generation, client_id, author)
      values (${slot('documentId')}, ${slot('generation')}, ${slot('client')}, ${slot('author')})
      on conflict do nothing`,
  )

  return {
    statements(rows: readonly NewRow[], at: number): SqlRuns[] {
      const claims = rows.flatMap(({ documentId, generation, author, claims = [] }) =>
        claims.map(client => ({ documentId, generation, author, client })),
      )
      const insertRows = {
        sql: insertRow.sql,
        runs: rows.map(row =>
          insertRow.parametersFor({ ...row, encoding: rowEncoding, crc: crc32(row.bytes), at }),
        ),
      }
      const insertClaims = {
        sql: insertClaim.sql,
        runs: claims.map(claim => insertClaim.parametersFor(claim)),
      }
      const together = rows.flatMap(row => row.together ?? [])
      return [insertRows, ...(claims.length > 0 ? [insertClaims] : []), ...together]
    },

    /** The sequence of each row, in order; null where its generation has ended. */
    seqsOf: ([rows = []]: BatchAnswer): (number | null)[] =>
      rows.map(row => (row === null ? null : Number(row.seq))),
  }
}
