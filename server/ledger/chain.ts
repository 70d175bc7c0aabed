import { createHash } from 'node:crypto'

/** Everything of a row that the chain binds. `content`: of salt and bytes, so that these can be erased. */
export type ChainedRow = {
  readonly spaceId: string
  readonly seq: number
  readonly documentId: string
  readonly documentSeq: number
  readonly commandId: string
  readonly kind: string
  readonly form: number
  readonly at: number
  readonly actor: string | null
  readonly generation: number
  readonly journalSeq: number
  readonly content: Uint8Array
}

/** Before the first row of a space. */
export const noDigest: Uint8Array = new Uint8Array(32)

/** SHA-256 of the salt and the bytes. Whoever does not have the salt cannot try out what the bytes may have been. */
export const contentDigest = (salt: Uint8Array, bytes: Uint8Array): Uint8Array =>
  createHash('sha256').update(salt).update(bytes).digest()

/** SHA-256 of the digest of the row before and of this row, each part with its length before it. */
export function rowDigest(previous: Uint8Array, row: ChainedRow): Uint8Array {
  const hash = createHash('sha256').update('mitschrift ledger 1').update(previous)
  const { content, ...words } = row
  const parts = [
    words.spaceId,
    words.seq,
    words.documentId,
    words.documentSeq,
    words.commandId,
    words.kind,
    words.form,
    words.at,
    words.actor === null ? '-' : `+${words.actor}`,
    words.generation,
    words.journalSeq,
  ]
  for (const part of parts) {
    const text = Buffer.from(String(part), 'utf8')
    hash.update(`${text.length}:`).update(text)
  }
  return hash.update(content).digest()
}

export const isSameDigest = (left: Uint8Array, right: Uint8Array): boolean =>
  Buffer.from(left.buffer, left.byteOffset, left.byteLength).equals(right)
