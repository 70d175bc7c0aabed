import * as Y from 'yjs'
import { Durations } from '#test/bench/measure/stats.ts'
import type { Typing } from './typing.ts'

/** What one message held: which edits, each under its number. */
type Content = { readonly bytes: Buffer; readonly edits: Uint32Array }

// Every client hears the same bytes within a short time; older ones are decoded again.
const contentsKept = 4_000

/**
 * Which edit has arrived where, and when. Exact in whatever form a server passes edits on: alone, merged,
 * more than once. A message is decoded once, however many clients hear it: known again by its bytes.
 */
export class Arrivals {
  readonly latency = new Durations()
  /** edits made while it was measured, and how often each of them should arrive altogether */
  edits = 0
  deliveries = 0
  readonly #perTypist: number
  readonly #writes = new Map<number, { clocks: number[]; numbers: number[] }>()
  readonly #deletions = new Map<number, Map<number, number>>()
  readonly #sentAt: Float64Array
  readonly #arrived: Uint8Array
  readonly #bytesPerReader: number
  #contents = new Map<number, Content>()

  constructor(typings: readonly Typing[], readers: number) {
    this.#perTypist = Math.max(0, ...typings.map(({ edits }) => edits.length))
    const count = typings.length * this.#perTypist
    this.#sentAt = new Float64Array(count).fill(Number.NaN)
    this.#bytesPerReader = Math.ceil(count / 8)
    this.#arrived = new Uint8Array(this.#bytesPerReader * readers)
    typings.forEach(({ client, edits }, typist) => {
      const writes = { clocks: new Array<number>(), numbers: new Array<number>() }
      const deletions = new Map<number, number>()
      edits.forEach(({ wrote, deleted }, index) => {
        const number = typist * this.#perTypist + index
        if (deleted !== null) deletions.set(deleted, number)
        if (wrote === null) return
        writes.clocks.push(wrote)
        writes.numbers.push(number)
      })
      this.#writes.set(client, writes)
      this.#deletions.set(client, deletions)
    })
  }

  /** An edit is on its way; only such ones are counted. */
  sent(typist: number, edit: number, at: number): void {
    this.#sentAt[typist * this.#perTypist + edit] = at
    this.edits++
  }

  /** A reader, who is the typist of the same number, has received an update. */
  received(reader: number, bytes: Uint8Array, at: number): void {
    const { edits } = this.#content(bytes)
    const base = reader * this.#bytesPerReader
    for (const number of edits) {
      const sentAt = this.#sentAt[number] ?? Number.NaN
      if (Number.isNaN(sentAt)) continue
      if (Math.floor(number / this.#perTypist) === reader) continue
      const place = base + (number >>> 3)
      const bit = 1 << (number & 7)
      const seen = this.#arrived[place] ?? 0
      if ((seen & bit) !== 0) continue
      this.#arrived[place] = seen | bit
      this.deliveries++
      this.latency.add(at - sentAt)
    }
  }

  #content(bytes: Uint8Array): Content {
    const key = hash(bytes)
    const known = this.#contents.get(key)
    if (known?.bytes.equals(bytes)) return known
    const content = { bytes: Buffer.from(bytes), edits: this.#editsIn(bytes) }
    if (this.#contents.size >= contentsKept) this.#contents = new Map()
    this.#contents.set(key, content)
    return content
  }

  #editsIn(bytes: Uint8Array): Uint32Array {
    const { structs, ds } = Y.decodeUpdate(bytes)
    const found: number[] = []
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue
      const writes = this.#writes.get(struct.id.client)
      if (!writes) continue
      const end = struct.id.clock + struct.length
      for (let at = firstFrom(writes.clocks, struct.id.clock); at < writes.clocks.length; at++) {
        if ((writes.clocks[at] ?? end) >= end) break
        found.push(writes.numbers[at] ?? 0)
      }
    }
    for (const [client, ranges] of ds.clients) {
      const deletions = this.#deletions.get(client)
      if (!deletions) continue
      for (const { clock, len } of ranges) {
        for (let at = clock; at < clock + len; at++) {
          const number = deletions.get(at)
          if (number !== undefined) found.push(number)
        }
      }
    }
    return Uint32Array.from(found)
  }
}

/** The index of the first clock that is not below `from`. */
function firstFrom(clocks: readonly number[], from: number): number {
  let low = 0
  let high = clocks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((clocks[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** FNV-1a over the length, the beginning and the end; who has the same hash is compared. */
function hash(bytes: Uint8Array): number {
  const { length } = bytes
  let mixed = 0x811c9dc5 ^ length
  const head = Math.min(length, 48)
  for (let at = 0; at < head; at++) mixed = Math.imul(mixed ^ (bytes[at] ?? 0), 0x01000193)
  for (let at = Math.max(head, length - 48); at < length; at++) {
    mixed = Math.imul(mixed ^ (bytes[at] ?? 0), 0x01000193)
  }
  return mixed >>> 0
}
