import { promisify } from 'node:util'
import { deflateRawSync, inflateRaw } from 'node:zlib'
import * as Y from 'yjs'

/** Of a row: Yjs update format 1, as it came over the wire. */
export const rowEncoding = 'yjs1'
/** Of a snapshot: Yjs update format 2, deflated without a header; three to six times smaller than format 1. */
export const snapshotEncoding = 'yjs2+deflate'

const inflate = promisify(inflateRaw)

/** A document's state as it is stored. */
export const packState = (doc: Y.Doc): Uint8Array => deflateRawSync(Y.encodeStateAsUpdateV2(doc))

/** The update format 2 within a stored snapshot. */
export const unpackState = (stored: Uint8Array): Promise<Uint8Array> => inflate(stored)

/** Whether a row is a complete update; says nothing about what stands in it. */
export function decodes(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update)
    return true
  } catch {
    return false
  }
}
