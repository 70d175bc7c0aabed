import * as Y from 'yjs'
import type { Clock } from '#server/clock.ts'
import { AppliedRows } from '#server/collab/appliedRows.ts'
import type { CollabAccess, Member, Permit } from '#server/collab/context.ts'
import { createGate, type Gate } from '#server/collab/gate/gate.ts'
import type { Inspector } from '#server/collab/gate/inspector.ts'
import type { Joinable } from '#server/collab/gate/joinUpdates.ts'
import { RefusedUpdate, type UpdateSummary } from '#server/collab/gate/summarize.ts'
import { retryWithinBound } from '#server/collab/retry.ts'
import type { SqlRuns } from '#server/db/threadClient.ts'
import type { Journal } from '#server/journal/journal.ts'
import type { Quarantine } from '#server/journal/quarantine.ts'
import { keepAsWritten } from '#server/lib/keepAsWritten.ts'
import type { AuthorId } from '#shared/ids.ts'
import type { DurableMark, LiveNotice, Notice } from '#shared/wire/notice.ts'
import { type Room as RoomId, roomName } from '#shared/wire/room.ts'
import { applyRows } from './applyRows.ts'
import type { Opening } from './opening.ts'
import { Outbound } from './outbound.ts'
import { BegunAnew, Pipeline } from './pipeline.ts'
import { PresenceStates } from './presenceStates.ts'
import type { RestingDocument } from './restingDocument.ts'
import { ServerFrames } from './serverFrame.ts'
import { SyncAnswers } from './syncAnswers.ts'

/** What a room tells those who watch over it. */
export interface RoomEvents {
  unreadable(error: unknown): void
  refused(reason: string): void
  notStored(error: unknown): void
  /** What came after the document was closed is kept in the quarantine. */
  tooLate(author: AuthorId, bytes: Uint8Array): void
  /** A change is on disk, whoever made it. */
  changed(author: AuthorId | null): void
  /** What was taken contains something that is kept, but has no meaning here. */
  flagged(flags: readonly string[]): void
}

export type RoomServices = {
  /** IANA name of the zone whose clock the minutes go by */
  timeZone: string
  journal: Journal
  quarantine: Quarantine
  inspector: Inspector
  access: CollabAccess
  clock: Clock
  /** milliseconds, for measuring durations only */
  measure: () => number
  markOf: (room: RoomId, seq: number) => DurableMark
  /** What is told after each welcome. */
  greeting: (documentId: RoomId['documentId']) => LiveNotice | null
  /** Brings what the rooms have said in this turn on its way. */
  flushSockets: () => void
}

/** A write on its way to the journal; `isValid` is asked again when its transaction begins. */
export type Write = {
  author: AuthorId | null
  bytes: Uint8Array
  summary: UpdateSummary
  flags: readonly string[]
  isValid: () => boolean
  again: () => Promise<void>
  /** statements that are carried out in the same transaction */
  together?: readonly SqlRuns[]
}

// About so many rows are read one by one when a document is opened: beyond, they are folded. Folding costs what
// the document is large, so under load it waits a while, up to as many rows as are read in no time still.
const rowsPerCompaction = 500
const compactionPauseMs = 15_000
const mostRowsUnfolded = 4_000
// Presence is most of what large rooms send: it grows with writers times readers. Ten people see a caret move
// at once, two hundred ten times a second; together the states of many also compress better. Beyond, everybody
// gets a part of it ten times a second, so that no letter waits behind a burst of carets.
const presenceMsPerReader = 0.5
const longestPresencePauseMs = 100
const presenceBytesAtOnce = 8_000_000
// Readers learn so often at most how far the journal is on disk: what a restored server lacks beyond
// the last mark they have seen, it cannot know of.
const markPauseMs = 2_000

/**
 * A document that people have open: what they send goes through the gate into the journal, and from
 * there to everybody and into the document.
 *
 * - [L1] The document in memory holds only what the journal holds: bytes are committed, then told and
 *   applied, in the order of the journal.
 */
export class Room {
  readonly id: RoomId
  readonly frames: ServerFrames
  readonly pipeline: Pipeline
  readonly events: RoomEvents
  readonly isDamaged: boolean
  readonly #services: RoomServices
  readonly #document: RestingDocument
  readonly #kind: Parameters<typeof createGate>[1]
  #gate: Gate | null = null
  readonly #outbound: Outbound
  readonly #answers: SyncAnswers
  readonly #presence = new PresenceStates()
  readonly #openings = new Set<Opening>()
  /** those who claim a client id that somebody else has */
  #mute: WeakSet<Opening> | null = null
  readonly #rows: AppliedRows
  #compactedThrough: number
  /** not before this time, in milliseconds of `measure` */
  #compactFrom = 0
  /** updates that were received and are not answered */
  #underWay = 0
  readonly #whenAnswered: (() => void)[] = []
  #callOffMark: (() => void) | null = null
  #isOver = false
  #callOffPresence: (() => void) | null = null
  #ledgerSeq: number
  #held: Promise<void> | null = null
  /** presence is told again from this time on, in milliseconds of `measure` */
  #presenceFrom = 0

  constructor(
    services: RoomServices,
    events: RoomEvents,
    document: {
      id: RoomId
      document: RestingDocument
      kind: Parameters<typeof createGate>[1]
      seq: number
      snapshotSeq: number
      isDamaged: boolean
      /** how many rows the ledger has about the document */
      ledgerSeq: number
    },
  ) {
    this.#ledgerSeq = document.ledgerSeq
    this.#services = services
    this.events = events
    this.id = document.id
    this.#kind = document.kind
    this.isDamaged = document.isDamaged
    this.#document = document.document
    this.#rows = new AppliedRows(document.seq)
    this.#compactedThrough = document.snapshotSeq
    this.frames = new ServerFrames(roomName(document.id))
    this.#answers = new SyncAnswers(document.document, this.frames, services.clock)
    this.#outbound = new Outbound({
      clock: services.clock,
      now: services.measure,
      tell: update => this.#tell(update),
      apply: (updates, count) => this.#apply(updates, count),
    })
    this.pipeline = new Pipeline(services.clock, () => {
      this.#outbound.settle()
      this.gate.reset()
    })
  }

  /** Made when somebody writes, and the document rests no longer: most are opened to be read. */
  get gate(): Gate {
    this.#gate ??= createGate(this.#document.awake, this.#kind)
    return this.#gate
  }

  /** The sequence up to which this document's journal is certainly on disk. */
  get durableSeq(): number {
    return this.#rows.through
  }

  /** Whether the document rests and has all of an update, so that there is nothing to judge. */
  restsWith(summary: UpdateSummary): boolean {
    return this.#document.restsWith(summary)
  }

  enter(opening: Opening): void {
    const { client, personId } = opening.member
    for (const { member } of this.#openings) {
      // a client id shows the one who had it first (THREATS b20)
      if (member.client === client && member.personId !== personId) {
        this.#mute ??= new WeakSet()
        this.#mute.add(opening)
      }
    }
    this.#openings.add(opening)
    opening.line.enter(this.id, opening)
    this.showEverybody(opening)
  }

  leave(opening: Opening): void {
    opening.left()
    opening.line.leave(this.id, opening)
    this.#openings.delete(opening)
    const { client } = opening.member
    const isShown = [...this.#openings].some(other => other.member.client === client && !this.#isMute(other))
    if (!this.#isMute(opening) && !isShown) this.#presence.remove(client)
    if (this.#presence.hasChanges) this.#outbound.scheduleFlush()
  }

  #isMute(opening: Opening): boolean {
    return this.#mute?.has(opening) === true
  }

  welcome(opening: Opening): void {
    const { member, readOnly } = opening
    const greeting = this.#services.greeting(this.id.documentId)
    const notice: Notice = {
      type: 'welcome',
      generation: this.id.generation,
      durable: this.#services.markOf(this.id, this.durableSeq),
      serverTime: this.#services.clock.now(),
      timeZone: this.#services.timeZone,
      access: readOnly === null ? 'write' : 'read',
      readOnly,
      self: member.personId,
      ledger: this.#ledgerSeq,
      live: greeting?.counter ?? 0,
    }
    opening.send(this.frames.notice(JSON.stringify(notice)))
    if (greeting) opening.send(this.frames.notice(JSON.stringify(greeting)))
  }

  /** Tells everybody who is here. */
  notify(notice: Notice): void {
    if (notice.type === 'ledger') this.#ledgerSeq = Math.max(this.#ledgerSeq, notice.seq)
    this.#toAll(this.frames.notice(JSON.stringify(notice)))
    this.#services.flushSockets()
  }

  // updates

  /** So many updates more were received, or fewer are left to be answered. */
  countUnderWay(change: number): void {
    this.#underWay += change
    if (this.#underWay > 0) return
    for (const resolve of this.#whenAnswered.splice(0)) resolve()
  }

  /** What the member may do at this moment. `unknown`: nobody could say. */
  async permission(member: Member, headers: Headers): Promise<Permit | 'ended' | 'unknown'> {
    const { access, clock } = this.#services
    const ask = async (): Promise<Permit | 'ended'> => {
      const version = access.version
      const session = await access.person(headers)
      if (session?.personId !== member.personId) return 'ended'
      const now = await access.toDocument(member.personId, this.id.documentId)
      if (now?.generation !== this.id.generation) return 'ended'
      const { expiresAt } = session
      return {
        access: now.access,
        isClosed: now.isClosed === true,
        author: now.author,
        expiresAt,
        isValid: () => access.version === version && clock.now() < expiresAt,
      }
    }
    try {
      return await retryWithinBound(clock, ask)
    } catch (error) {
      this.events.notStored(error)
      return 'unknown'
    }
  }

  async summarize(bytes: Uint8Array): Promise<UpdateSummary | { refused: string }> {
    try {
      return await this.#services.inspector.summarize(bytes)
    } catch (error) {
      if (error instanceof RefusedUpdate) return { refused: error.reason }
      throw error
    }
  }

  async learnOwners(clients: readonly number[]): Promise<void> {
    const { journal, clock } = this.#services
    const { documentId, generation } = this.id
    const owners = await retryWithinBound(clock, () => journal.owners(documentId, generation, clients))
    this.gate.learn(owners, clients)
  }

  /**
   * Whether one of the client ids that would become this person's is that of somebody else who is here: their id
   * is seen in presence before they have written anything (THREATS b2).
   */
  isElsewhere(clients: readonly number[], opening: Opening): boolean {
    if (clients.length === 0) return false
    for (const other of this.#openings) {
      const isOther = other.member.personId !== opening.member.personId && !this.#isMute(other)
      if (isOther && clients.includes(other.member.client)) return true
    }
    return false
  }

  /** Hands an update on that has passed the gate in this very turn. Resolves when it is on disk. */
  append({ author, bytes, summary, flags, isValid, again, together }: Write): Promise<void> {
    if (this.#isOver) return Promise.reject(new Error('The document has left memory'))
    const news = this.gate.withoutKnown(bytes, summary)
    if (flags.includes('swallowed')) this.#keepSwallowed(author, bytes)
    const claims = this.gate.accept(summary, author)
    const epoch = this.pipeline.writeEpoch
    const written = this.#services.journal
      .append({
        ...this.id,
        author,
        bytes: news,
        claims,
        ...(together && { together }),
        isValid: () => epoch === this.pipeline.epoch && isValid(),
      })
      .then(({ seq }) => {
        const update = { bytes: news, summary: news === bytes ? summary : null }
        this.#committed(seq, update, author, flags)
      })
    return this.pipeline.add(written, again)
  }

  /**
   * The server's own write: `change` runs on a copy, so that nothing is seen before it is on disk.
   * Answers the sequence of its row, or of the last row where it changes nothing.
   */
  async edit(
    author: AuthorId | null,
    change: (doc: Y.Doc) => void,
    together: readonly SqlRuns[] = [],
  ): Promise<{ seq: number }> {
    await this.pipeline.recovered()
    this.settle()
    const copy = new Y.Doc()
    keepAsWritten(copy)
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#document.awake))
    const updates: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => updates.push(update))
    copy.transact(() => change(copy))
    copy.destroy()
    if (updates.length === 0) return { seq: this.durableSeq }
    const bytes = Y.mergeUpdates(updates)
    const summary = await this.summarize(bytes)
    if ('refused' in summary) throw new Error(`The server's own write is not valid: ${summary.refused}`)
    await new Promise<void>((resolve, reject) => {
      const write = async (): Promise<void> => {
        const again = () => write()
        this.append({ author, bytes, summary, flags: [], isValid: () => true, again, together }).then(
          resolve,
          (error: unknown) => {
            if (!(error instanceof BegunAnew)) reject(error)
          },
        )
      }
      void this.pipeline.recovered().then(write)
    })
    return { seq: this.durableSeq }
  }

  get isHeld(): boolean {
    return this.#held !== null
  }

  /** Resolves when updates are judged again. */
  async released(): Promise<void> {
    while (this.#held) await this.#held
  }

  /** Does `work` while no update is judged; everything judged before is on disk, and in the document. */
  async whileHeld<T>(work: () => Promise<T>): Promise<T> {
    await this.released()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#held = promise
    try {
      await this.pipeline.idle()
      this.settle()
      return await work()
    } finally {
      this.#held = null
      resolve()
    }
  }

  /** Looks at the document with everything that is on disk; `look` must not write. */
  read<T>(look: (doc: Y.Doc) => T): T {
    this.settle()
    return look(this.#document.awake)
  }

  /** Brings the document to everything that is on disk. */
  settle(): void {
    this.#outbound.settle()
  }

  /** Keeps what was refused. Answers whether it is kept. */
  async quarantine(entry: {
    author: AuthorId
    client: number
    reason: string
    bytes: Uint8Array
  }): Promise<boolean> {
    const { quarantine, clock } = this.#services
    try {
      await retryWithinBound(clock, () => quarantine.add({ ...this.id, ...entry }))
      return true
    } catch (error) {
      this.events.notStored(error)
      return false
    }
  }

  /**
   * What was written into something that is deleted for good stands nowhere in the document and in the journal:
   * the bytes as they came are kept, so that nothing is discarded in silence (P6). Nobody is set aside for it.
   */
  #keepSwallowed(author: AuthorId | null, bytes: Uint8Array): void {
    const entry = { ...this.id, author, client: null, reason: 'swallowed', bytes }
    this.#services.quarantine.add(entry).catch((error: unknown) => this.events.notStored(error))
  }

  #committed(seq: number, update: Joinable, author: AuthorId | null, flags: readonly string[]): void {
    this.#rows.add(seq)
    this.#outbound.add(update)
    if (flags.length > 0) this.events.flagged(flags)
    this.events.changed(author)
    this.#callOffMark ??= this.#services.clock.after(markPauseMs, () => this.#tellMark())
    this.#compactWhenDue(seq)
  }

  #tellMark(): void {
    this.#callOffMark = null
    const durable = this.#services.markOf(this.id, this.durableSeq)
    this.#toAll(this.frames.notice(JSON.stringify({ type: 'durable', durable } satisfies Notice)))
  }

  #compactWhenDue(seq: number): void {
    const rows = seq - this.#compactedThrough
    if (rows < rowsPerCompaction) return
    if (rows < mostRowsUnfolded && this.#services.measure() < this.#compactFrom) return
    this.#compact(seq)
  }

  #compact(seq: number): void {
    const { documentId, generation } = this.id
    this.#compactFrom = this.#services.measure() + compactionPauseMs
    this.#compactedThrough = seq
    void this.#services.journal.compact(documentId, generation)
  }

  #tell(update: Uint8Array | null): void {
    if (update) this.#toAll(this.frames.update(update))
    this.#tellPresence()
    // now, so that the window between two flushes knows what the writes have cost
    this.#services.flushSockets()
  }

  /** Text is never kept waiting for carets; in a large room these move a few times a second. */
  #tellPresence(): void {
    if (!this.#presence.hasChanges || this.#callOffPresence) return
    const now = this.#services.measure()
    const wait = this.#presenceFrom - now
    if (wait > 0) {
      this.#callOffPresence = this.#services.clock.after(Math.ceil(wait), () => {
        this.#callOffPresence = null
        this.#outbound.scheduleFlush()
      })
      return
    }
    const readers = this.#openings.size
    this.#presenceFrom = now + Math.min(longestPresencePauseMs, readers * presenceMsPerReader)
    const presence = this.#presence.takeChanges(presenceBytesAtOnce / readers)
    if (presence) this.#toAll(this.frames.presence(presence))
    if (this.#presence.hasChanges) this.#tellPresence()
  }

  #toAll(frame: Uint8Array): void {
    for (const opening of this.#openings) opening.send(frame)
  }

  #apply(updates: readonly Uint8Array[], count: number): void {
    applyRows(this.#document.awake, updates)
    this.gate.applied(count)
    this.#answers.changed()
  }

  // joining

  /** What a reader lacks, and the question for what the server lacks. */
  answerSync(opening: Opening, stateVector: Uint8Array): void {
    this.settle()
    for (const frame of this.#answers.answer(stateVector)) opening.send(frame)
    opening.send(this.#answers.question())
  }

  /** Asks a reader for everything that the server lacks. */
  askSync(opening: Opening): void {
    this.settle()
    opening.send(this.#answers.question())
  }

  // presence

  /** @throws where the bytes are no presence update */
  takePresence(opening: Opening, update: Uint8Array): void {
    if (this.#isMute(opening)) return
    const { client, presence } = opening.member
    this.#presence.take(update, client, presence, this.#services.clock.now())
    // mostly a caret that has moved by a keystroke: it goes where the letter goes, in the same write
    if (this.#presence.hasChanges) this.#outbound.scheduleFlush({ canWait: this.#underWay > 0 })
  }

  showEverybody(opening: Opening): void {
    const update = this.#presence.everybody()
    if (update) opening.send(this.frames.presence(update))
  }

  /** Takes whoever has been silent for long out of what is shown. */
  forgetSilent(now: number): void {
    this.#presence.forgetSilent(now)
    if (this.#presence.hasChanges) this.#outbound.scheduleFlush()
  }

  /** Asks again for everybody who is here. */
  recheck(): void {
    for (const opening of this.#openings) void opening.recheck()
  }

  /** Asks again for those whose session has run out. */
  recheckExpired(now: number): void {
    for (const opening of this.#openings) if (opening.expiresAt <= now) void opening.recheck()
  }

  // the end

  /** Sends everybody away; they come back by themselves and meet the handshake's answer. */
  dismiss(code: number, reason: string): void {
    for (const opening of this.#openings) opening.line.end(code, reason)
  }

  /** Resolves when everything received is on disk or given up, and the document holds it. */
  async settled(): Promise<void> {
    // also of those who have left already: what they sent is still written
    do {
      if (this.#underWay > 0) await new Promise<void>(resolve => this.#whenAnswered.push(resolve))
      await this.pipeline.idle()
      // somebody may have come, written and gone meanwhile
    } while (this.#underWay > 0)
    this.settle()
  }

  /** The document leaves memory. */
  end(): void {
    this.#isOver = true
    this.#outbound.end()
    this.#callOffMark?.()
    this.#callOffPresence?.()
    this.#answers.forget()
    if (this.durableSeq > this.#compactedThrough) this.#compact(this.durableSeq)
  }
}
