import type * as Y from 'yjs'

export type Id = { readonly client: number; readonly clock: number }

type Node = {
  readonly client: number
  readonly clock: number
  length: number
  readonly origin: Id | null
  readonly right: Id | null
  previous: Node | null
  next: Node | null
}

export type NewStruct = Id & {
  readonly length: number
  readonly origin: Id | null
  readonly right: Id | null
}

/** How many structs were walked over so far; whoever asks for it bounds it. */
export type Budget = { steps: number }

/**
 * The order of one list as the document will have it once structs that are not in it yet are applied: Yjs' own
 * way of placing them, over a copy of the list without contents.
 */
export class ListOrder {
  #first: Node | null = null
  /** by client, sorted by clock */
  readonly #nodes = new Map<number, Node[]>()
  readonly #budget: Budget

  constructor(start: Y.Item | null, budget: Budget) {
    this.#budget = budget
    let previous: Node | null = null
    for (let item = start; item; item = item.right) {
      this.#budget.steps++
      const { client, clock } = item.id
      const node: Node = {
        client,
        clock,
        length: item.length,
        origin: item.origin,
        right: item.rightOrigin,
        previous,
        next: null,
      }
      if (previous) previous.next = node
      else this.#first = node
      previous = node
      const nodes = this.#nodes.get(client)
      if (nodes) nodes.push(node)
      else this.#nodes.set(client, [node])
    }
    for (const nodes of this.#nodes.values()) nodes.sort((left, right) => left.clock - right.clock)
  }

  isBefore(left: Id, right: Id): boolean {
    const from = this.#at(left)
    const to = this.#at(right)
    if (!from || !to) return false
    if (from === to) return left.clock < right.clock
    for (let node = from.next; node; node = node.next) {
      this.#budget.steps++
      if (node === to) return true
    }
    return false
  }

  add({ client, clock, length, origin, right }: NewStruct): void {
    const after = origin && this.#splitAfter(origin)
    const before = right && this.#splitBefore(right)
    const previous = this.#placeAfter({ client, origin, right }, after, before)
    const next = previous ? previous.next : this.#first
    const node: Node = { client, clock, length, origin, right, previous, next }
    if (previous) previous.next = node
    else this.#first = node
    if (next) next.previous = node
    const nodes = this.#nodes.get(client)
    if (nodes) nodes.push(node)
    else this.#nodes.set(client, [node])
  }

  /** Among structs that were put between the same neighbours at once, the ids decide (Item.integrate of Yjs). */
  #placeAfter(
    { client, origin, right }: { client: number; origin: Id | null; right: Id | null },
    after: Node | null,
    before: Node | null,
  ): Node | null {
    let left = after
    const conflicting = new Set<Node>()
    const beforeOrigin = new Set<Node>()
    for (let other = after ? after.next : this.#first; other && other !== before; other = other.next) {
      this.#budget.steps++
      beforeOrigin.add(other)
      conflicting.add(other)
      if (isSame(origin, other.origin)) {
        if (other.client < client) {
          left = other
          conflicting.clear()
        } else if (isSame(right, other.right)) break
      } else {
        const origins = other.origin && this.#at(other.origin)
        if (!origins || !beforeOrigin.has(origins)) break
        if (!conflicting.has(origins)) {
          left = other
          conflicting.clear()
        }
      }
    }
    return left
  }

  /** The node that ends with this clock. */
  #splitAfter(id: Id): Node | null {
    const node = this.#at(id)
    if (node && id.clock < node.clock + node.length - 1) this.#split(node, id.clock + 1)
    return node
  }

  /** The node that begins with this clock. */
  #splitBefore(id: Id): Node | null {
    const node = this.#at(id)
    return node && id.clock > node.clock ? this.#split(node, id.clock) : node
  }

  #split(node: Node, clock: number): Node {
    const { client, right, next } = node
    const half: Node = {
      client,
      clock,
      length: node.clock + node.length - clock,
      origin: { client, clock: clock - 1 },
      right,
      previous: node,
      next,
    }
    node.length = clock - node.clock
    node.next = half
    if (next) next.previous = half
    const nodes = this.#nodes.get(client) ?? []
    nodes.splice(nodes.indexOf(node) + 1, 0, half)
    return half
  }

  #at({ client, clock }: Id): Node | null {
    const nodes = this.#nodes.get(client) ?? []
    let low = 0
    let high = nodes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((nodes[middle]?.clock ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    const node = nodes[low - 1]
    return node && clock < node.clock + node.length ? node : null
  }
}

function isSame(left: Id | null, right: Id | null): boolean {
  return left === right || (left?.client === right?.client && left?.clock === right?.clock)
}
