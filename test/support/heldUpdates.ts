import * as Y from 'yjs'

/** Adjoining ranges of numbers, to which ranges are added. */
class Ranges {
  private ranges: [from: number, to: number][] = []

  add(from: number, to: number): void {
    const apart = this.ranges.filter(([start, end]) => end < from || start > to)
    const touching = this.ranges.filter(([start, end]) => end >= from && start <= to)
    const start = Math.min(from, ...touching.map(range => range[0]))
    const end = Math.max(to, ...touching.map(range => range[1]))
    this.ranges = [...apart, [start, end]]
  }

  contains(from: number, to: number): boolean {
    return this.ranges.some(([start, end]) => start <= from && to <= end)
  }
}

/**
 * What a journal's bytes hold, told without applying them to a document: which clocks of which client
 * were written, which were deleted. A test's own view, independent of the server's.
 */
export class HeldUpdates {
  private readonly written = new Map<number, Ranges>()
  private readonly deleted = new Map<number, Ranges>()

  constructor(updates: readonly Uint8Array[]) {
    for (const update of updates) {
      this.each(update, (kind, client, from, to) => {
        const known = this[kind].get(client) ?? new Ranges()
        known.add(from, to)
        this[kind].set(client, known)
      })
    }
  }

  /** Whether every insertion and every deletion of the update is held. */
  contains(update: Uint8Array): boolean {
    let isHeld = true
    this.each(update, (kind, client, from, to) => {
      isHeld &&= this[kind].get(client)?.contains(from, to) ?? false
    })
    return isHeld
  }

  private each(
    update: Uint8Array,
    visit: (kind: 'written' | 'deleted', client: number, from: number, to: number) => void,
  ): void {
    const { structs, ds } = Y.decodeUpdate(update)
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue
      visit('written', struct.id.client, struct.id.clock, struct.id.clock + struct.length)
    }
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) visit('deleted', client, clock, clock + len)
    }
  }
}
