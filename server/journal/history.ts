import { crc32 } from 'node:zlib'
import type { Database } from '#server/db/database.ts'
import { type AuthorId, authorIdSchema, type DocumentId, type Generation } from '#shared/ids.ts'
import { rowEncoding } from './encodings.ts'

/** One row of the journal as it was written. `at` in ms since 1970; `author` null: the server. */
export type HistoryRow = {
  readonly seq: number
  readonly author: AuthorId | null
  readonly at: number
  readonly bytes: Uint8Array
}

/** Every row of a document in order; one that is damaged, or of an encoding that is not known, is left out. */
export async function readHistory(
  { kysely }: Pick<Database, 'kysely'>,
  documentId: DocumentId,
  generation: Generation,
): Promise<HistoryRow[]> {
  const rows = await kysely
    .selectFrom('journal')
    .select(['seq', 'author', 'at', 'bytes', 'crc'])
    .where('document_id', '=', documentId)
    .where('generation', '=', generation)
    .where('encoding', '=', rowEncoding)
    .orderBy('seq')
    .execute()
  return rows
    .filter(row => crc32(row.bytes) === row.crc)
    .map(({ seq, author, at, bytes }) => ({
      seq,
      at,
      bytes,
      author: author === null ? null : authorIdSchema.parse(author),
    }))
}
