import type { Connection } from '@hocuspocus/server'
import type { Member, Permit } from '#server/collab/context.ts'
import type { UpdateSummary } from '#server/collab/gate/summarize.ts'
import { frameMark } from '#shared/wire/frameMark.ts'
import type { ReadOnlyReason } from '#shared/wire/notice.ts'
import { readClientFrame } from './clientFrame.ts'
import { closeCodes, type Line } from './line.ts'
import { BegunAnew } from './pipeline.ts'
import type { Room } from './room.ts'

// Beyond so much that is received and not on disk, the socket is not read any further: memory stays
// bounded while the disk is slow (THREATS a5).
const mostWaitingBytes = 1_000_000
const mostWaitingFrames = 500

// Answering what somebody lacks may mean to encode the whole document: it counts like so many frames.
const framesPerQuestion = 50

/** One update that was received; `taken` is `null` until its answer is known. */
type Waiting = { readonly bytes: Uint8Array; readonly isFullSync: boolean; taken: boolean | null }

/**
 * One connection in one room, from the handshake to its end.
 *
 * - [C1] A frame is acknowledged only after its commit, or when the document held all of it before.
 * - [C2] Session and permission hold for each frame that writes, and once more at the moment its
 *   transaction begins: what was received before a revocation is not written after it (THREATS P4). They
 *   are asked again as soon as anything has changed that they rest on.
 * - [C3] What cannot be stored or read ends the whole socket, never only the room: only so does the
 *   provider come back, send what is missing and wait for an acknowledgement again.
 * - [C4] Updates are answered one by one in the order in which they came, though many are on their way
 *   to the disk at the same time.
 */
export class Opening {
  readonly member: Member
  readonly line: Line
  readonly #room: Room
  readonly #connection: Connection
  /** received and not judged yet */
  readonly #queue: Waiting[] = []
  /** received and not answered yet */
  readonly #unanswered: Waiting[] = []
  #question: Uint8Array | null = null
  /** `left`: what was received is still written, nothing is sent. `stopped`: nothing more is written. */
  #state: 'open' | 'left' | 'stopped' = 'open'
  #isJudging = false
  #waitingBytes = 0
  #holding = false
  #readOnly: ReadOnlyReason | null
  /** as it was last given */
  #lastPermit: Permit | null = null

  constructor(room: Room, connection: Connection, member: Member, line: Line) {
    this.#room = room
    this.#connection = connection
    this.member = member
    this.line = line
    this.#readOnly = room.isDamaged ? 'damaged' : member.readOnly
  }

  get readOnly(): ReadOnlyReason | null {
    return this.#readOnly
  }

  send(frame: Uint8Array): void {
    if (this.#state === 'open') this.line.socket.send(frame)
  }

  /** When what was last permitted runs out. */
  get expiresAt(): number {
    return this.#lastPermit?.expiresAt ?? Number.POSITIVE_INFINITY
  }

  /** A frame for this room came. */
  frame(data: Uint8Array): void {
    if (this.#state === 'open') this.#try(() => this.#take(data))
  }

  /** The connection has left the document. */
  left(): void {
    if (this.#state === 'open') this.#state = 'left'
  }

  #take(data: Uint8Array): void {
    const frame = readClientFrame(data)
    switch (frame.type) {
      case 'update':
        return this.#queueUpdate({ bytes: frame.update.slice(), isFullSync: frame.isFullSync, taken: null })
      case 'presence':
        return this.#room.takePresence(this, frame.update)
      case 'askSync':
        return this.#queueQuestion(frame.stateVector.slice())
      case 'askPresence':
        return this.#room.showEverybody(this)
      case 'auth':
        // the same client opens the room anew on the same socket: this opening ends without a word
        this.#leaveSilently()
        return this.line.again(data)
      case 'leave':
        return this.#connection.close({ code: 1000, reason: 'left' })
      case 'forbidden':
        return this.#stop(closeCodes.refused, 'forbiddenFrame')
      case 'unknown':
        return this.line.countUnknown()
      case 'nothing':
    }
  }

  #leaveSilently(): void {
    const { socket } = this.line
    this.#connection.webSocket = {
      readyState: socket.readyState,
      send: () => undefined,
      close: (code, reason) => socket.close(code, reason),
    }
    this.#connection.close({ code: 1000, reason: 'opened anew' })
  }

  #stop(code: number, reason: string): void {
    this.#state = 'stopped'
    this.#queue.length = 0
    this.#room.countUnderWay(-this.#unanswered.length)
    this.#unanswered.length = 0
    this.#room.events.refused(reason)
    this.line.end(code, reason)
  }

  /** Answers the latest question of a turn: whoever asks again meanwhile wants that answer only. */
  #queueQuestion(stateVector: Uint8Array): void {
    this.line.charge(framesPerQuestion)
    const isQueued = this.#question !== null
    this.#question = stateVector
    if (isQueued) return
    setImmediate(() => {
      const question = this.#question
      this.#question = null
      if (question && this.#state === 'open') this.#try(() => this.#room.answerSync(this, question))
    })
  }

  /** Does what rests on bytes of the other side; what cannot be read ends the socket. */
  #try(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#room.events.unreadable(error)
      this.#stop(closeCodes.refused, 'unreadable')
    }
  }

  /** Asks session and permission again, as something that they rest on has changed (THREATS P4). */
  async recheck(): Promise<void> {
    await this.#ask()
  }

  #isStopped(): boolean {
    return this.#state === 'stopped'
  }

  // updates

  #queueUpdate(waiting: Waiting): void {
    this.#unanswered.push(waiting)
    this.#room.countUnderWay(1)
    this.#queue.push(waiting)
    this.#waitingBytes += waiting.bytes.length
    this.#holdOrRelease()
    if (this.#isJudging) return
    this.#isJudging = true
    void this.#judgeAll().finally(() => {
      this.#isJudging = false
    })
  }

  async #judgeAll(): Promise<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) await this.#judge(next, false)
  }

  async #judge(waiting: Waiting, isAgain: boolean): Promise<void> {
    try {
      await this.#judgeOne(waiting, isAgain)
    } catch (error) {
      this.#room.events.notStored(error)
      this.#stop(closeCodes.notStored, 'unavailable')
    }
  }

  /**
   * Decides about one update. `isAgain`: called by the room in the old order, when it has to begin anew
   * with what was on its way to the disk.
   */
  async #judgeOne(waiting: Waiting, isAgain: boolean): Promise<void> {
    for (;;) {
      if (this.#isStopped()) return
      if (!isAgain && this.#room.pipeline.isRecovering) await this.#room.pipeline.recovered()
      if (!isAgain && this.#room.isHeld) await this.#room.released()
      const permit = this.#standingPermit() ?? (await this.#permit(waiting))
      if (!permit || this.#isStopped()) return
      const summary = await this.#room.summarize(waiting.bytes)
      // `#stop` has taken it out of what the room waits for: nothing of it may be written any more
      if (this.#isStopped()) return
      if ('refused' in summary) return this.#refuse(waiting, permit, summary.refused)
      if (!isAgain && (this.#room.pipeline.isRecovering || this.#room.isHeld)) continue
      const unknown = this.#decide(waiting, permit, summary)
      if (!unknown) return
      await this.#room.learnOwners(unknown)
    }
  }

  /** Judges and hands on in one turn, so that nothing comes between. Answers with client ids to be learnt first. */
  #decide(waiting: Waiting, permit: Permit, summary: UpdateSummary): readonly number[] | null {
    const { author, isValid } = permit
    const again = () => this.#judge(waiting, true)
    // as whoever is up to date says when the room asks for what it lacks
    if (this.#room.restsWith(summary)) {
      this.#answerAfter(waiting, this.#room.pipeline.follow(again))
      return null
    }
    const verdict = this.#room.gate.judge(summary, { author, personId: this.member.personId })
    switch (verdict.verdict) {
      case 'unknownOwners':
        return verdict.clients
      case 'append': {
        const { claims, flags } = verdict
        if (this.#room.isElsewhere(claims, this)) {
          this.#refuse(waiting, permit, 'foreignClient')
          return null
        }
        if (permit.isClosed) {
          this.#refuse(waiting, permit, 'closed')
          return null
        }
        const { bytes } = waiting
        this.#answerAfter(waiting, this.#room.append({ author, bytes, summary, flags, isValid, again }))
        return null
      }
      case 'nothingNew':
        // part of it may be on its way to the disk still
        this.#answerAfter(waiting, this.#room.pipeline.follow(again))
        return null
      case 'gap':
        if (waiting.isFullSync) this.#refuse(waiting, permit, 'gap')
        else {
          this.#room.events.refused('gap')
          this.#answer(waiting, false)
          this.#room.askSync(this)
        }
        return null
      default:
        this.#refuse(waiting, permit, verdict.reason)
        return null
    }
  }

  #answerAfter(waiting: Waiting, committed: Promise<void>): void {
    committed.then(
      () => this.#answer(waiting, true),
      (error: unknown) => {
        // the room calls `again`, which answers
        if (error instanceof BegunAnew) return
        this.#room.events.notStored(error)
        this.#stop(closeCodes.notStored, 'notStored')
      },
    )
  }

  #refuse(waiting: Waiting, permit: Permit, reason: string): void {
    if (this.#state === 'stopped') return
    this.#state = 'stopped'
    this.#queue.length = 0
    const { author } = permit
    const entry = { author, client: this.member.client, reason, bytes: waiting.bytes }
    // the client learns of it at its next handshake, so the quarantine must have it before the socket ends
    void this.#room.quarantine(entry).then(kept => {
      if (kept && reason === 'closed') this.#room.events.tooLate(author, waiting.bytes)
      this.#stop(kept ? closeCodes.refused : closeCodes.notStored, reason)
    })
  }

  /** What was given last, as long as it holds; nothing has to be asked then. */
  #standingPermit(): Permit | null {
    return this.#mayWrite(this.#lastPermit) && this.#lastPermit.isValid() ? this.#lastPermit : null
  }

  /** `null`: answered or ended already. */
  async #permit(waiting: Waiting): Promise<Permit | null> {
    const permit = await this.#ask()
    if (permit === null || this.#mayWrite(permit)) return permit
    this.#room.events.refused('readOnly')
    this.#answer(waiting, false)
    return null
  }

  #mayWrite(permit: Permit | null): permit is Permit {
    return permit?.access === 'write' && (this.#readOnly === null || this.#readOnly === 'closed')
  }

  /** Asks what is permitted now. `null`: this opening is over. */
  async #ask(): Promise<Permit | null> {
    const permit = await this.#room.permission(this.member, this.line.headers)
    if (this.#isStopped()) return null
    if (permit === 'unknown') this.#stop(closeCodes.notStored, 'unavailable')
    else if (permit === 'ended') this.#leaveAtOnce()
    else {
      this.#lastPermit = permit
      this.#changeAccess(permit.access === 'read' ? 'role' : permit.isClosed ? 'closed' : null)
      return permit
    }
    return null
  }

  /** Nobody waits for the answer of a device: whoever is no longer allowed in is not shown any longer (THREATS c). */
  #leaveAtOnce(): void {
    this.#stop(closeCodes.accessEnded, 'accessEnded')
    this.line.closed(closeCodes.accessEnded, 'accessEnded')
  }

  #changeAccess(readOnly: 'role' | 'closed' | null): void {
    if (this.#readOnly === readOnly || this.#readOnly === 'damaged' || this.#readOnly === 'clientTooOld')
      return
    this.#readOnly = readOnly
    this.#room.welcome(this)
  }

  #answer(waiting: Waiting, taken: boolean): void {
    waiting.taken = taken
    for (let first = this.#unanswered[0]; first && first.taken !== null; first = this.#unanswered[0]) {
      this.#unanswered.shift()
      this.#room.countUnderWay(-1)
      this.#waitingBytes -= first.bytes.length
      this.send(this.#room.frames.answer(first.taken, frameMark(first.bytes)))
    }
    this.#holdOrRelease()
  }

  #holdOrRelease(): void {
    const isMuch = this.#waitingBytes > mostWaitingBytes || this.#unanswered.length > mostWaitingFrames
    if (isMuch === this.#holding) return
    this.#holding = isMuch
    if (isMuch) this.line.hold()
    else this.line.release()
  }
}
