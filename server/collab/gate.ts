import * as Y from 'yjs'

/**
 * What happens to an update before it reaches the journal.
 * - `append`: it holds something new.
 * - `nothingNew`: the document holds all of it already, so it is on disk: acknowledged without a row,
 *   and the journal does not grow by what is sent again (THREATS b29).
 * - `refuse`: it cannot be read: neither row nor acknowledgement (THREATS b5).
 */
export type Verdict =
  | { verdict: 'append' }
  | { verdict: 'nothingNew' }
  | { verdict: 'refuse'; reason: 'undecodable' }

export function judge(document: Y.Doc, update: Uint8Array): Verdict {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return { verdict: 'refuse', reason: 'undecodable' }
  }
  return contains(document.store, decoded) ? { verdict: 'nothingNew' } : { verdict: 'append' }
}

type StructStore = Y.Doc['store']

/** Looks at the first new struct and stops: a keystroke costs one look-up, whatever the document's size. */
function contains(store: StructStore, { structs, ds }: ReturnType<typeof Y.decodeUpdate>): boolean {
  for (const struct of structs) {
    // A skip stands for a gap, it holds nothing itself.
    if (struct instanceof Y.Skip) continue
    if (struct.id.clock + struct.length > Y.getState(store, struct.id.client)) return false
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (len > 0 && !isDeleted(store, client, clock, clock + len)) return false
    }
  }
  return true
}

function isDeleted(store: StructStore, client: number, from: number, to: number): boolean {
  const structs = store.clients.get(client)
  if (!structs || to > Y.getState(store, client)) return false
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= to) return true
    if (!struct.deleted) return false
  }
  return true
}
