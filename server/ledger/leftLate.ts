import type { Database } from '#server/db/database.ts'
import { type AuthorId, authorIdSchema, documentIdSchema } from '#shared/ids.ts'
import type { Room } from '#shared/wire/room.ts'

/** Why an update lies in the quarantine that came after its document was closed. */
const closedReason = 'closed'

/**
 * What a process that died may have left to be done for late contributions: documents with a frozen wording, and what
 * was refused after closing.
 */
export async function leftLate({ kysely }: Pick<Database, 'kysely'>): Promise<{
  rooms: Room[]
  refused: { room: Room; author: AuthorId | null; bytes: Uint8Array; at: number }[]
}> {
  const frozen = await kysely
    .selectFrom('ledger')
    .innerJoin('document', 'document.id', 'ledger.document_id')
    .select(['document.id as id', 'document.generation as generation'])
    .where('ledger.kind', '=', 'wordingFrozen')
    .distinct()
    .execute()
  const kept = await kysely
    .selectFrom('quarantine')
    .innerJoin('document', 'document.id', 'quarantine.document_id')
    .select(['document.id as id', 'document.generation as generation'])
    .select(['quarantine.author', 'quarantine.bytes', 'quarantine.at'])
    .where('quarantine.reason', '=', closedReason)
    .whereRef('quarantine.generation', '=', 'document.generation')
    .orderBy('quarantine.at')
    .execute()
  return {
    rooms: frozen.map(roomOf),
    refused: kept.flatMap(row =>
      row.bytes === null
        ? []
        : [
            {
              room: roomOf(row),
              author: row.author === null ? null : authorIdSchema.parse(row.author),
              bytes: row.bytes,
              at: row.at,
            },
          ],
    ),
  }
}

const roomOf = ({ id, generation }: { id: string; generation: number }): Room => ({
  documentId: documentIdSchema.parse(id),
  generation,
})
