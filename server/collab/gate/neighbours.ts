import type * as Y from 'yjs'
import type { Accepted } from './accepted.ts'
import type { Batch } from './batch.ts'
import { maxOrderSteps } from './limits.ts'
import { type Budget, type Id, ListOrder } from './listOrder.ts'
import type { Locator } from './locator.ts'
import type { Place, Spot } from './place.ts'
import { column, structField } from './summary.ts'

// What lies between two neighbours of an honest struct was put there by others since: mostly little.
const shortWalk = 32

/** Says of the rows of one update, asked in their order, whether they stand between their neighbours [G11]. */
export class Neighbours {
  readonly #locator: Locator
  readonly #accepted: Accepted
  readonly #batch: Batch
  /** Lists whose order did not show at first sight. */
  readonly #lists = new Map<Place, ListOrder>()
  readonly #budget: Budget = { steps: 0 }

  constructor(locator: Locator, accepted: Accepted, batch: Batch) {
    this.#locator = locator
    this.#accepted = accepted
    this.#batch = batch
  }

  areSound(row: number, spot: Spot | null): boolean {
    // mostly something is written at the end of what is there
    if (structField(this.#batch.summary, row, column.rightClient) < 0 && this.#lists.size === 0) return true
    const struct = this.#locator.structOfRow(this.#batch, row)
    const { origin, right } = struct
    if (right && !this.#isSoundRight(origin, right, spot, row)) return false
    if (spot) this.#lists.get(spot.place)?.add(struct)
    return this.#budget.steps <= maxOrderSteps
  }

  #isSoundRight(origin: Id | null, right: Id, spot: Spot | null, row: number): boolean {
    const rightSpot = this.#locator.spotAt(right.client, right.clock, this.#batch)
    if (!spot || !rightSpot) return spot === rightSpot
    // Nothing stands after a value at a key when it is written.
    if (spot.key !== null || rightSpot.key !== null || spot.place !== rightSpot.place) return false
    return !origin || this.#wereNeighbours(origin, right) || this.#isBefore(origin, right, spot.place, row)
  }

  /** What shows by the two structs alone: one was written beside the other, or they were written together. */
  #wereNeighbours(left: Id, right: Id): boolean {
    const before = this.#locator.structAt(left, this.#batch)
    if (left.client === right.client && left.clock + 1 === right.clock) {
      if (before && right.clock < before.clock + before.length) return true
    }
    const isLast = before && left.clock === before.clock + before.length - 1
    if (isLast && isSame(before.right, right)) return true
    const after = this.#locator.structAt(right, this.#batch)
    return after !== null && right.clock === after.clock && isSame(after.origin, left)
  }

  #isBefore(left: Id, right: Id, place: Place, row: number): boolean {
    const item = this.#locator.itemAt(left)
    const rightItem = this.#locator.itemAt(right)
    if (item && item === rightItem) return left.clock < right.clock
    if (item && rightItem && this.#isSoonAfter(item, rightItem)) return true
    return this.#listAt(place, row).isBefore(left, right)
  }

  #isSoonAfter(left: Y.Item, right: Y.Item): boolean {
    let item: Y.Item | null = left
    for (let steps = 0; item && steps < shortWalk; steps++) {
      this.#budget.steps++
      item = item.right
      if (item === right) return true
    }
    return false
  }

  #listAt(place: Place, row: number): ListOrder {
    const known = this.#lists.get(place)
    if (known) return known
    const list = new ListOrder(this.#locator.typeOf(place)?._start ?? null, this.#budget)
    for (const batch of this.#accepted.batches) this.#addRows(list, place, batch, -1)
    this.#addRows(list, place, this.#batch, row)
    this.#lists.set(place, list)
    return list
  }

  /** The rows of a batch that stand in a list, as far as they come before `end`. */
  #addRows(list: ListOrder, place: Place, batch: Batch, end: number): void {
    for (const row of batch.order) {
      if (row === end) return
      this.#budget.steps++
      const struct = this.#locator.structOfRow(batch, row)
      if (this.#locator.isInDocument(struct)) continue
      const spot = this.#locator.spotAt(struct.client, struct.clock, batch)
      if (spot?.place === place && spot.key === null) list.add(struct)
    }
  }
}

function isSame(left: Id | null, right: Id): boolean {
  return left !== null && left.client === right.client && left.clock === right.clock
}
