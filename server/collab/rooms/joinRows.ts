import * as Y from 'yjs'
import { joined } from '#server/collab/gate/joinUpdates.ts'
import { summarize } from '#server/collab/gate/summarize.ts'
import type { Extent, State } from '#server/journal/encodings.ts'

/**
 * Puts rows of the journal, in their order, together into one update that holds exactly their structs and deletions,
 * and says how far it reaches. `before` is how far the snapshot reaches that they follow.
 * @throws where a row is no complete update, or does not follow on what is before it
 */
export function joinRows(rows: readonly Uint8Array[], before: Extent | null): State {
  const all = joined(rows.map(bytes => ({ bytes, summary: summarize(bytes) })))
  const clocks = before ? Y.decodeStateVector(before.stateVector) : new Map<number, number>()
  if (!all?.follows(clocks)) throw new Error('Rows that do not follow each other')
  const { update, stateVector, deletions } = all
  return { update, extent: { stateVector, deletions } }
}
