import * as Y from 'yjs'
import { Keeper } from '#client/document/keeper.ts'
import { replayFrames } from '#client/document/replayFrames.ts'
import { SentFrames } from '#client/document/sentFrames.ts'
import { Outbox, type OutboxEntry } from '#client/offline/outbox.ts'
import type { SheetStore } from '#client/offline/sheetStore.ts'
import { type MinutesHandle, minutes } from '#shared/kinds/minutes/schema.ts'
import { type Handshake, protocolVersion } from '#shared/wire/handshake.ts'
import { type DurableMark, noticeSchema } from '#shared/wire/notice.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'
import { type FromServer, handshakeFrame, presenceFrame, readFromServer, syncFrame } from './clientWire.ts'
import type { Device, KeeperStore } from './device.ts'
import type { ClientSocket, NearEnd } from './network.ts'
import type { VirtualTime } from './virtualTime.ts'

const fromDevice = { from: 'device' }
const fromServer = { from: 'server' }
const fromHandle = { from: 'handle' }

// As in client/document: silence that counts as a dead socket, presence, pauses before trying again.
const silenceMs = 30_000
const lookForSilenceMs = 3_000
const presenceMs = 15_000
const reopenMs = 500
const answerWithinMs = 30_000
const refusalMs = 5_000
const firstReconnectMs = 1_000
const longestReconnectMs = 15_000

export type PageEvents = {
  typed(entry: OutboxEntry): void
  kept(ids: readonly string[]): void
  acknowledged(ids: readonly string[]): void
  /** The badge says „gespeichert“ at this moment. */
  saved(): void
  /** A first or renewed sync was answered: nothing that the document holds is only here any more. */
  syncedFully(): void
  /** The server wants the text set aside; the page has ended. */
  setAside(reason: 'setAside' | 'generationChanged'): void
}

type PageOptions = {
  room: string
  device: Device
  time: VirtualTime
  random: SeededRandom
  /** how large a frame of the replay may be */
  maxFrameBytes: number
  connect(end: NearEnd): ClientSocket
  abandon(): void
  events: PageEvents
  /** deliberately wrong, for proofs: forgets what waits whenever the connection is lost */
  losesOutbox: boolean
  /** deliberately wrong, for proofs: takes each answer for that of the oldest frame */
  believesAnyAnswer: boolean
}

/**
 * One visit of a person to the document: what `Sheet` and `Channel` do in the browser, with their real
 * outbox, keeper and frame bookkeeping, but with a socket, a device and timers of the simulation.
 */
export class Page {
  readonly doc = new Y.Doc()
  readonly outbox = new Outbox()
  readonly handle: MinutesHandle
  readonly #options: PageOptions
  readonly #frames = new SentFrames()
  readonly #store: ReturnType<Device['beginPage']>
  readonly #keeper: Keeper
  readonly #tab: string
  #pending: Uint8Array[] = []
  #entries = 0
  #socket: ClientSocket | null = null
  #connections = 0
  #attempts = 0
  #lastHeard = 0
  #presenceClock = 1
  #isAlive = true
  #durable: DurableMark | null
  #state: 'closed' | 'asking' | 'replaying' | 'ready' = 'closed'
  #opening = 0
  #isReopening = false
  /** sync answers that were sent and not acknowledged, by the ids they were sent with */
  readonly #fullSyncs = new Set<readonly string[]>()
  readonly #waitingFrames: (readonly string[])[] = []
  isSynced = false
  access: 'read' | 'write' = 'write'
  refusal: string | null = null

  constructor(options: PageOptions, clientId: number) {
    this.#options = options
    const { device, room, events } = options
    this.#tab = String(clientId)
    this.doc.clientID = clientId
    const kept = device.content
    this.#durable = kept.durable
    for (const row of kept.rows) Y.applyUpdate(this.doc, row, fromDevice)
    for (const entry of kept.outbox.values()) Y.applyUpdate(this.doc, entry.bytes, fromDevice)
    this.outbox.adoptKept([...kept.outbox.values()], this.#tab)
    this.#store = device.beginPage()
    const store: KeeperStore = this.#store
    // the keeper calls only what `KeeperStore` names
    this.#keeper = new Keeper(room, store as SheetStore, this.outbox, this.doc, kept.rows.length, {
      kept: ids => events.kept(ids),
      changed: () => undefined,
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => this.#updated(update, origin))
    this.handle = minutes.open(this.doc, fromHandle)
    this.#connect()
    this.#lookForSilence()
    this.#renewPresence()
  }

  /** Whether there is a document to write into, and leave to do so as far as this page knows. */
  get canType(): boolean {
    const isLocked = this.refusal !== null && this.refusal !== 'unavailable'
    return this.#isAlive && this.access === 'write' && !isLocked && this.doc.getMap('meta').size > 0
  }

  get saysSaved(): boolean {
    return this.#pending.length === 0 && this.outbox.progress() === null
  }

  get isReady(): boolean {
    return this.#state === 'ready' && this.#socket !== null
  }

  /** Nothing waits any more, here or on the way. */
  get isQuiet(): boolean {
    return this.isReady && this.isSynced && this.saysSaved && this.#waitingFrames.length === 0
  }

  /** Somebody types; what one turn writes becomes one entry. */
  edit(change: (handle: MinutesHandle, doc: Y.Doc) => void): void {
    if (!this.canType) return
    this.doc.transact(() => change(this.handle, this.doc), fromHandle)
    this.#gather()
  }

  /** Sends an update as it is, past everything that an honest client does. */
  sendRaw(update: Uint8Array): boolean {
    if (!this.isReady) return false
    this.#sendSync(2, update, [])
    return true
  }

  /** Closes properly: everything is on the device's disk when it resolves. */
  async close(): Promise<void> {
    this.#gather()
    await this.#keeper.flush()
    this.end()
  }

  /** Ends at once. */
  end(): void {
    this.#isAlive = false
    this.#opening++
    this.#keeper.stop()
    this.#socket?.close(1000)
    this.#socket = null
    this.doc.destroy()
  }

  #updated(update: Uint8Array, origin: unknown): void {
    if (origin === fromDevice) return
    if (origin === fromServer) {
      this.#keeper.keepReceived(update)
      return
    }
    // Yjs tidies up formats after a merge; a reader's device sends no such repairs
    if (origin === null && this.access === 'read') return
    this.#pending.push(update)
    if (origin === null) queueMicrotask(() => this.#gather())
  }

  #gather(): void {
    if (this.#pending.length === 0 || !this.#isAlive) return
    const parts = this.#pending
    this.#pending = []
    const entry: OutboxEntry = {
      id: `${this.#tab}-${String(this.#entries++).padStart(6, '0')}`,
      room: this.#options.room,
      tab: this.#tab,
      at: this.#options.time.now(),
      changes: 1,
      bytes: parts.length === 1 && parts[0] ? parts[0] : Y.mergeUpdates(parts),
    }
    this.outbox.add(entry)
    this.#options.events.typed(entry)
    if (this.access === 'write' && this.isReady) this.#sendSync(2, entry.bytes, [entry.id])
    this.#keeper.keepOwn()
  }

  // the line

  #connect(): void {
    if (!this.#isAlive || this.#socket) return
    const number = ++this.#connections
    const isPresent = () => this.#isAlive && number === this.#connections
    this.#lastHeard = this.#options.time.now()
    this.#socket = this.#options.connect({
      opened: () => {
        if (!isPresent()) return
        this.#attempts = 0
        this.#lastHeard = this.#options.time.now()
        this.#open()
      },
      frame: data => {
        if (!isPresent()) return
        this.#lastHeard = this.#options.time.now()
        this.#read(data)
      },
      closed: () => {
        if (isPresent()) this.#disconnected()
      },
    })
  }

  #disconnected(): void {
    this.#connections++
    this.#socket = null
    this.#channelClosed()
    const longest = Math.min(longestReconnectMs, firstReconnectMs * 2 ** this.#attempts++)
    this.#after(longest * (0.5 + this.#options.random.fraction() / 2), () => this.#connect())
  }

  /** Tries again without waiting: the device has a network again. */
  wake(): void {
    this.#connect()
  }

  #lookForSilence(): void {
    this.#after(lookForSilenceMs, () => {
      if (this.#socket && this.#options.time.now() - this.#lastHeard > silenceMs) {
        this.#options.abandon()
        this.#disconnected()
      }
      this.#lookForSilence()
    })
  }

  #renewPresence(): void {
    this.#after(presenceMs, () => {
      if (this.isReady) this.#sendPresence()
      this.#renewPresence()
    })
  }

  #sendPresence(): void {
    this.#socket?.send(presenceFrame(this.#options.room, this.doc.clientID, this.#presenceClock++))
  }

  #after(ms: number, callback: () => void): void {
    this.#options.time.after(ms, () => {
      if (this.#isAlive) callback()
    })
  }

  // the channel

  #open(): void {
    this.#channelEnded()
    this.#state = 'asking'
    this.isSynced = false
    const handshake: Handshake = {
      protocol: protocolVersion,
      schemaVersions: { minutes: minutes.schemaVersion },
      client: this.doc.clientID,
      build: 'simulation',
      durable: this.#durable,
    }
    this.#socket?.send(handshakeFrame(this.#options.room, JSON.stringify(handshake)))
  }

  #channelEnded(): void {
    this.#opening++
    this.#frames.closed()
    this.#waitingFrames.length = 0
    this.#fullSyncs.clear()
  }

  #channelClosed(): void {
    this.#state = 'closed'
    this.#channelEnded()
    if (this.#options.losesOutbox) {
      this.outbox.acknowledge(this.outbox.unacknowledged().map(entry => entry.id))
      this.#options.events.saved()
    }
    if (this.#socket) this.#reopenAfter(reopenMs)
  }

  #reopenAfter(ms: number): void {
    if (this.#isReopening) return
    this.#isReopening = true
    this.#after(ms * (1 + this.#options.random.fraction()), () => {
      this.#isReopening = false
      if (this.#socket && this.#state !== 'asking') this.#open()
    })
  }

  #read(data: Uint8Array): void {
    const { message } = readFromServer(data)
    const isAdmitted = this.#state === 'replaying' || this.#state === 'ready'
    if (!isAdmitted && message.type !== 'admitted' && message.type !== 'refused') return
    switch (message.type) {
      case 'admitted':
        return this.#admitted(message.mayWrite)
      case 'refused':
        return this.#refused(message.reason)
      case 'answer':
        return this.#answered(message.isTaken, message.mark)
      case 'syncQuestion':
        return this.#answerSync(message.stateVector)
      case 'update':
        return this.#received(message)
      case 'notice':
        return this.#noticed(message.json)
      case 'roomClosed':
        return this.#channelClosed()
      case 'other':
    }
  }

  #admitted(mayWrite: boolean): void {
    if (this.#state !== 'asking') return
    this.#state = 'replaying'
    this.refusal = null
    this.access = mayWrite ? 'write' : 'read'
    const opening = this.#opening
    void this.#store.outbox().then(kept => {
      if (opening !== this.#opening || !this.#isAlive) return
      this.outbox.adoptKept(kept, this.#tab)
      this.#sendWaiting()
      this.#state = 'ready'
      this.#socket?.send(syncFrame(this.#options.room, 0, Y.encodeStateVector(this.doc)))
      this.#sendPresence()
    })
  }

  #refused(reason: string): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#channelEnded()
    this.refusal = reason
    if (reason === 'setAside' || reason === 'generationChanged') this.#options.events.setAside(reason)
    else if (reason === 'unavailable') this.#reopenAfter(refusalMs)
  }

  #sendWaiting(): void {
    if (this.access !== 'write') return
    for (const { ids, update } of replayFrames(this.outbox.unacknowledged(), this.#options.maxFrameBytes)) {
      this.#sendSync(2, update, ids)
    }
  }

  #answerSync(stateVector: Uint8Array): void {
    if (this.access !== 'write') return
    const ids = this.outbox.unacknowledged().map(entry => entry.id)
    this.#fullSyncs.add(ids)
    this.#sendSync(1, Y.encodeStateAsUpdate(this.doc, stateVector), ids)
  }

  #sendSync(step: 1 | 2, update: Uint8Array, ids: readonly string[]): void {
    this.#frames.sent(ids, update)
    this.#waitingFrames.push(ids)
    const opening = this.#opening
    this.#after(answerWithinMs, () => {
      if (opening === this.#opening && this.#frames.isWaiting) this.#channelClosed()
    })
    this.#socket?.send(syncFrame(this.#options.room, step, update))
  }

  #answered(isTaken: boolean, mark: number): void {
    const named = this.#frames.answered(mark)
    const ids = this.#options.believesAnyAnswer ? (this.#waitingFrames[0] ?? []) : named
    if (!ids) return this.#channelClosed()
    const sent = this.#waitingFrames.shift()
    if (!isTaken) return
    if (ids.length > 0) {
      this.#keeper.settle(this.outbox.acknowledge(ids))
      this.#options.events.acknowledged(ids)
    }
    if (sent && this.#fullSyncs.delete(sent)) this.#options.events.syncedFully()
    if (this.saysSaved) this.#options.events.saved()
  }

  #received({ update, isSyncAnswer }: Extract<FromServer, { type: 'update' }>): void {
    Y.applyUpdate(this.doc, update, fromServer)
    if (isSyncAnswer) this.isSynced = true
  }

  #noticed(json: string): void {
    const notice = noticeSchema.parse(JSON.parse(json))
    if (notice.type === 'ledger' || notice.type === 'live') return
    this.#durable = notice.durable
    this.#store.mark(notice.durable)
    if (notice.type !== 'welcome') return
    const isPromoted = notice.access === 'write' && this.access === 'read'
    this.access = notice.access
    if (isPromoted && this.isReady) this.#sendWaiting()
  }
}
