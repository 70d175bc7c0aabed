import * as Y from 'yjs'
import { HeldUpdates } from '#test/support/heldUpdates.ts'

/**
 * Those of the updates that the rows do not hold. A full sync also names what nobody deleted by hand (of two
 * who set a field at once one is overwritten): such a deletion is held if the rows' document has it.
 */
export function missingUpdates(rows: readonly Uint8Array[], updates: readonly Uint8Array[]): Uint8Array[] {
  const held = new HeldUpdates(rows)
  const missing = updates.filter(update => !held.contains(update))
  if (missing.length === 0) return []
  const doc = new Y.Doc()
  for (const row of rows) Y.applyUpdate(doc, row)
  const snapshot = Y.snapshot(doc)
  return missing.filter(update => !Y.snapshotContainsUpdate(snapshot, update))
}
