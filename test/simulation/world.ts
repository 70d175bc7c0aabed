import * as Y from 'yjs'
import type { Journal } from '#server/journal/journal.ts'
import { documentIdSchema, type Generation } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { roomName } from '#shared/wire/room.ts'
import { asPerson, type Edit, makeEdit } from '#test/support/randomEdits.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'
import { chanceOf } from './chance.ts'
import { Client, type WrongClient } from './client.ts'
import { hostileUpdate } from './hostileUpdates.ts'
import { Network } from './network.ts'
import type { Case, Operation } from './operations.ts'
import { Oracle } from './oracle.ts'
import { authorOf, People } from './people.ts'
import { Server } from './server.ts'
import { Store } from './store.ts'
import type { Trace } from './trace.ts'
import type { VirtualTime } from './virtualTime.ts'

/** Deliberately wrong parts, to prove that they are found. */
export type Broken = {
  wrapJournal?: (journal: Journal) => Journal
  /** passes what one client sends on to the others before anybody has stored it */
  relaysUnstored?: boolean
  client?: WrongClient
}

/** What stands in the document before anybody opens it. */
const beginning: readonly Edit[] = ['top1', 'top2', 'top3'].map(id => ({
  do: 'addItem',
  id,
  title: `Punkt ${id}`,
  before: null,
  paragraphs: ['Wir beginnen pünktlich.', 'Anwesend sind alle.'],
}))

const documentId = documentIdSchema.parse('5e1f0a52-7f0e-4d3c-9a51-0b6c6f5d2a11')
const roomOf = (generation: Generation): string => roomName({ documentId, generation })

// After a refused update an honest client types on within so long (THREATS b).
const typesOnWithinMs = 5_000
// What a slow disk had begun before it was fast again takes so long at most.
const diskCalmMs = 12_000
// Everybody has the empty document within so long after the start, and everything settles at the end:
// a socket that nobody closed is noticed after 30 s and a bit, and the longest pause before a new attempt is 15 s.
const beginWithinMs = 20_000
const settleWithinMs = 180_000
// So often somebody looks who has not come back by then.
const bringBackMs = 20_000
// Longer than what the server may wait before it brings its document up to date.
const afterglowMs = 1_000

/** Everybody and everything that takes part in one run. */
export class World {
  readonly oracle = new Oracle()
  readonly clients: readonly Client[]
  readonly #time: VirtualTime
  readonly #store: Store
  readonly #people: People
  readonly #network: Network
  readonly #server: Server
  /** counts what could keep a client from typing on: a promise with a deadline holds only without */
  #disturbances = 0
  /** after the next commit so many frames leave before the server dies */
  #framesAfterCommit: number | null = null
  #framesLeft: number | null = null
  #downMs = 0
  #wasSetBack = false
  readonly #serverWrites: SeededRandom
  /** from now on nothing is expected to fail */
  #isHealed = false
  #acks = 0
  #deadlines = 0
  #diskFaultAt = Number.NEGATIVE_INFINITY
  /** faults that explain an error in the log */
  #excuses = 0

  constructor(run: Case, time: VirtualTime, trace: Trace, broken: Broken) {
    const { seed, replicas } = run
    this.#time = time
    this.#serverWrites = chanceOf(seed, 'server writes')
    this.#store = new Store(time, chanceOf(seed, 'store'))
    this.#people = new People(time, chanceOf(seed, 'people'))
    this.#network = new Network(time, seed, trace)
    this.#server = new Server(this.#store, this.#network, this.#people, time, {
      onError: line => {
        trace.note(time.now(), `error ${line}`)
        if (this.#excuses === 0) this.oracle.fail('noErrors', `the server logs: ${line}`)
      },
      wrapJournal: broken.wrapJournal,
    })
    this.#store.onGeneration = () => this.#people.changed()
    this.#store.onCrash = () => this.#kill()
    this.#store.onTaken = ({ author }) => {
      const person = this.clients.find(client => authorOf(client.person) === author)?.person
      if (person === undefined || this.#people.standing(person) === 'write') return
      this.oracle.fail('revokedWritesNothing', `a row of person ${person} was written after the revocation`)
    }
    this.#store.onCommitted = ({ room, row }) => {
      trace.note(time.now(), `row ${row.seq} of ${room}`, row.bytes)
      this.oracle.committed(room, row)
      if (this.#framesAfterCommit === null) return
      this.#framesLeft = this.#framesAfterCommit
      this.#framesAfterCommit = null
    }
    this.#network.onLeaving = data => {
      if (this.#framesLeft !== null && --this.#framesLeft < 0) {
        this.#framesLeft = null
        this.#kill()
        return false
      }
      this.oracle.told(data)
      return true
    }
    const people = Math.max(2, replicas - 1)
    this.clients = Array.from(
      { length: replicas },
      (_, index) =>
        new Client({
          index,
          person: index % people,
          seed,
          time,
          network: this.#network,
          roomOf,
          present: () => this.#store.generationOf(documentId),
          wrong: broken.client ?? {},
          events: {
            acknowledged: (client, changes) => {
              this.#acks += changes.length
              this.oracle.acknowledged(client, roomOf(client.generation), changes)
            },
            saved: client => this.oracle.saved(client, typed => roomOf(typed.generation)),
            lostKept: (client, { entry }) =>
              this.oracle.fail('keptIsOnDevice', `client ${client.index}: ${entry.id} was shown as kept`),
          },
        }),
    )
    if (broken.relaysUnstored) {
      this.#network.onSent = (from, data) => {
        for (const client of this.clients) if (client.index !== from) this.#network.relay(client.index, data)
      }
    }
  }

  get #room(): string {
    return roomOf(this.#store.generationOf(documentId))
  }

  /** How much of what was to be tried has happened, in numbers. */
  get counts(): Record<string, number> {
    const typed = this.clients.flatMap(client => [...client.typed.values()])
    return {
      typed: typed.length,
      acknowledged: this.#acks,
      typedOnInTime: this.#deadlines,
      rows: this.#store.rows(this.#room).length,
      deaths: this.#server.deaths,
      quarantined: this.#store.quarantined.length,
      setAside: this.clients.reduce((sum, client) => sum + client.device.content.aside.length, 0),
      lostWithPage: typed.filter(({ isLost }) => isLost).length,
      generations: this.#store.generationOf(documentId),
    }
  }

  get #isBroken(): boolean {
    return this.oracle.violations.length > 0
  }

  /** The server begins, and everybody opens the document. */
  async begin(): Promise<void> {
    this.#server.begin()
    for (const edit of beginning) this.#serverEdit(edit)
    for (const client of this.clients) client.begin()
    await this.#time.pass(beginWithinMs, () => this.#isQuiet || this.#isBroken)
    if (!this.#isQuiet && !this.#isBroken) this.oracle.fail('everythingSettles', 'not everybody could open')
  }

  async do(operation: Operation): Promise<void> {
    this.#perform(operation)
    await this.#time.pass(operation.after, () => this.#isBroken)
  }

  /** All faults end; everybody comes back. */
  async heal(): Promise<void> {
    this.#isHealed = true
    this.#framesAfterCommit = null
    this.#framesLeft = null
    this.#store.crashAt = null
    this.#store.disk = 'fine'
    this.#store.isSlow = false
    this.#server.begin()
    if (this.#damages > 0) this.#mend()
    for (const client of this.clients) {
      this.#people.set(client.person, 'write')
      this.#network.setOffline(client.index, false)
      this.#network.release(client.index)
      client.begin()
    }
    const end = this.#time.now() + settleWithinMs
    const isOver = () => this.#isBroken || this.#time.now() >= end
    do {
      while (!this.#isQuiet && !isOver()) {
        this.#bringBack()
        await this.#time.pass(bringBackMs, () => this.#isQuiet || this.#isBroken)
      }
      await this.#time.pass(afterglowMs, () => this.#isBroken)
      // whoever was half open has noticed only now
    } while (!this.#isQuiet && !isOver())
    if (!this.#isQuiet && !this.#isBroken) this.oracle.fail('everythingSettles', this.#unsettled())
  }

  /** Who was told to stay out, or can no longer tell answers apart, comes back as people do: by a new connection. */
  #bringBack(): void {
    for (const client of this.clients) {
      const { page } = client
      // closing takes time on the device, which passes only when nobody here waits for it
      if (page?.refusal === 'notFound' || page?.refusal === 'signedOut') void client.reload()
      else if (page?.isReady && (client.isDoubtful || page.access === 'read')) this.#network.cut(client.index)
      client.page?.wake()
    }
  }

  /** What must hold at the end. */
  async check(): Promise<void> {
    if (this.#isBroken) return
    const replicas = new Map<string, Y.Doc>()
    for (const { index, page } of this.clients) if (page) replicas.set(`client ${index}`, page.doc)
    const generation = this.#store.generationOf(documentId)
    let copy: Y.Doc | null = null
    const reading = this.#server.collab?.read({ documentId, generation }, doc => {
      copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    })
    let hasRead = false
    reading?.then(
      () => {
        hasRead = true
      },
      () => undefined,
    )
    await this.#time.pass(1_000, () => hasRead)
    if (copy) replicas.set('the server', copy)
    else this.oracle.fail('everybodyIsEqual', 'the server shows no document')
    this.oracle.equal(this.#room, replicas)
    this.oracle.nothingLost(this.clients, this.#room, this.#wasSetBack)
    this.oracle.schema(this.#room)
    // after a backup of a moment ago, which nobody can tell yet, people hand on what is gone: others' counts, too
    if (!this.#wasSetBack) this.oracle.ownIsTaken(this.#store.quarantined)
  }

  /** Lets go of what would otherwise live on. */
  end(): void {
    for (const client of this.clients) client.end()
    this.#server.die()
  }

  get #isQuiet(): boolean {
    const generation = this.#store.generationOf(documentId)
    return this.clients.every(
      client =>
        client.page?.isQuiet === true &&
        client.generation === generation &&
        this.#network.isOpen(client.index) &&
        (!this.#isHealed || (client.page.access === 'write' && !client.isDoubtful)),
    )
  }

  #unsettled(): string {
    const waiting = this.clients.flatMap(client => {
      const { page } = client
      if (page?.isQuiet && page.access === 'write' && !client.isDoubtful) return []
      const told = page && {
        ready: page.isReady,
        synced: page.isSynced,
        saved: page.saysSaved,
        access: page.access,
        refusal: page.refusal,
        doubtful: client.isDoubtful,
      }
      return [`client ${client.index} ${JSON.stringify(told)}`]
    })
    return `not settled: ${waiting.join('; ')}`
  }

  #perform(operation: Operation): void {
    if (operation.do !== 'edit' && operation.do !== 'serverEdit' && operation.do !== 'wait')
      this.#disturbances++
    switch (operation.do) {
      case 'edit': {
        const { page, person } = this.#client(operation.client)
        page?.edit((handle, doc) => makeEdit(handle, asPerson(operation.edit, String(person), doc.clientID)))
        return
      }
      case 'serverEdit':
        return this.#serverEdit(operation.edit)
      case 'wait':
        return
      case 'offline':
        return this.#offline(this.#client(operation.client), operation.forMs)
      case 'reload':
        void this.#client(operation.client).reload()
        return
      case 'crash':
        return this.#client(operation.client).crash(operation.kind)
      case 'hostile':
        return this.#hostile(this.#client(operation.client), operation.hostile)
      case 'cut':
        return this.#network.cut(this.#client(operation.client).index)
      case 'halfOpen':
        return this.#network.halfOpen(this.#client(operation.client).index)
      case 'hold': {
        const { index } = this.#client(operation.client)
        this.#network.hold(index, operation.direction)
        return this.#later(operation.forMs, () => this.#network.release(index))
      }
      case 'mangle': {
        const client = this.#client(operation.client)
        client.isDoubtful = true
        return this.#network.mangle(client.index, operation.direction, operation.how, operation.frames)
      }
      case 'kill':
        return this.#prepareKill(operation.point, operation.downMs)
      case 'disk':
        return this.#disk(operation.state, operation.forMs)
      case 'compact':
        void this.#server.session?.journal.compact(documentId, this.#store.generationOf(documentId))
        return
      case 'damage':
        return this.#damage(operation.row, operation.forMs)
      case 'setBack':
        return this.#setBack(operation.share, operation.downMs)
      case 'skew':
        this.#server.skewMs = operation.byMs
        return
      default:
        this.#people.set(this.#client(operation.person).person, operation.to)
    }
  }

  #client(at: number): Client {
    const client = this.clients[Math.min(this.clients.length - 1, Math.floor(at * this.clients.length))]
    if (!client) throw new Error('A world without clients')
    return client
  }

  /** Something ends by itself; not after everything was healed. */
  #later(ms: number, callback: () => void): void {
    this.#time.after(ms, () => {
      this.#disturbances++
      if (!this.#isHealed) callback()
    })
  }

  #offline(client: Client, forMs: number): void {
    this.#network.setOffline(client.index, true)
    this.#later(forMs, () => {
      this.#network.setOffline(client.index, false)
      client.page?.wake()
    })
  }

  #serverEdit(edit: Edit): void {
    const { collab } = this.#server
    const generation = this.#store.generationOf(documentId)
    // it fails where the disk does, and whoever asked for it is told
    collab
      ?.edit({ documentId, generation }, null, doc => {
        // Yjs draws it at random; a run must not
        doc.clientID = this.#serverWrites.between(2, 2 ** 32 - 1)
        makeEdit(minutes.open(doc), asPerson(edit, 'server', doc.clientID))
      })
      .catch(() => undefined)
  }

  #hostile(client: Client, hostile: Extract<Operation, { do: 'hostile' }>['hostile']): void {
    const { page } = client
    if (!page?.isReady || page.access !== 'write') return
    if (hostile === 'unknownRoot') {
      page.edit(() => page.doc.getMap('stranger').set('k', 'v'))
      return
    }
    const others = this.clients
      .filter(other => other.person !== client.person && other.page)
      .map(other => other.page?.doc.clientID ?? 0)
      .filter(id => Y.getState(page.doc.store, id) > 0)
    if (hostile === 'foreignClient' && others.length === 0) return
    page.sendRaw(hostileUpdate(hostile, page.doc, others))
    const disturbances = this.#disturbances
    const isDiskCalm = this.#time.now() - this.#diskFaultAt > diskCalmMs && this.#store.disk === 'fine'
    const isCalm = isDiskCalm && !this.#store.isSlow && this.#server.collab !== null
    const mayWrite = () => this.#people.standing(client.person) === 'write'
    if (!isCalm || !mayWrite() || !this.#network.isGood(client.index)) return
    this.#time.after(typesOnWithinMs, () => {
      if (disturbances !== this.#disturbances || !mayWrite()) return
      this.#deadlines++
      if (client.page?.isReady && client.page.canType) return
      this.oracle.fail('typesOnAfterRefusal', `client ${client.index} cannot type 5 s after „${hostile}“`)
    })
  }

  #prepareKill(point: Extract<Operation, { do: 'kill' }>['point'], downMs: number): void {
    this.#downMs = downMs
    if (point === 'now') this.#kill()
    else if (typeof point === 'number') this.#framesAfterCommit = point
    else this.#store.crashAt = point
  }

  #kill(): void {
    this.#disturbances++
    this.#framesLeft = null
    this.#server.die()
    this.#later(this.#downMs, () => this.#server.begin())
  }

  #disk(state: Extract<Operation, { do: 'disk' }>['state'], forMs: number): void {
    this.#excuses++
    this.#diskFaultAt = this.#time.now()
    if (state === 'slow') this.#store.isSlow = true
    else this.#store.disk = state
    this.#later(forMs, () => {
      this.#store.isSlow = false
      this.#store.disk = 'fine'
      this.#diskFaultAt = this.#time.now()
    })
  }

  #damages = 0

  /** A row goes bad; it is found when the document is loaded the next time, and mended by somebody later. */
  #damage(row: number, forMs: number): void {
    const rows = this.#store.rows(this.#room)
    if (rows.length === 0) return
    this.#excuses++
    this.#damages++
    this.#store.setDamaged(this.#room, Math.floor(row * rows.length), true)
    this.#downMs = 0
    this.#kill()
    this.#later(forMs, () => this.#mend())
  }

  #mend(): void {
    this.#damages = 0
    this.#store.mendAll()
    this.#server.die()
    this.#server.begin()
  }

  #setBack(share: number, downMs: number): void {
    const room = this.#room
    const count = Math.max(1, Math.ceil(share * this.#store.rows(room).length))
    this.#excuses++
    this.#wasSetBack = true
    this.#downMs = downMs
    this.#kill()
    this.#store.setBack(room, count)
    this.oracle.setBack(room, this.#store.rows(room))
  }
}
