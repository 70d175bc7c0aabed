import { crc32 } from 'node:zlib'
import type { Transaction } from 'kysely'
import type { Tables } from '#server/db/tables.ts'
import type { AuthorId, DocumentId, Generation } from '#shared/ids.ts'

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
}

// SQLite takes 32,766 parameters per statement, a row has seven.
const rowsPerStatement = 1_000

/** Writes rows at the end of their documents' journals; answers the sequence of each, in order. */
export async function writeRows(
  trx: Transaction<Tables>,
  rows: readonly NewRow[],
  encoding: string,
  at: number,
): Promise<{ seq: number }[]> {
  const last = new Map<string, number>()
  const values = []
  for (const { documentId, generation, author, bytes } of rows) {
    const key = `${documentId}/${generation}`
    const seq = (last.get(key) ?? (await lastSeq(trx, documentId, generation))) + 1
    last.set(key, seq)
    values.push({ document_id: documentId, generation, seq, author, encoding, bytes, crc: crc32(bytes), at })
  }
  for (let start = 0; start < values.length; start += rowsPerStatement) {
    await trx
      .insertInto('journal')
      .values(values.slice(start, start + rowsPerStatement))
      .execute()
  }
  const owned = rows.flatMap(({ documentId, generation, author, claims = [] }) =>
    claims.map(client_id => ({ document_id: documentId, generation, client_id, author })),
  )
  if (owned.length > 0) {
    await trx
      .insertInto('journal_client')
      .values(owned)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
  return values.map(({ seq }) => ({ seq }))
}

async function lastSeq(trx: Transaction<Tables>, documentId: string, generation: number): Promise<number> {
  const row = await trx
    .selectFrom('journal')
    .select(select => select.fn.max('seq').as('seq'))
    .where('document_id', '=', documentId)
    .where('generation', '=', generation)
    .executeTakeFirst()
  return row?.seq ?? 0
}
