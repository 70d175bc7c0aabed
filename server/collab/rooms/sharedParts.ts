import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** One client's structs from a clock on, as they stand in an update. */
type Part = { readonly from: number; readonly bytes: Uint8Array }

/**
 * Puts together what readers lack from parts that are kept. Devices that come back with work of their own each
 * hold another state, and yet lack the same work of the same others: it is encoded once, not once for each.
 *
 * - [SY1] A reader that takes `lackedBy` has the same document as by Yjs' own answer, whatever has changed since
 *   the parts were made.
 */
export class SharedParts {
  readonly #doc: Y.Doc
  /** by client, as those who asked last lacked it; `null` until somebody asks */
  #parts: Map<number, Part> | null = null
  #deletes: Uint8Array | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** An update with what whoever has `stateVector` lacks. */
  lackedBy(stateVector: Uint8Array): Uint8Array {
    const parts = this.#parts
    const { pendingStructs, pendingDs } = this.#doc.store
    // whoever comes alone needs no parts; what rests on lost rows of a damaged journal is in none
    if (!parts || pendingStructs || pendingDs) {
      const answer = Y.encodeStateAsUpdate(this.#doc, stateVector)
      if (!parts) this.#begin()
      return answer
    }
    const lacked = this.#lacked(Y.decodeStateVector(stateVector))
    this.#encode(lacked.filter(([client, from]) => parts.get(client)?.from !== from))
    this.#deletes ??= encodedDeletes(this.#doc)
    const pieces: Uint8Array[] = [encoding.encode(encoder => encoding.writeVarUint(encoder, lacked.length))]
    for (const [client] of lacked) pieces.push(parts.get(client)?.bytes ?? nothing)
    pieces.push(this.#deletes)
    return joined(pieces)
  }

  /** Nothing is kept any longer. */
  forget(): void {
    if (!this.#parts) return
    this.#doc.off('afterTransaction', this.#changed)
    this.#parts = null
    this.#deletes = null
  }

  #begin(): void {
    this.#parts = new Map()
    this.#doc.on('afterTransaction', this.#changed)
  }

  /** Clients with the clocks from which they are lacked, the highest first, as Yjs writes them. */
  #lacked(known: ReadonlyMap<number, number>): (readonly [client: number, from: number])[] {
    const lacked: (readonly [number, number])[] = []
    const { store } = this.#doc
    for (const client of store.clients.keys()) {
      const from = known.get(client) ?? 0
      if (Y.getState(store, client) > from) lacked.push([client, from])
    }
    return lacked.sort(([left], [right]) => right - left)
  }

  #encode(lacked: readonly (readonly [client: number, from: number])[]): void {
    const encoder = new Y.UpdateEncoderV1()
    const ends: number[] = []
    for (const [client, from] of lacked) {
      const structs = this.#doc.store.clients.get(client) ?? []
      const first = Y.findIndexSS(structs, from)
      encoding.writeVarUint(encoder.restEncoder, structs.length - first)
      encoder.writeClient(client)
      encoding.writeVarUint(encoder.restEncoder, from)
      structs[first]?.write(encoder, from - structs[first].id.clock)
      for (let index = first + 1; index < structs.length; index++) structs[index]?.write(encoder, 0)
      ends.push(encoding.length(encoder.restEncoder))
    }
    const bytes = encoder.toUint8Array()
    lacked.forEach(([client, from], index) => {
      this.#parts?.set(client, { from, bytes: bytes.subarray(ends[index - 1] ?? 0, ends[index]) })
    })
  }

  readonly #changed = ({ beforeState, afterState, deleteSet }: Y.Transaction): void => {
    this.#deletes = null
    for (const client of this.#parts?.keys() ?? []) {
      const isSame = beforeState.get(client) === afterState.get(client) && !deleteSet.clients.has(client)
      if (!isSame) this.#parts?.delete(client)
    }
  }
}

const nothing = new Uint8Array()

/** All deletions: what an update for somebody who has every struct holds, after the number of its clients. */
function encodedDeletes(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)).subarray(1)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
