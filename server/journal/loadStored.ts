import type { Database } from '#server/db/database.ts'
import type { Log } from '#server/log.ts'
import type { DocumentId, Generation } from '#shared/ids.ts'
import { type Check, checkRows } from './checkRows.ts'
import { type Extent, unpackState } from './encodings.ts'
import { perDocument, type Quarantine } from './quarantine.ts'
import { readStored } from './readStored.ts'

export type Stored = {
  /** Yjs update format 1 */
  snapshot: Uint8Array | null
  /** how far the snapshot reaches */
  extent: Extent | null
  /** Yjs update format 1, in order; each is complete. */
  updates: Uint8Array[]
  /** the last row, 0 = nothing yet */
  seq: number
  /** the last row that the snapshot holds, 0 = no snapshot */
  snapshotSeq: number
  damage: Damage | null
}
/** Rows that could not be read, or are gone: they are not in `updates`. */
export type Damage = { readonly seqs: readonly number[] }

/**
 * Reads a document and checks what it reads (THREATS a23). A damaged snapshot is no damage of the document:
 * the raw rows replace it. A damaged row stays where it lies; a copy is set aside.
 */
export async function loadStored(
  deps: { database: Database; log: Log; quarantine: Quarantine },
  documentId: DocumentId,
  generation: Generation,
  check?: Check,
): Promise<Stored> {
  const { log } = deps
  const { snapshot, damagedSnapshot, rows, seq } = await readStored(deps.database, documentId, generation)
  if (damagedSnapshot) {
    log.error({ document: documentId, generation, seq: damagedSnapshot.seq }, 'snapshot damaged, rows serve')
  }
  const snapshotSeq = snapshot?.seq ?? 0
  const { whole, damaged, missing } = checkRows(rows, snapshotSeq, check)
  const seqs = [...damaged.map(row => row.seq), ...missing].sort((a, b) => a - b)
  if (seqs.length > 0) {
    log.error({ document: documentId, generation, rows: seqs.length, first: seqs[0] }, 'journal rows damaged')
  }
  // more would only push one another out again, at every opening
  for (const { bytes } of damaged.slice(0, perDocument.rows)) {
    try {
      await deps.quarantine.add({
        documentId,
        generation,
        author: null,
        client: null,
        reason: 'damagedRow',
        bytes,
      })
    } catch (error) {
      // The row itself lies untouched in the journal, and the next opening sets it aside.
      log.error({ err: error, document: documentId }, 'damaged row not set aside')
    }
  }
  const state = snapshot && (await unpackState(snapshot.bytes))
  return {
    snapshot: state?.update ?? null,
    extent: state?.extent ?? null,
    updates: whole,
    seq,
    snapshotSeq,
    damage: seqs.length > 0 ? { seqs } : null,
  }
}
