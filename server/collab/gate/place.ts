import type * as Y from 'yjs'
import { type OwnedNode, ownedBelow } from './ownedTree.ts'

/**
 * A container of the document: a root or a type inside. One object per container, so that places are compared
 * by identity.
 */
export type Place = {
  /** the container around it, and the key at which it stands there; `null` in a list, and for a root */
  readonly up: Place | null
  readonly key: string | null
  /** the name, of a root only */
  readonly root: string | null
  /** 0 for a root */
  readonly depth: number
  /** the container itself, if it is in the document and no root */
  readonly type: Y.AbstractType<unknown> | null
  /** where the kind's schema leads to owned maps: this container's node on the way */
  readonly node: OwnedNode | null
  /** the person whose subtree this is in */
  readonly owner: string | null
}

/** Where a struct stands: in a container, maybe at a key. */
export type Spot = { readonly place: Place; readonly key: string | null }

export function rootPlace(root: string, node: OwnedNode | null): Place {
  return { up: null, key: null, root, depth: 0, type: null, node, owner: null }
}

/** The place of a type that stands at `spot`. */
export function placeBelow({ place, key }: Spot, type: Y.AbstractType<unknown> | null): Place {
  return {
    up: place,
    key,
    root: null,
    depth: place.depth + 1,
    type,
    node: ownedBelow(place.node, key),
    owner: ownerAt({ place, key }),
  }
}

/** Stands for the server where a person id does: no id of a person has this form. */
const serversOwn = '(server)'

/** The person whose key this is, or lies below; `null` for what is everybody's. */
export function ownerAt({ place, key }: Spot): string | null {
  if (place.owner !== null || !place.node?.isOwned) return place.owner
  return place.node.isServers ? serversOwn : key
}

/** Whether a spot lies at `key` of `place`, or below. */
export function isWithin(spot: Spot, place: Place, key: string | null): boolean {
  if (spot.place === place && spot.key === key) return true
  for (let at: Place | null = spot.place; at; at = at.up) {
    if (at.up === place && at.key === key) return true
  }
  return false
}
