import * as Y from 'yjs'
import { rootName } from '#shared/document/seed.ts'
import type { Accepted } from './accepted.ts'
import type { Batch } from './batch.ts'
import { rowAt } from './freshParts.ts'
import type { Id, NewStruct } from './listOrder.ts'
import type { OwnedNode } from './ownedTree.ts'
import { type Place, placeBelow, rootPlace, type Spot } from './place.ts'
import { column, content, nameAt, structField, type UpdateSummary } from './summary.ts'

/** What stands in a container: its list, and its values by key. */
type Contents = Pick<Y.AbstractType<unknown>, '_start' | '_map'>
type Row = { readonly batch: Batch; readonly row: number; readonly client: number; readonly known: number }

/**
 * Finds where structs stand: in the document, in what was accepted since, or in the update under judgement.
 * Where a struct stands never changes, so that it is found once: places of types in the document are kept with
 * the type, those of rows with their batch.
 */
export class Locator {
  readonly #doc: Y.Doc
  readonly #accepted: Accepted
  readonly #places = new WeakMap<object, Place>()
  readonly #roots = new Map<string, Place>()

  constructor(doc: Y.Doc, accepted: Accepted, tree: OwnedNode | null) {
    this.#doc = doc
    this.#accepted = accepted
    this.#roots.set(rootName, rootPlace(rootName, tree))
  }

  /** The clock at which a client stands, by the document and all that was accepted since. */
  readonly known = (client: number): number =>
    Math.max(Y.getState(this.#doc.store, client), this.#accepted.end(client))

  /**
   * Where a struct stands; `null` if nowhere: it rests on something deleted for good. `batch` is the update under
   * judgement, whose rows are asked for in their order.
   */
  spotAt(client: number, clock: number, batch: Batch | null): Spot | null {
    const struct = this.#inDocument({ client, clock })
    if (struct) return struct instanceof Y.Item ? this.spotOf(struct) : null
    const at = this.#rowOf({ client, clock }, batch)
    return at && this.#spotFrom(at, batch)
  }

  /** Where a new row of a batch stands. */
  spotOfRow(batch: Batch, row: number): Spot | null {
    const found = batch.spots[row]
    if (found !== undefined) return found
    const client = structField(batch.summary, row, column.client)
    return this.#spotFrom({ batch, row, client, known: batch.fresh.get(client)?.known ?? 0 }, batch)
  }

  /** A row stands where its neighbour stands, and that one where its own does, until one names its parent. */
  #spotFrom(start: Row, batch: Batch | null): Spot | null {
    const trail: Row[] = []
    let spot: Spot | null = null
    for (let at: Row | null = start; at; ) {
      const found = at.batch.spots[at.row]
      if (found !== undefined) {
        spot = found
        break
      }
      trail.push(at)
      const id = neighbour(at)
      if (!id) {
        spot = this.#ownSpot(at, batch)
        break
      }
      const struct = this.#inDocument(id)
      if (struct) {
        spot = struct instanceof Y.Item ? this.spotOf(struct) : null
        break
      }
      at = this.#rowOf(id, batch)
    }
    for (const { batch: of, row } of trail) of.spots[row] = spot
    return spot
  }

  /** Where an item of the document stands. */
  spotOf(item: Y.Item): Spot | null {
    const { parent } = item
    return parent instanceof Y.AbstractType ? { place: this.#placeOf(parent), key: item.parentSub } : null
  }

  /** The container at a place, if it is in the document. */
  typeOf(place: Place): Contents | null {
    return place.root === null ? place.type : (this.#doc.share.get(place.root) ?? null)
  }

  /** The item of the document that holds a clock; `null` if it is not there, or deleted for good. */
  itemAt(id: Id): Y.Item | null {
    const struct = this.#inDocument(id)
    return struct instanceof Y.Item ? struct : null
  }

  /** A struct as it is, or will be, in the document; `null` if it is nowhere. */
  structAt(id: Id, batch: Batch): NewStruct | null {
    const struct = this.#inDocument(id)
    if (struct) {
      if (!(struct instanceof Y.Item)) return null
      const { origin, rightOrigin, length } = struct
      return { client: id.client, clock: struct.id.clock, length, origin, right: rightOrigin }
    }
    const at = this.#rowOf(id, batch)
    return at && structOf(at)
  }

  /** The structs of a batch's row. */
  structOfRow(batch: Batch, row: number): NewStruct {
    const client = structField(batch.summary, row, column.client)
    return structOf({ batch, row, client, known: batch.fresh.get(client)?.known ?? 0 })
  }

  isInDocument({ client, clock }: Id): boolean {
    return clock < Y.getState(this.#doc.store, client)
  }

  #inDocument({ client, clock }: Id): Y.Item | Y.GC | null {
    const structs = this.#doc.store.clients.get(client)
    const last = structs?.at(-1)
    if (!structs || !last || clock >= last.id.clock + last.length) return null
    return structs[Y.findIndexSS(structs, clock)] ?? null
  }

  #rowOf({ client, clock }: Id, batch: Batch | null): Row | null {
    const own = batch?.fresh.get(client)
    // mostly a struct rests on one of the same update
    const isOwn = own && clock >= own.known && clock < own.to
    const found = batch && isOwn ? { batch, part: own } : this.#accepted.segmentAt(client, clock)
    if (!found) return null
    const { part } = found
    const row = rowAt(found.batch.summary, part.firstRow, part.endRow, clock)
    return { batch: found.batch, row, client, known: part.known }
  }

  #ownSpot({ batch: { summary }, row }: Row, batch: Batch | null): Spot | null {
    const key = nameAt(summary, structField(summary, row, column.key))
    const root = nameAt(summary, structField(summary, row, column.root))
    if (root !== null) return { place: this.#rootNamed(root), key }
    const client = structField(summary, row, column.parentClient)
    if (client < 0) return null
    const place = this.#typeAt({ client, clock: structField(summary, row, column.parentClock) }, batch)
    return place && { place, key }
  }

  #typeAt(id: Id, batch: Batch | null): Place | null {
    const struct = this.#inDocument(id)
    if (struct) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return null
      return this.#placeOf(struct.content.type)
    }
    const at = this.#rowOf(id, batch)
    if (!at || structField(at.batch.summary, at.row, column.content) !== content.type) return null
    const known = at.batch.places.get(at.row)
    if (known) return known
    const spot = this.spotAt(id.client, id.clock, batch)
    if (!spot) return null
    const place = placeBelow(spot, null)
    at.batch.places.set(at.row, place)
    return place
  }

  #placeOf(type: Y.AbstractType<unknown>): Place {
    const chain: Y.AbstractType<unknown>[] = []
    let at = type
    let place = this.#places.get(at)
    while (!place) {
      const parent: unknown = at._item?.parent
      if (parent instanceof Y.AbstractType) {
        chain.push(at)
        at = parent
        place = this.#places.get(at)
      } else place = this.#rootOf(at)
    }
    for (const child of chain.reverse()) {
      place = placeBelow({ place, key: child._item?.parentSub ?? null }, child)
      this.#places.set(child, place)
    }
    return place
  }

  #rootNamed(name: string): Place {
    const known = this.#roots.get(name)
    if (known) return known
    const place = rootPlace(name, null)
    this.#roots.set(name, place)
    return place
  }

  /** Types do not know their names: all roots are looked through whenever a new one is met, which is rare. */
  #rootOf(type: Y.AbstractType<unknown>): Place {
    for (const [name, root] of this.#doc.share) this.#places.set(root, this.#rootNamed(name))
    const place = this.#places.get(type)
    if (!place) throw new Error('A type stands in no root')
    return place
  }
}

/** What a row stands beside; `null` if it names its parent itself, or is nowhere. */
function neighbour(row: Row): Id | null {
  return originOf(row) ?? idField(row.batch.summary, row.row, column.rightClient)
}

/** A row without what was known of it: the rest stands beside that, wherever the row pretends to stand. */
function structOf(at: Row): NewStruct {
  const {
    batch: { summary },
    row,
    client,
    known,
  } = at
  const begin = structField(summary, row, column.clock)
  const clock = Math.max(begin, known)
  const length = begin + structField(summary, row, column.length) - clock
  const origin = originOf(at)
  return { client, clock, length, origin, right: idField(summary, row, column.rightClient) }
}

function originOf({ batch: { summary }, row, client, known }: Row): Id | null {
  if (structField(summary, row, column.clock) < known) return { client, clock: known - 1 }
  return idField(summary, row, column.originClient)
}

function idField(summary: UpdateSummary, row: number, field: number): Id | null {
  const client = structField(summary, row, field)
  return client < 0 ? null : { client, clock: structField(summary, row, field + 1) }
}
