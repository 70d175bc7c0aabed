import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { Client, Typed } from './client.ts'
import { readFromServer } from './clientWire.ts'
import { CommittedRoom, difference, holds, projectionOf } from './committed.ts'
import type { StoredRow } from './store.ts'

/** A promise that did not hold, by the name that shrinking compares. */
export type Violation = { readonly promise: Promise; readonly detail: string }
export type Promise =
  | 'acknowledgedIsOnDisk'
  | 'savedIsOnDisk'
  | 'keptIsOnDevice'
  | 'toldIsOnDisk'
  | 'rowsApply'
  | 'rowsAreNew'
  | 'revokedWritesNothing'
  | 'typesOnAfterRefusal'
  | 'nothingTypedIsLost'
  | 'everybodyIsEqual'
  | 'schemaHolds'
  | 'everythingSettles'
  | 'ownIsTaken'
  | 'noErrors'

/**
 * What must hold, said without any of the server's own code: it reads the frames that leave the server,
 * the rows that reach the disk, and what each person is told.
 */
export class Oracle {
  readonly violations: Violation[] = []
  /** What the disk holds, and what it has ever held before a backup was put in its place. */
  readonly #present = new Map<string, CommittedRoom>()
  readonly #ever = new Map<string, CommittedRoom>()
  readonly #seen = new WeakSet<Uint8Array>()

  fail(promise: Promise, detail: string): void {
    this.violations.push({ promise, detail })
  }

  /** Everybody counts below their own key and nobody hostile below another’s: no count is refused as somebody else’s. */
  ownIsTaken(quarantined: readonly { readonly reason: string }[]): void {
    const refused = quarantined.filter(({ reason }) => reason === 'ownedByAnother').length
    if (refused > 0)
      this.fail('ownIsTaken', `${refused} updates refused as written below somebody else’s key`)
  }

  present(room: string): CommittedRoom {
    return entry(this.#present, room)
  }

  committed(room: string, row: StoredRow): void {
    const problem = this.present(room).add(row.bytes)
    entry(this.#ever, room).add(row.bytes)
    // What the next change overwrites is deleted by it without being said; a full sync that comes before the
    // server has applied that change says it once more.
    const isWritten = Y.decodeUpdate(row.bytes).structs.length > 0
    if (problem === 'nothingNew' && isWritten)
      this.fail('rowsAreNew', `row ${row.seq} of ${room} holds nothing new`)
    else if (problem && problem !== 'nothingNew')
      this.fail('rowsApply', `row ${row.seq} of ${room}: ${problem}`)
  }

  /** An earlier backup lies on the disk now. */
  setBack(room: string, rows: readonly StoredRow[]): void {
    const present = new CommittedRoom()
    for (const row of rows) present.add(row.bytes)
    this.#present.set(room, present)
  }

  /** A frame leaves the server: whatever it tells of the document is on the disk by now. */
  told(data: Uint8Array): void {
    if (this.#seen.has(data)) return
    this.#seen.add(data)
    const { room, message } = readFromServer(data)
    if (message.type !== 'update' || entry(this.#ever, room).holds(message.update)) return
    this.fail('toldIsOnDisk', `the server tells of what is not on the disk (${message.update.length} bytes)`)
  }

  acknowledged(client: Client, room: string, changes: readonly Typed[]): void {
    for (const { entry: own } of changes) {
      if (entry(this.#ever, room).holds(own.bytes)) continue
      this.fail('acknowledgedIsOnDisk', `client ${client.index}: ${own.id} was acknowledged`)
    }
  }

  /** The badge says „gespeichert“. */
  saved(client: Client, roomOf: (typed: Typed) => string): void {
    const aside = asideIds(client)
    for (const typed of client.unproven) {
      const isHeld = entry(this.#ever, roomOf(typed)).holds(typed.entry.bytes)
      if (isHeld || aside.has(typed.entry.id)) client.unproven.delete(typed)
      else
        this.fail('savedIsOnDisk', `client ${client.index}: says saved, ${typed.entry.id} is not on the disk`)
    }
  }

  /** At the end: all that was typed is somewhere where people find it. */
  nothingLost(clients: readonly Client[], room: string, wasSetBack: boolean): void {
    for (const client of clients) {
      const aside = client.device.content.aside.map(text => docOf(text.state))
      const entriesAside = asideIds(client)
      for (const typed of client.typed.values()) {
        const { bytes, id } = typed.entry
        if (this.present(room).holds(bytes) || aside.some(doc => holds(doc, bytes))) continue
        if (client.device.content.outbox.has(id) || entriesAside.has(id)) continue
        // it went with a page that had never said that it is kept, or with a disk that a backup replaced
        if (typed.isLost || (wasSetBack && typed.isAcknowledged)) continue
        this.fail('nothingTypedIsLost', `client ${client.index}: ${id} is nowhere`)
      }
    }
  }

  /** At the end: server, disk and every replica hold and show the same. */
  equal(room: string, replicas: ReadonlyMap<string, Y.Doc>): void {
    const { doc } = this.present(room)
    const { shown } = projectionOf(doc)
    for (const [name, replica] of replicas) {
      if (replica.store.pendingStructs !== null || replica.store.pendingDs !== null) {
        this.fail('everybodyIsEqual', `${name} waits for what it lacks`)
      } else if (difference(doc, replica) !== null) {
        const what = difference(doc, replica)
        this.fail('everybodyIsEqual', `${name} holds something else than the disk: ${what}`)
      } else if (projectionOf(replica).shown !== shown) {
        this.fail('everybodyIsEqual', `${name} shows something else than the disk`)
      }
    }
  }

  /** At the end: whatever was written has the kind's form. */
  schema(room: string): void {
    const { doc } = this.present(room)
    const { value, issues } = minutes.project(doc)
    const odd = issues.map(issue => issue.code).filter(code => !harmlessIssues.includes(code))
    if (odd.length > 0) this.fail('schemaHolds', `issues: ${[...new Set(odd)].join(', ')}`)
    const lacking = Object.keys(minutes.draft.shape).filter(key => !(key in value))
    if (lacking.length > 0) this.fail('schemaHolds', `the projection lacks ${lacking.join(', ')}`)
  }
}

// What the edits bring about on purpose: NUL and lone surrogates, and a root that no kind knows (b11, b15).
const harmlessIssues: readonly string[] = ['uncleanText', 'unknownRoot']

function entry(rooms: Map<string, CommittedRoom>, room: string): CommittedRoom {
  const known = rooms.get(room)
  if (known) return known
  const made = new CommittedRoom()
  rooms.set(room, made)
  return made
}

const asideIds = (client: Client): Set<string> =>
  new Set(client.device.content.aside.flatMap(text => text.entries.map(({ id }) => id)))

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}
