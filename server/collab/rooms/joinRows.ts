import { joined } from '#server/collab/gate/joinUpdates.ts'
import { summarize } from '#server/collab/gate/summarize.ts'
import type { State } from '#server/journal/encodings.ts'

/**
 * Puts rows of the journal, in their order, together into one update that holds exactly their structs and deletions,
 * and says how far it reaches.
 * @throws where a row is no complete update, or does not follow on the rows before
 */
export function joinRows(rows: readonly Uint8Array[]): State {
  const all = joined(rows.map(bytes => ({ bytes, summary: summarize(bytes) })))
  if (!all) throw new Error('Rows that do not follow each other')
  const { update, stateVector, deletions } = all
  return { update, extent: { stateVector, deletions } }
}
