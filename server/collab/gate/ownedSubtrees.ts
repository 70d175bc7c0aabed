import * as Y from 'yjs'
import type { Accepted } from './accepted.ts'
import type { Locator } from './locator.ts'
import { type OwnedNode, ownedBelow } from './ownedTree.ts'
import { isWithin, ownerAt, type Place, type Spot } from './place.ts'

/**
 * Says of the writes and deletions of one update whether they touch what belongs to another than `person`
 * (THREATS b57): what stands at or below another's key, and a container that holds such a key.
 */
export class OwnedSubtrees {
  readonly #locator: Locator
  readonly #accepted: Accepted
  readonly #person: string
  /** Keys that were looked below already: an update that writes one key a thousand times makes work once. */
  readonly #harmless = new Map<Place, Set<string>>()

  constructor(locator: Locator, accepted: Accepted, person: string) {
    this.#locator = locator
    this.#accepted = accepted
    this.#person = person
  }

  /** A write at a key deletes what stood there, so that writing and deleting are one question. */
  forbids(spot: Spot): boolean {
    const owner = ownerAt(spot)
    if (owner !== null) return owner !== this.#person
    const below = ownedBelow(spot.place.node, spot.key)
    return below !== null && spot.key !== null && this.#holdsAnothers(spot.place, spot.key, below)
  }

  #holdsAnothers(place: Place, key: string, below: OwnedNode): boolean {
    const harmless = this.#harmless.get(place) ?? new Set()
    if (harmless.has(key)) return false
    this.#harmless.set(place, harmless.add(key))
    const item = this.#locator.typeOf(place)?._map.get(key)
    if (item && this.#isHolding(item, below)) return true
    return this.#accepted.ownedSpots.some(
      ({ spot, owner }) => owner !== this.#person && isWithin(spot, place, key),
    )
  }

  #isHolding(item: Y.Item, node: OwnedNode): boolean {
    if (!this.#isLive(item) || !(item.content instanceof Y.ContentType)) return false
    for (const [key, child] of item.content.type._map) {
      if (node.isOwned) {
        if ((node.isServers || key !== this.#person) && this.#isLive(child)) return true
        continue
      }
      const below = ownedBelow(node, key)
      if (below && this.#isHolding(child, below)) return true
    }
    return false
  }

  #isLive(item: Y.Item): boolean {
    return !item.deleted && !this.#accepted.deletes.has(item.id.client, item.id.clock)
  }
}
