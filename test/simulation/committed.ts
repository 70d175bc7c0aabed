import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'

/**
 * What lies on the disk for one room, told by replaying its rows one by one: the test's own view,
 * independent of what the server has in memory.
 */
export class CommittedRoom {
  readonly doc = new Y.Doc()
  #updates = 0

  constructor() {
    this.doc.on('update', () => this.#updates++)
  }

  /** Takes the next row. Answers what is wrong with it, `null` = nothing. */
  add(bytes: Uint8Array): 'unreadable' | 'gap' | 'nothingNew' | null {
    const before = this.#updates
    try {
      this.doc.transact(transaction => {
        Y.applyUpdate(this.doc, bytes)
        // After what comes from others Yjs tidies up marks, in each replica by itself; the disk does not.
        transaction.local = true
      })
    } catch {
      return 'unreadable'
    }
    if (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null) return 'gap'
    return this.#updates === before ? 'nothingNew' : null
  }

  holds(update: Uint8Array): boolean {
    return holds(this.doc, update)
  }
}

/** Whether every insertion and every deletion of the update is in the document. */
export function holds(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    if (struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client)) return false
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (len > 0 && !isDeleted(doc, client, clock, clock + len)) return false
    }
  }
  return true
}

function isDeleted(doc: Y.Doc, client: number, from: number, to: number): boolean {
  const structs = doc.store.clients.get(client) ?? []
  if (to > Y.getState(doc.store, client)) return false
  return structs.every(
    struct => struct.deleted || struct.id.clock >= to || struct.id.clock + struct.length <= from,
  )
}

/**
 * What one of two replicas holds and the other does not, in words; `null` = they hold the same. Marks that
 * have no effect any more do not count: Yjs tidies them up in each replica by itself, at different times.
 */
export function difference(a: Y.Doc, b: Y.Doc): string | null {
  if (Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))) return null
  const clients = new Set([...a.store.clients.keys(), ...b.store.clients.keys()])
  const parts = [...clients].flatMap(client => {
    const [left, right] = [Y.getState(a.store, client), Y.getState(b.store, client)]
    return left === right ? [] : [`client ${client}: ${left} and ${right}`]
  })
  if (parts.length > 0) return parts.join(', ')
  return firstOnlyAlive(a, b) ?? firstOnlyAlive(b, a)
}

/** Something other than a mark that is there in the one and deleted in the other. */
function firstOnlyAlive(alive: Y.Doc, other: Y.Doc): string | null {
  for (const [client, structs] of alive.store.clients) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.deleted || struct.content instanceof Y.ContentFormat) continue
      const { clock } = struct.id
      const isGone = (other.store.clients.get(client) ?? []).some(
        twin => twin.deleted && twin.id.clock < clock + struct.length && clock < twin.id.clock + twin.length,
      )
      if (isGone) return `${client}:${clock} is deleted in one of them`
    }
  }
  return null
}

/** What people see of minutes, as text that two replicas can be compared by. */
export function projectionOf(doc: Y.Doc): { shown: string; issues: readonly string[] } {
  const { value, issues } = minutes.project(doc)
  return { shown: JSON.stringify(value), issues: issues.map(issue => issue.code) }
}
