import { anyDepth, type Met, subdocumentDepth } from './anyDepth.ts'
import { ByteReader } from './byteReader.ts'
import { readDeletes } from './deleteRanges.ts'
import { checkKey } from './forbiddenKey.ts'
import { jsonDepth } from './jsonDepth.ts'
import { maxAdvance, maxClientId, maxClock, maxStructs, maxUpdateBytes } from './limits.ts'
import { RefusedUpdate } from './refusal.ts'
import { column, columns, content, packed, type UpdateSummary } from './summary.ts'

export { type RefusalReason, RefusedUpdate } from './refusal.ts'
export type { UpdateSummary } from './summary.ts'

/**
 * Reads an update of format 1, in one pass whose time and memory are bounded by the length of the bytes, whatever
 * they claim. Throws nothing but `RefusedUpdate`.
 *
 * [G1] What is summarised, Yjs decodes to the same structs and deletions, with nothing left over.
 * [G2] No struct and no range has length 0: Yjs throws when one is deleted.
 * [G3] Every client stands once, the highest first: Yjs loses the first of two sections of one client, and
 *      merging loses structs of sections that stand in another order.
 * [G4] No struct rests on a later one of its own client.
 * [G5] No key reaches into a prototype, no value nests deeper than 64 levels.
 */
export function summarize(update: Uint8Array): UpdateSummary {
  if (update.length > maxUpdateBytes) throw new RefusedUpdate('tooLarge')
  return new Summarizer(update).read()
}

// The bits of a struct's first byte beside its content's number.
const hasOrigin = 0x80
const hasRight = 0x40
const hasKey = 0x20
const contentBits = 0x1f

// The types by their number, of which an element and a hook carry a name.
const elementType = 3
const hookType = 5
const lastType = 6

class Summarizer {
  readonly #update: Uint8Array
  readonly #reader: ByteReader
  readonly #structs: number[] = []
  readonly #sections: number[] = []
  readonly #names: string[] = []
  readonly #nameIndex = new Map<string, number>()
  readonly #met: Met & { subdocument: boolean } = { binary: false, subdocument: false }

  constructor(update: Uint8Array) {
    this.#update = update
    this.#reader = new ByteReader(update)
  }

  read(): UpdateSummary {
    let clients = this.#reader.uint()
    if (clients > maxStructs) throw new RefusedUpdate('tooManyStructs')
    for (let above = maxClientId + 1; clients > 0; clients--) above = this.#readSection(above)
    const deletes = readDeletes(this.#reader)
    if (this.#reader.left > 0) throw new RefusedUpdate('undecodable')
    return {
      bytes: this.#update.length,
      structs: packed(this.#structs),
      sections: packed(this.#sections),
      deletes,
      names: this.#names,
      hasBinary: this.#met.binary,
      hasSubdocument: this.#met.subdocument,
    }
  }

  /** One client's structs; gives its id, below which the next one has to be. */
  #readSection(above: number): number {
    const firstRow = this.#structs.length / columns
    const rows = this.#reader.uint()
    if (firstRow + rows > maxStructs) throw new RefusedUpdate('tooManyStructs')
    if (rows === 0) throw new RefusedUpdate('emptyStruct')
    const client = this.#reader.uint()
    if (client >= above) throw new RefusedUpdate('undecodable')
    const from = this.#reader.uint()
    if (from > maxClock) throw new RefusedUpdate('structTooLong')
    const begin = this.#reader.position
    let clock = from
    for (let row = 0; row < rows; row++) {
      const length = this.#readStruct(client, clock)
      if (length === 0) throw new RefusedUpdate('emptyStruct')
      clock += length
      if (clock - from > maxAdvance || clock > maxClock) throw new RefusedUpdate('structTooLong')
    }
    this.#sections.push(client, firstRow, firstRow + rows, from, clock, begin, this.#reader.position)
    return client
  }

  #readStruct(client: number, clock: number): number {
    const info = this.#reader.byte()
    const kind = info & contentBits
    const row = this.#structs.length
    this.#structs.push(client, clock, 0, kind, -1, -1, -1, -1, -1, -1, -1, -1, 0)
    let length: number
    if (kind === content.gc || kind === content.skip) {
      // With other bits set, the readers of Yjs disagree about what this is.
      if (info !== kind) throw new RefusedUpdate('undecodable')
      length = this.#reader.uint()
    } else {
      this.#readPlace(info, client, clock, row)
      length = this.#readContent(kind, row)
    }
    this.#structs[row + column.length] = length
    return length
  }

  /** Where an item stands: beside others, or, without neighbours, in a named root or a type, maybe at a key. */
  #readPlace(info: number, client: number, clock: number, row: number): void {
    if (info & hasOrigin) this.#readId(row + column.originClient, client, clock)
    if (info & hasRight) this.#readId(row + column.rightClient, client, clock)
    if (info & (hasOrigin | hasRight)) return
    const isRoot = this.#reader.uint()
    if (isRoot > 1) throw new RefusedUpdate('undecodable')
    if (isRoot === 1) this.#structs[row + column.root] = this.#name()
    else this.#readId(row + column.parentClient, client, clock)
    if (info & hasKey) this.#structs[row + column.key] = this.#name()
  }

  #readId(at: number, client: number, clock: number): void {
    const idClient = this.#reader.uint()
    const idClock = this.#reader.uint()
    if (idClient === client && idClock >= clock) throw new RefusedUpdate('undecodable')
    this.#structs[at] = idClient
    this.#structs[at + 1] = idClock
  }

  #name(): number {
    const name = checkKey(this.#reader.text())
    const known = this.#nameIndex.get(name)
    if (known !== undefined) return known
    this.#nameIndex.set(name, this.#names.length)
    return this.#names.push(name) - 1
  }

  /** Reads past the content, notes how deep it nests, and gives its length in clocks. */
  #readContent(kind: number, row: number): number {
    const reader = this.#reader
    const depthAt = row + column.depth
    switch (kind) {
      case content.deleted:
        return reader.uint()
      case content.json: {
        const length = reader.count()
        for (let left = length; left > 0; left--) this.#deepen(depthAt, this.#jsonElement())
        return length
      }
      case content.binary:
        reader.skip(reader.count())
        this.#met.binary = true
        return 1
      case content.string:
        return reader.textLength()
      case content.embed:
        this.#deepen(depthAt, jsonDepth(reader.text()))
        return 1
      case content.format:
        checkKey(reader.text())
        this.#deepen(depthAt, jsonDepth(reader.text()))
        return 1
      case content.type:
        this.#readType()
        this.#deepen(depthAt, 1)
        return 1
      case content.any: {
        const length = reader.count()
        for (let left = length; left > 0; left--) this.#deepen(depthAt, anyDepth(reader, this.#met))
        return length
      }
      case content.subdocument:
        reader.textLength()
        this.#met.subdocument = true
        this.#deepen(depthAt, subdocumentDepth(reader, this.#met))
        return 1
      default:
        throw new RefusedUpdate('undecodable')
    }
  }

  /** Yjs writes `undefined`, which JSON does not have, as this word. */
  #jsonElement(): number {
    const text = this.#reader.text()
    return text === 'undefined' ? 0 : jsonDepth(text)
  }

  #readType(): void {
    const type = this.#reader.uint()
    if (type > lastType) throw new RefusedUpdate('undecodable')
    if (type === elementType || type === hookType) checkKey(this.#reader.text())
  }

  #deepen(at: number, depth: number): void {
    if (depth > (this.#structs[at] ?? 0)) this.#structs[at] = depth
  }
}
