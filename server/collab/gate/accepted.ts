import type { Batch } from './batch.ts'
import type { FreshPart } from './freshParts.ts'
import type { Spot } from './place.ts'
import { RangeSet } from './rangeSet.ts'
import { rangeFields } from './summary.ts'

/** One client's rows of one batch. */
export type Segment = { readonly batch: Batch; readonly part: FreshPart }
export type OwnedSpot = { readonly spot: Spot; readonly owner: string }

/** What was accepted and is not in the document yet, first come first. */
export class Accepted {
  #batches: Batch[] = []
  /** per client in the order of the clocks, which is that of acceptance */
  #segments = new Map<number, Segment[]>()
  #deletes = new RangeSet()
  #ownedSpots: OwnedSpot[] = []

  get batches(): readonly Batch[] {
    return this.#batches
  }

  get deletes(): RangeSet {
    return this.#deletes
  }

  /** What stands in somebody's subtree, also if it was deleted since. */
  get ownedSpots(): readonly OwnedSpot[] {
    return this.#ownedSpots
  }

  add(batch: Batch, ownedSpots: readonly OwnedSpot[]): void {
    this.#batches.push(batch)
    for (const spot of ownedSpots) this.#ownedSpots.push(spot)
    for (const part of batch.fresh.values()) {
      const segments = this.#segments.get(part.client)
      if (segments) segments.push({ batch, part })
      else this.#segments.set(part.client, [{ batch, part }])
    }
    this.#addDeletes(batch)
  }

  /** Where a client stands after all that was accepted; 0 if nothing of it is here. */
  end(client: number): number {
    return this.#segments.get(client)?.at(-1)?.part.to ?? 0
  }

  segmentAt(client: number, clock: number): Segment | null {
    const segments = this.#segments.get(client) ?? []
    let low = 0
    let high = segments.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((segments[middle]?.part.to ?? 0) > clock) high = middle
      else low = middle + 1
    }
    const found = segments[low]
    return found && found.part.known <= clock ? found : null
  }

  clear(): void {
    this.#batches = []
    this.#segments = new Map()
    this.#deletes = new RangeSet()
    this.#ownedSpots = []
  }

  #addDeletes({ summary: { deletes } }: Batch): void {
    for (let at = 0; at < deletes.length; ) {
      const client = deletes[at] ?? -1
      const ranges = []
      for (; deletes[at] === client; at += rangeFields) {
        ranges.push({ from: deletes[at + 1] ?? 0, to: deletes[at + 2] ?? 0 })
      }
      this.#deletes.add(client, ranges)
    }
  }
}
