import { createHash } from 'node:crypto'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'

/** The id of a document that comes with a kit: a UUID of the free form (version 8), drawn from the kit's id. */
export function partId(kitId: DocumentId, part: string): DocumentId {
  const hash = createHash('sha256').update(`${kitId}/${part}`).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex', 0, 16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return documentIdSchema.parse(parts.join('-'))
}

/**
 * The documents that lie in a kit, of those that it names: the ones begun with it. Anybody who writes in a kit can
 * name a document there; only what was drawn from the kit's own id was never somebody else's.
 */
export function partsOf(kitId: DocumentId, codes: readonly string[], named: readonly string[]): Set<string> {
  const begun = new Set<string>(codes.map(code => partId(kitId, code)))
  return new Set(named.filter(id => begun.has(id)))
}
