import { promisify } from 'node:util'
import { deflateRawSync, inflateRaw } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Of a row: Yjs update format 1, as it came over the wire. */
export const rowEncoding = 'yjs1'
/**
 * Of a snapshot: how far it reaches, then Yjs update format 1, deflated without a header. A third larger than
 * format 2 would be, and what whoever has nothing yet is sent as it is.
 */
export const snapshotEncoding = 'extent+yjs1+deflate'

/** How far a state reaches: to be known without reading it. */
export type Extent = {
  /** as Yjs writes it */
  readonly stateVector: Uint8Array
  /** all deletions, as an update of format 1 that holds nothing else */
  readonly deletions: Uint8Array
}
export type State = {
  /** Yjs update format 1 */
  readonly update: Uint8Array
  readonly extent: Extent
}

const inflate = promisify(inflateRaw)
// An update without structs begins with their number, then come the deletions.
const noStructs = 0
// Text deflates to a fourth or a fifth: so all of it comes in one piece, and not in hundreds of 16 kB.
const usualRatio = 8
const leastChunk = 16_384

export function extentOf(doc: Y.Doc): Extent {
  const stateVector = Y.encodeStateVector(doc)
  return { stateVector, deletions: Y.encodeStateAsUpdate(doc, stateVector) }
}

/** A document's state as it is stored. */
export function packState(doc: Y.Doc): Uint8Array {
  const { stateVector, deletions } = extentOf(doc)
  const packed = encoding.encode(encoder => {
    encoding.writeVarUint8Array(encoder, stateVector)
    // the same bytes with which the update ends
    encoding.writeVarUint(encoder, deletions.length - 1)
    encoding.writeUint8Array(encoder, Y.encodeStateAsUpdate(doc))
  })
  return deflateRawSync(packed)
}

/** What is within a stored snapshot. */
export async function unpackState(stored: Uint8Array): Promise<State> {
  const packed = await inflate(stored, { chunkSize: Math.max(leastChunk, stored.length * usualRatio) })
  const decoder = decoding.createDecoder(packed)
  const stateVector = decoding.readVarUint8Array(decoder).slice()
  const deletionsLength = decoding.readVarUint(decoder)
  // copied, so that the larger buffer it was inflated into goes
  const update = decoding.readTailAsUint8Array(decoder).slice()
  const deletions = new Uint8Array(1 + deletionsLength)
  deletions[0] = noStructs
  deletions.set(update.subarray(update.length - deletionsLength), 1)
  return { update, extent: { stateVector, deletions } }
}

/** Whether a row is a complete update; says nothing about what stands in it. */
export function decodes(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update)
    return true
  } catch {
    return false
  }
}
