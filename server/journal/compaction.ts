import { crc32 } from 'node:zlib'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Log } from '#server/log.ts'
import type { DocumentId, Generation } from '#shared/ids.ts'
import { snapshotEncoding } from './encodings.ts'
import type { Folder } from './folder.ts'
import { readStored, type StoredBytes } from './readStored.ts'

/** Makes snapshots, one at a time; the raw rows stay. */
export function createCompaction(deps: { database: Database; clock: Clock; log: Log; folder: Folder }) {
  const { database, clock, log, folder } = deps
  const waiting = new Map<string, Promise<void>>()
  let last: Promise<void> = Promise.resolve()
  let closed = false

  async function once(documentId: DocumentId, generation: Generation): Promise<void> {
    const stored = await readStored(database, documentId, generation)
    if (stored.rows.count === 0) return
    const answer = await folder.fold(stored)
    if (answer.result === 'dropped') return
    if (answer.result !== 'folded') {
      log.error({ document: documentId, generation, answer }, 'document not compacted, its rows serve')
      return
    }
    await swap(documentId, generation, stored, answer.bytes)
  }

  /** One transaction; an older snapshot, or the damaged one that was seen, makes room for the new one. */
  async function swap(
    documentId: DocumentId,
    generation: Generation,
    { seq, damagedSnapshot }: StoredBytes,
    bytes: Uint8Array,
  ): Promise<void> {
    await database.transact(async trx => {
      if (damagedSnapshot) {
        await trx
          .deleteFrom('snapshot')
          .where('document_id', '=', documentId)
          .where('generation', '=', generation)
          .where('seq', '=', damagedSnapshot.seq)
          .where('crc', '=', damagedSnapshot.crc)
          .execute()
      }
      await trx
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
        .execute()
    })
  }

  return {
    compact(documentId: DocumentId, generation: Generation): Promise<void> {
      const key = `${documentId}/${generation}`
      const found = waiting.get(key)
      if (found) return found
      const run = last.then(async () => {
        waiting.delete(key)
        if (closed) return
        try {
          await once(documentId, generation)
        } catch (error) {
          // Nothing is lost without it: the rows are there.
          log.error({ err: error, document: documentId, generation }, 'document not compacted')
        }
      })
      waiting.set(key, run)
      last = run
      return run
    },
    /** Nothing is written any more when it has resolved. */
    async close(): Promise<void> {
      closed = true
      await folder.close()
      await last
    },
  }
}
