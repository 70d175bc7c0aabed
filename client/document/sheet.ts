import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { build } from '#client/lib/build.ts'
import { randomToken } from '#client/lib/ids.ts'
import { noteServerTime } from '#client/lib/serverClock.ts'
import { type Readable, when, writable } from '#client/lib/store.ts'
import { type DeviceRecord, deviceKey, type SetAsideReason } from '#client/offline/deviceDatabase.ts'
import type { IntentionStore } from '#client/offline/intentions.ts'
import type { LedgerStore } from '#client/offline/ledgerStore.ts'
import { Outbox, type OutboxEntry } from '#client/offline/outbox.ts'
import type { SetAsideTexts } from '#client/offline/setAside.ts'
import { type KeptSheet, maxRows, type SheetStore } from '#client/offline/sheetStore.ts'
import type { DocumentInfo, Member, Space } from '#shared/api/contract.ts'
import type { AnyKind } from '#shared/document/defineKind.ts'
import { rootName } from '#shared/document/defineKind.ts'
import { metaName } from '#shared/document/seed.ts'
import type { PersonId } from '#shared/ids.ts'
import { may } from '#shared/permissions.ts'
import {
  type Handshake,
  maxReplayFrameBytes,
  protocolVersion,
  refusalSchema,
} from '#shared/wire/handshake.ts'
import { type DurableMark, type LiveNotice, noticeSchema, type ReadOnlyReason } from '#shared/wire/notice.ts'
import { roomName } from '#shared/wire/room.ts'
import { ChangeCounter, placeOf } from './changeCounter.ts'
import { type Decisions, decisions, type KeptDecisions } from './decided.ts'
import { Keeper } from './keeper.ts'
import { Place, presenceOf } from './presence.ts'
import { Channel } from './provider.ts'
import { mergeInParts, replayFrames } from './replayFrames.ts'
import { sharedUndo } from './sharedUndo.ts'
import { type Line, theLine } from './socket.ts'
import { Tabs, thisTab } from './tabs.ts'
import type { AnySession, ConnectionState, SaveState, SessionLife } from './types.ts'
import { Unwritten } from './unwritten.ts'

/** Origins of what was not written here and now; every other transaction is an own change. */
const fromDevice = { from: 'device' }
const fromTab = { from: 'tab' }
const fromSeed = { from: 'seed' }
/** Origin of what the typed handle writes. */
const fromHandle = { from: 'handle' }

/** A refusal that may pass by itself is asked again after this long, in ms, plus as much again by chance. */
const refusalPause = 5_000
/** What the device lists of a document (title, date) is renewed this long after a change, in ms. */
const recordPause = 2_000
/** A sheet that was set aside and not replaced within this, in ms, takes no more writing: it is to be read only. */
const replacePause = 5_000
/**
 * So long, in ms, a command waits until the server has what was written before it. Beyond that it becomes an intention
 * and goes when the server has it.
 */
const commandPatience = 4_000

export type SheetSource = {
  readonly self: PersonId
  readonly info: DocumentInfo
  readonly kind: AnyKind
  readonly space: Space
  readonly members: readonly Member[]
  readonly access: 'read' | 'write'
  readonly durable: DurableMark | null
  /** the device keeps the room under this fork (`deviceKey`) */
  readonly fork: string | undefined
  /** the release that the server called too old */
  readonly tooOld: string | undefined
  /** what the device has of the room; `null` when it could not be read */
  readonly kept: KeptSheet | null
  readonly decided: KeptDecisions
  /** why it could not */
  readonly storageError: unknown
}

/**
 * An open sheet: the document, its outbox, its channel, the other tabs, undo and presence.
 *
 * Invariants:
 * - [SH1] Every own update enters the outbox in the transaction's own turn, before anything is sent.
 * - [SH2] `saved` is said only when the outbox is empty, and it empties only by acknowledgements (P3).
 * - [SH3] What came from the device, another tab or the server never enters the outbox of this tab.
 * - [SH4] The device's record of a sheet is written after the content that it promises.
 * - [SH5] When the server cannot take the text, nothing of it is sent any more; it is set aside on the device with
 *   everything that is written until somebody else shows the document anew.
 */
export class Sheet {
  readonly connection: Readable<ConnectionState>
  readonly #parts: Pick<AnySession, 'handle' | 'awareness' | 'undo' | 'presence'>
  readonly #source: SheetSource
  /** under which the device keeps the content */
  readonly #key: string
  readonly #doc = new Y.Doc()
  readonly #line: Line = theLine()
  readonly #outbox = new Outbox()
  readonly #counter = new ChangeCounter()
  readonly #store: SheetStore
  readonly #keeper: Keeper
  readonly #tabs: Tabs
  readonly #channel: Channel
  readonly #place: Place
  readonly #decisions: Decisions
  /** the rows that the server had at the last welcome are here, or could not be had */
  #decisionsHere: Promise<void> = Promise.resolve()
  readonly #save = writable<SaveState>({ state: 'saved' })
  readonly #connection = writable<ConnectionState>({ state: 'connecting' })
  readonly #access
  readonly #readOnly
  readonly #live = writable<LiveNotice | null>(null)
  readonly #life = writable<SessionLife>({ state: 'open' })
  readonly #setAsideTexts: SetAsideTexts
  readonly #fork: string = randomToken()
  #settingAside: { reason: SetAsideReason; entries: ReadonlySet<string>; running: Promise<void> } | null =
    null
  readonly #firstSync: Promise<void>
  #space: Space
  #members: readonly Member[]
  #durable: DurableMark | null
  #tooOld: string | undefined
  /** what waits here came after the document was closed */
  #isTooLate = false
  /** what the person's role allows, whatever keeps the room read-only besides */
  #role: 'read' | 'write'
  /** own updates of this turn, waiting to become one entry */
  #pending: { bytes: Uint8Array; changes: number }[] = []
  readonly #unwritten = new Unwritten()
  #recordTimer: ReturnType<typeof setTimeout> | null = null
  #refusalTimer: ReturnType<typeof setTimeout> | null = null
  readonly #ends: (() => void)[] = []

  constructor(
    source: SheetSource,
    store: SheetStore,
    setAsideTexts: SetAsideTexts,
    decisionStore: LedgerStore & IntentionStore,
  ) {
    this.#source = source
    this.#store = store
    this.#setAsideTexts = setAsideTexts
    this.#space = source.space
    this.#members = source.members
    this.#durable = source.durable
    const isTooOld = source.tooOld === build
    this.#access = writable(isTooOld ? 'read' : source.access)
    this.#readOnly = writable<ReadOnlyReason | null>(isTooOld ? 'clientTooOld' : null)
    this.#tooOld = source.tooOld
    this.#role = source.access
    this.#key = deviceKey(source.info, source.fork)
    const room = roomName({ documentId: source.info.id, generation: source.info.generation })
    const doc = this.#doc
    const { kind } = source

    for (const part of [source.kept?.snapshot ?? null, ...(source.kept?.rows ?? [])]) {
      if (part) Y.applyUpdate(doc, part, fromDevice)
    }
    for (const entry of source.kept?.outbox ?? []) Y.applyUpdate(doc, entry.bytes, fromDevice)
    // [DM23] the device's copy may be of an earlier version; one without content waits for what the server has
    if (doc.getMap(metaName).size > 0) Y.applyUpdate(doc, kind.seed, fromSeed)
    this.#outbox.adoptKept(source.kept?.outbox ?? [], thisTab)

    this.#keeper = new Keeper(this.#key, store, this.#outbox, doc, source.kept?.rows.length ?? 0, {
      kept: ids => {
        this.#tabs.kept(ids)
        this.#renewSave()
      },
      changed: () => this.#renewSave(),
    })
    this.#tabs = new Tabs(source.self, this.#key, {
      stateFor: stateVector => ({
        update: Y.encodeStateAsUpdate(doc, stateVector),
        entries: this.#outbox.unacknowledged(),
      }),
      received: (update, entries, sent) => this.#receivedFromTab(update, entries, sent),
      kept: ids => {
        this.#outbox.keptElsewhere(ids)
        this.#renewSave()
      },
      acknowledged: ids => {
        this.#outbox.acknowledge(ids)
        this.#renewSave()
      },
      unsent: ids => this.#sendEntries(this.#outbox.unacknowledged().filter(entry => ids.includes(entry.id))),
      setAside: reason => void this.#setAside(reason),
      gone: tab => void this.#takeOver(tab),
    })
    for (const entry of source.kept?.outbox ?? []) this.#tabs.watch(entry.tab)

    doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) =>
      this.#updated(update, origin, transaction),
    )

    this.#decisions = decisions({
      self: source.self,
      document: source.info.id,
      kind: kind.name,
      kept: source.decided,
      store: decisionStore,
      isReady: () => this.#isSentAndOnline(),
    })

    const awareness = new Awareness(doc)
    // a first state with clock 0 counts as nothing: nobody would see a person who only reads
    awareness.setLocalState({ place: null, cursor: null })
    let synced = () => {}
    this.#firstSync = new Promise(resolve => {
      synced = resolve
    })
    this.#channel = new Channel(room, doc, awareness, this.#line, {
      handshake: () => this.#handshake(),
      opened: readOnly => this.#replay(readOnly),
      synced: () => {
        this.#connection.set({ state: 'online' })
        this.#decisions.send()
        if (this.#readOnly.get() === 'closed') this.#sendTooLate()
        synced()
      },
      acknowledged: ids => this.#acknowledged(ids),
      held: () => this.#outbox.unacknowledged().map(entry => entry.id),
      mayWrite: () => this.#maySend(),
      tooLarge: () => void this.#setAside('tooLarge'),
      refused: reason => this.#refused(reason),
      closed: unanswered => {
        this.#tabs.unsent(unanswered)
        if (this.#connection.get().state !== 'refused') this.#connection.set({ state: 'offline' })
      },
      notice: payload => this.#noticed(payload),
    })
    this.#ends.push(
      this.#decisions.intentions.subscribe(() => this.#renewSave()),
      this.#line.state.subscribe(() => {
        if (this.#line.state.get() === 'down') this.#connection.set({ state: 'offline' })
      }),
    )

    const undo = sharedUndo(doc, doc.getMap<unknown>(rootName), fromHandle)
    const presence = presenceOf(awareness, source.self)
    this.#place = new Place(awareness)
    this.#ends.push(
      () => undo.end(),
      () => presence.end(),
    )

    const flush = () => {
      this.#unwritten.writeAll()
      this.#gather()
      void this.#keeper.flush()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    // THREATS a15: what neither the device nor the server has is lost with the tab
    const warn = (event: BeforeUnloadEvent) => {
      if (!this.#isSafe()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', hidden)
    this.#ends.push(
      () => window.removeEventListener('beforeunload', warn),
      () => window.removeEventListener('pagehide', flush),
      () => document.removeEventListener('visibilitychange', hidden),
    )

    this.connection = this.#connection
    this.#parts = { handle: kind.open(doc, fromHandle), awareness, undo, presence: presence.entries }

    if (source.storageError !== null) this.#keeper.failed(source.storageError)
    this.#renewSave()
    this.#tabs.hello(Y.encodeStateVector(doc))
    this.#channel.attach()
    this.#line.start()
  }

  /** The sheet as its rooms see it. `close` ends their use of it. */
  share(close: () => Promise<void>): AnySession {
    const members = () => this.#members
    const space = () => this.#space
    return {
      ...this.#parts,
      info: this.#source.info,
      kind: this.#source.kind,
      doc: this.#doc,
      self: this.#source.self,
      get members() {
        return members()
      },
      get space() {
        return space()
      },
      save: this.#save,
      connection: this.#connection,
      access: this.#access,
      readOnly: this.#readOnly,
      life: this.#life,
      rows: this.#decisions.rows,
      live: this.#live,
      intentions: this.#decisions.intentions,
      command: (name, input) => {
        this.#unwritten.writeAll()
        this.#gather()
        return this.#decisions.command(name, input)
      },
      withdraw: commandId => this.#decisions.withdraw(commandId),
      setPlace: (path, typing = false) => this.#place.set(path, typing),
      holdUnwritten: (path, write) => {
        this.#unwritten.hold(path, write)
        this.#renewSave()
      },
      close,
    }
  }

  /** Resolves after the first sync with the server. */
  firstSync(): Promise<void> {
    return this.#firstSync
  }

  /** Resolves when what was decided is here, or could not be had. */
  decisionsHere(): Promise<void> {
    return this.#decisionsHere
  }

  /** Resolves when the text was set aside. */
  async replaced(): Promise<void> {
    await when(this.#life, (life): life is SessionLife & { state: 'replaced' } => life.state === 'replaced')
  }

  /** Brings a document into being that neither the device nor the server had content for. */
  plantSeed(): void {
    if (this.#doc.getMap(metaName).size > 0) return
    Y.applyUpdate(this.#doc, this.#source.kind.seed, fromSeed)
  }

  /** What the server says newly of space and members. */
  renew(space: Space, members: readonly Member[]): void {
    this.#space = space
    this.#members = members
    this.#rememberSoon()
  }

  /** Keeps content and record of the sheet on the device: from now on it opens without a network (SH4). */
  async remember(): Promise<void> {
    await this.#keeper.flush()
    if (this.#keeper.error || this.#settingAside) return
    try {
      await this.#store.remember(this.#record())
    } catch (error) {
      this.#keeper.failed(error)
    }
  }
  #record(): DeviceRecord {
    const { info, fork, kind } = this.#source
    const { title, date } = kind.card(this.#doc)
    return {
      id: info.id,
      info,
      space: this.#space,
      members: this.#members,
      title,
      date,
      access: this.#role,
      openedAt: this.#openedAt,
      durable: this.#durable,
      ...(fork !== undefined && { fork }),
      ...(this.#tooOld !== undefined && { tooOld: this.#tooOld }),
    }
  }
  readonly #openedAt = Date.now()
  #isClosed = false

  /** Resolves when nothing is left that only this tab has. */
  async safe(): Promise<void> {
    await when(this.#save, (_state): _state is SaveState => this.#isSafe())
  }

  #isSafe(): boolean {
    // what is set aside is on the device, or `SetAsideTexts` warns
    if (this.#settingAside) return this.#life.get().state === 'replaced' && this.#notYetAside().length === 0
    return this.#unwritten.isEmpty && this.#pending.length === 0 && (this.#outbox.progress()?.kept ?? true)
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#gather()
    if (this.#recordTimer) clearTimeout(this.#recordTimer)
    if (this.#refusalTimer) clearTimeout(this.#refusalTimer)
    for (const end of this.#ends) end()
    this.#place.end()
    this.#decisions.end()
    await this.#settingAside?.running
    if (!this.#settingAside) this.#channel.destroy()
    await this.#keeper.flush()
    await this.remember()
    await this.#keeper.compact(maxRows)
    this.#keeper.stop()
    this.#tabs.unsent(this.#outbox.ofTab(thisTab).map(entry => entry.id))
    this.#tabs.close()
    this.#doc.destroy()
  }

  // own changes

  #updated(update: Uint8Array, origin: unknown, transaction: Y.Transaction): void {
    this.#rememberSoon()
    if (origin === fromDevice || origin === fromTab) return
    if (origin === this.#channel || origin === fromSeed) {
      this.#keeper.keepReceived(update)
      return
    }
    // nobody wrote this: Yjs tidies up formats after a merge; a reader's device sends no such repairs
    if (origin === null && this.#access.get() === 'read') return
    const changes = origin === null ? 0 : this.#counter.count(placeOf(transaction), Date.now())
    this.#pending.push({ bytes: update, changes })
    if (this.#pending.length === 1) queueMicrotask(() => this.#gather())
    this.#renewSave()
  }

  /** What one turn wrote becomes one entry: sent at once, and written to the device at the same time. */
  #gather(): void {
    if (this.#pending.length === 0) return
    const parts = this.#pending
    this.#pending = []
    const entry: OutboxEntry = {
      id: randomToken(),
      room: this.#key,
      tab: thisTab,
      at: Date.now(),
      changes: parts.reduce((sum, part) => sum + part.changes, 0),
      bytes: parts.length === 1 && parts[0] ? parts[0].bytes : Y.mergeUpdates(parts.map(part => part.bytes)),
    }
    this.#outbox.add(entry)
    if (this.#settingAside) {
      if (this.#life.get().state === 'replaced') void this.#setRestAside()
      return
    }
    const sent = this.#maySend() && this.#channel.isReady && this.#channel.sendUpdate([entry.id], entry.bytes)
    this.#keeper.keepOwn()
    this.#tabs.updated(entry, sent)
    this.#renewSave()
  }

  #acknowledged(ids: readonly string[]): void {
    this.#keeper.settle(this.#outbox.acknowledge(ids))
    this.#tabs.acknowledged(ids)
    this.#renewSave()
  }

  #renewSave(): void {
    // the badge of a sheet that is set aside stays as it was until the new one stands: nothing is „gespeichert“
    if (this.#settingAside) return
    const next = this.#saveState()
    if (JSON.stringify(next) !== JSON.stringify(this.#save.get())) this.#save.set(next)
    if (this.#outbox.progress() === null) this.#decisions.send()
  }

  #saveState(): SaveState {
    const progress = this.#outbox.progress()
    const pending = this.#pending.reduce((sum, part) => sum + part.changes, 0)
    // what somebody wants decided is with the server only when it has answered
    const intended = this.#decisions.intentions.get().filter(own => own.progress.state === 'waiting').length
    const changes = (progress?.changes ?? 0) + pending + intended
    const error = this.#keeper.error
    if (error) return { state: 'onlyOnline', changes, error }
    if (this.#pending.length > 0 || !this.#unwritten.isEmpty)
      return { state: 'unsaved', changes: Math.max(1, changes) }
    if (!progress && intended === 0) return { state: 'saved' }
    return { state: (progress?.kept ?? true) ? 'onDevice' : 'unsaved', changes }
  }

  // the server

  #handshake(): string {
    const { name, schemaVersion } = this.#source.kind
    const handshake: Handshake = {
      protocol: protocolVersion,
      schemaVersions: { [name]: schemaVersion },
      client: this.#doc.clientID,
      build,
      durable: this.#durable,
    }
    return JSON.stringify(handshake)
  }

  /** Sends everything that waits on this device, whichever tab made it. */
  async #replay(readOnly: boolean): Promise<void> {
    this.#gather()
    // why it is read-only says the `welcome` that follows
    this.#access.set(readOnly ? 'read' : 'write')
    if (!readOnly) this.#readOnly.set(null)
    try {
      this.#adopt(await this.#store.outbox(this.#key))
    } catch (error) {
      this.#keeper.failed(error)
    }
    this.#sendEntries(this.#outbox.unacknowledged())
  }

  /**
   * The document was closed while something waited here: the server gets all of it as one update, refuses it as too
   * late, lists it with the late contributions and lets the device set it aside at the next handshake.
   */
  #sendTooLate(): void {
    this.#gather()
    const entries = this.#outbox.unacknowledged()
    if (entries.length === 0 || this.#settingAside || this.#role !== 'write') return
    this.#isTooLate = true
    this.#channel.sendUpdate(
      entries.map(({ id }) => id),
      mergeInParts(entries.map(({ bytes }) => bytes)),
    )
  }

  #maySend(): boolean {
    return this.#access.get() === 'write' && !this.#settingAside
  }

  #sendEntries(entries: readonly OutboxEntry[]): void {
    if (!this.#maySend()) return
    for (const frame of replayFrames(entries, maxReplayFrameBytes)) {
      if (!this.#channel.sendUpdate(frame.ids, frame.update)) return
    }
  }

  #noticed(payload: string): void {
    const notice = noticeSchema.safeParse(parsed(payload))
    if (!notice.success) return
    if ('durable' in notice.data) this.#durable = notice.data.durable
    if (notice.data.type === 'live') this.#live.set(notice.data)
    if (notice.data.type === 'ledger') void this.#decisions.reach(notice.data.seq)
    if (notice.data.type === 'welcome') {
      const { serverTime, timeZone, access, readOnly, ledger, live } = notice.data
      if (live === 0) this.#live.set({ type: 'live', counter: 0, state: null })
      noteServerTime(serverTime, timeZone)
      this.#decisionsHere = this.#decisions.reach(ledger)
      const isPromoted = access === 'write' && this.#access.get() === 'read'
      this.#access.set(access)
      this.#readOnly.set(readOnly)
      this.#tooOld = readOnly === 'clientTooOld' ? build : undefined
      if (readOnly === 'role' || readOnly === null) this.#role = access
      if (readOnly === 'closed') this.#role = may(this.#space.role, 'write') ? 'write' : 'read'
      if (readOnly === 'closed' && this.#channel.isReady) this.#sendTooLate()
      if (isPromoted && this.#channel.isReady) this.#sendEntries(this.#outbox.unacknowledged())
    }
    this.#rememberSoon()
  }

  #refused(reason: string): void {
    const known = refusalSchema.safeParse(reason)
    const refusal = known.success ? known.data : 'unavailable'
    this.#connection.set({ state: 'refused', reason: refusal })
    switch (refusal) {
      case 'setAside':
      case 'generationChanged':
        void this.#setAside(refusal === 'setAside' && this.#isTooLate ? 'closed' : refusal)
        return
      case 'clientTooOld':
        this.#access.set('read')
        this.#readOnly.set('clientTooOld')
        this.#tooOld = build
        this.#rememberSoon()
        return
      case 'unavailable':
        if (this.#refusalTimer) clearTimeout(this.#refusalTimer)
        this.#refusalTimer = setTimeout(() => this.#channel.retry(), refusalPause * (1 + Math.random()))
    }
  }

  /**
   * Whether the server can be asked now and has everything that was written here; waits a little for both. A closed
   * document takes no more writing, so nothing has to be waited for.
   */
  async #isSentAndOnline(): Promise<boolean> {
    const isSettled = () => this.#connection.get().state !== 'connecting'
    if (!(await within(commandPatience, this.#connection, isSettled))) return false
    const isReady = () =>
      this.#connection.get().state === 'online' &&
      !this.#settingAside &&
      (this.#readOnly.get() === 'closed' || (this.#pending.length === 0 && this.#outbox.progress() === null))
    if (this.#connection.get().state !== 'online') return false
    return within(commandPatience, this.#save, isReady)
  }

  // what the server cannot take

  /** [SH5] Ends this opening: its text goes to the device's set-aside texts, the other tabs do the same. */
  async #setAside(reason: SetAsideReason): Promise<void> {
    if (this.#settingAside) return
    this.#gather()
    // nothing more is sent, and the tab's line is free for the next opening of the room
    this.#settingAside = { reason, entries: new Set(), running: Promise.resolve() }
    this.#channel.destroy()
    await this.#keeper.end()
    await this.#setRestAside()
    this.#tabs.setAside(reason)
    this.#tabs.close()
    this.#life.set({ state: 'replaced', reason })
    // whoever waits until it is safe looks again
    this.#save.set({ ...this.#save.get() })
    const timer = setTimeout(() => this.#access.set('read'), replacePause)
    this.#ends.push(() => clearTimeout(timer))
  }

  #notYetAside(): readonly OutboxEntry[] {
    return this.#outbox.unacknowledged().filter(entry => !this.#settingAside?.entries.has(entry.id))
  }

  /** Sets aside what is not yet, and what was written meanwhile; resolves when it is. */
  async #setRestAside(): Promise<void> {
    const state = this.#settingAside
    if (!state) return
    state.running = state.running.then(async () => {
      do {
        const entries = this.#outbox.unacknowledged()
        state.entries = new Set(entries.map(entry => entry.id))
        await this.#setAsideTexts.add(
          {
            text: {
              id: this.#key,
              document: this.#source.info.id,
              person: this.#source.self,
              room: roomName({ documentId: this.#source.info.id, generation: this.#source.info.generation }),
              kind: this.#source.info.kind,
              title: this.#source.kind.card(this.#doc).title,
              members: this.#members,
              at: Date.now(),
              reason: state.reason,
              state: Y.encodeStateAsUpdate(this.#doc),
              entries,
            },
            record: this.#record(),
            fork: this.#fork,
          },
          mergeInParts,
        )
      } while (this.#notYetAside().length > 0)
    })
    await state.running
  }

  // the device and its other tabs

  #adopt(entries: readonly OutboxEntry[]): void {
    for (const entry of entries) {
      Y.applyUpdate(this.#doc, entry.bytes, fromTab)
      this.#tabs.watch(entry.tab)
    }
    this.#outbox.adoptKept(entries, thisTab)
    this.#renewSave()
  }

  #receivedFromTab(update: Uint8Array, entries: readonly OutboxEntry[], sent: boolean): void {
    Y.applyUpdate(this.#doc, update, fromTab)
    for (const entry of entries) this.#outbox.adoptForeign(entry)
    if (!sent && this.#channel.isReady) this.#sendEntries(entries)
    this.#renewSave()
  }

  async #takeOver(tab: string): Promise<void> {
    const taken = this.#outbox.takeOver(tab)
    if (taken.length === 0) return
    this.#keeper.keepOwn()
    if (this.#channel.isReady) this.#sendEntries(taken)
    this.#renewSave()
  }

  #rememberSoon(): void {
    this.#recordTimer ??= setTimeout(() => {
      this.#recordTimer = null
      void this.remember().then(() => this.#keeper.compact(maxRows))
    }, recordPause)
  }
}

/** Whether the condition holds now, or after one of the next changes of what it rests on. */
async function within(ms: number, on: Readable<unknown>, holds: () => boolean): Promise<boolean> {
  if (holds()) return true
  const ending = new AbortController()
  const pause = new Promise<boolean>(resolve => {
    const timer = setTimeout(() => resolve(false), ms)
    const stop = on.subscribe(() => {
      if (holds()) resolve(true)
    })
    ending.signal.addEventListener('abort', () => {
      clearTimeout(timer)
      stop()
    })
  })
  const held = await pause
  ending.abort()
  return held
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return null
  }
}
