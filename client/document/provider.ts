import { HocuspocusProvider, MessageType } from '@hocuspocus/provider'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { maxFrameBytes } from '#shared/wire/handshake.ts'
import { SentFrames } from './sentFrames.ts'
import type { Line } from './socket.ts'

/** Presence goes out at most this often, in ms: a caret needs no more, and each frame costs a write per reader. */
const presencePause = 50
/** A channel that the server closed is opened again after this long, in ms, plus as much again by chance. */
const reopenPause = 500

/** An update that is not answered within this time, in ms, was lost on the way: a server that cannot store says so sooner. */
const answerWithin = 30_000

/** What is missing is asked for again after this long, in ms, if the answer has not brought it. */
const mendPause = 3_000

/** As they stand in a frame: numbers. */
const syncType: number = MessageType.Sync
const syncStatusType: number = MessageType.SyncStatus
const authType: number = MessageType.Auth

export type ChannelEvents = {
  /** What the handshake says; asked anew at every opening. */
  handshake(): string
  /** The handshake succeeded: replay the outbox with `sendUpdate` now. Sync follows when the promise resolves. */
  opened(readOnly: boolean): Promise<void>
  /** First sync of this opening complete. */
  synced(): void
  acknowledged(ids: readonly string[]): void
  /** The ids of all outbox entries that the document holds now. */
  held(): readonly string[]
  /** Whether this client may write in the room at present. */
  mayWrite(): boolean
  /** Something is so large that the server would not read its frame: it was not sent. */
  tooLarge(): void
  refused(reason: string): void
  /** The channel is closed; what was sent on it stays without an answer. */
  closed(unanswered: readonly string[]): void
  notice(payload: string): void
}

/**
 * The channel of one document on the tab's line.
 *
 * Invariants:
 * - [CH1] A document update goes out only through `sendUpdate`, after the handshake and on an open socket: nothing
 *   is queued for a later one, so that every answer belongs to the frame that `SentFrames` says.
 * - [CH2] The outbox is replayed before the first sync step (ARCHITECTURE 5).
 * - [CH3] A full sync holds everything that the document has, so its acknowledgement covers every outbox entry that
 *   existed when it was made, whatever became of the frames that carried them (THREATS b3, b4).
 * - [CH4] Frames are addressed by the room alone, so what was under way for a former opening looks like the present
 *   one's. The server sends nothing of the former after its answer to the handshake: until then only that is read.
 */
export class Channel extends HocuspocusProvider {
  readonly #line: Line
  readonly #events: ChannelEvents
  readonly #frames = new SentFrames()
  #patience: ReturnType<typeof setTimeout> | null = null
  #mending: ReturnType<typeof setTimeout> | null = null
  /** `asking`: the handshake went out on this socket and has no answer yet */
  #state: 'closed' | 'asking' | 'replaying' | 'ready' = 'closed'
  #reopening: ReturnType<typeof setTimeout> | null = null
  /** counts openings, so that what a former one began does not touch the next */
  #opening = 0

  constructor(room: string, document: Y.Doc, awareness: Awareness, line: Line, events: ChannelEvents) {
    super({
      name: room,
      document,
      awareness,
      websocketProvider: line,
      token: () => events.handshake(),
      sessionAwareness: false,
      flushDelay: presencePause,
      onSynced: () => events.synced(),
      onStateless: ({ payload }) => events.notice(payload),
      onAuthenticationFailed: ({ reason }) => events.refused(reason),
    })
    this.#line = line
    this.#events = events
  }

  /** Sends one update that covers these outbox entries. `false`: it could not go out now. */
  sendUpdate(ids: readonly string[], update: Uint8Array): boolean {
    if (!this.isAuthenticated || !this.#line.isOpen) return false
    return this.#sendSync(messageYjsUpdate, update, ids)
  }

  /** Whether the replay is through, so that new updates go out directly. */
  get isReady(): boolean {
    return this.#state === 'ready' && this.#line.isOpen
  }

  /** Updates go out through the outbox (CH1), so this does nothing with them. */
  override documentUpdateHandler(): void {}

  override async onOpen(event: Event): Promise<void> {
    this.#begin()
    this.isAuthenticated = false
    this.synced = false
    this.emit('open', { event })
    await this.sendToken()
  }

  override authenticatedHandler(scope: string): void {
    if (this.#state !== 'asking') return
    this.#state = 'replaying'
    super.authenticatedHandler(scope)
    const opening = this.#opening
    this.#events.opened(scope === 'readonly').then(
      () => {
        if (opening !== this.#opening) return
        this.#state = 'ready'
        this.startSync()
      },
      (error: unknown) => {
        // without the replay nothing may be acknowledged: begin again
        if (opening === this.#opening) this.#reopen()
        throw error
      },
    )
  }

  override send(
    message: Parameters<HocuspocusProvider['send']>[0],
    args: Parameters<HocuspocusProvider['send']>[1],
  ): void {
    if (!this.#line.isOpen) return
    const isHandshake = 'token' in args
    const isLeave = Object.keys(args).length === 1
    // a leave for a room that is not open would wait on the server, and end the next opening
    const mayGo = isHandshake || (isLeave ? this.#state !== 'closed' : this.isAuthenticated)
    if (!mayGo) return
    super.send(message, args)
  }

  override onMessage(event: MessageEvent): void {
    const decoder = decoding.createDecoder(new Uint8Array(event.data))
    decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    // [CH4]
    if (!this.isAuthenticated && type !== authType) return
    if (type === syncStatusType) {
      const isTaken = decoding.readVarInt(decoder) === 1
      const ids = this.#frames.answered(decoding.hasContent(decoder) ? decoding.readVarUint(decoder) : 0)
      if (!ids) return this.#beginAnew()
      this.#waitForAnswers()
      // what was not taken stays in the outbox: a full sync or a welcome follows and says how it goes on
      if (isTaken && ids.length > 0) this.#events.acknowledged(ids)
      return
    }
    if (type === syncType && decoding.readVarUint(decoder) === messageYjsSyncStep1) {
      this.#answerSync(decoding.readVarUint8Array(decoder))
      return
    }
    super.onMessage(event)
    if (type === syncType) this.#mendGap()
  }

  /** What came rests on something that was lost on the way (THREATS a18): asks for everything that is missing. */
  #mendGap(): void {
    const { pendingStructs, pendingDs } = this.document.store
    if (this.#mending || this.#state !== 'ready' || (!pendingStructs && !pendingDs)) return
    this.#mending = setTimeout(() => {
      this.#mending = null
      this.#mendGap()
    }, mendPause)
    this.startSync()
  }

  override onClose(): void {
    super.onClose()
    this.#state = 'closed'
    this.#opening++
    this.#forgetFrames()
    // the server closed this channel alone: it never opens it again by itself
    if (this.#line.isOpen && this.isAttached) this.#reopen()
  }

  override permissionDeniedHandler(reason: string): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#opening++
    super.permissionDeniedHandler(reason)
  }

  /** Asks the server once more, after a refusal that may pass. */
  retry(): void {
    this.#reopen()
  }

  override destroy(): void {
    if (this.#reopening) clearTimeout(this.#reopening)
    if (this.#mending) clearTimeout(this.#mending)
    this.#frames.closed()
    this.#waitForAnswers()
    this.#opening++
    super.destroy()
    this.#state = 'closed'
    this.isAuthenticated = false
  }

  #begin(): void {
    this.#state = 'asking'
    this.#opening++
    this.#frames.closed()
    this.#waitForAnswers()
    if (this.#reopening) clearTimeout(this.#reopening)
    this.#reopening = null
  }

  #reopen(): void {
    if (this.#reopening) return
    this.#reopening = setTimeout(
      () => {
        this.#reopening = null
        // two handshakes under way on one socket could not be told apart by their answers
        if (this.isAttached && this.#line.isOpen && this.#state !== 'asking')
          void this.onOpen(new Event('open'))
      },
      reopenPause * (1 + Math.random()),
    )
  }

  /** What the server lacks; nothing when this client may only read. */
  #answerSync(stateVector: Uint8Array): void {
    if (!this.#events.mayWrite() || !this.#line.isOpen) return
    const ids = this.#events.held()
    this.#sendSync(messageYjsSyncStep2, Y.encodeStateAsUpdate(this.document, stateVector), ids)
  }

  #sendSync(step: number, update: Uint8Array, ids: readonly string[]): boolean {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, this.effectiveName)
    encoding.writeVarUint(encoder, MessageType.Sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, update)
    const frame = encoding.toUint8Array(encoder)
    if (frame.length > maxFrameBytes) {
      this.#events.tooLarge()
      return false
    }
    this.#frames.sent(ids, update)
    this.#patience ??= setTimeout(() => this.#beginAnew(), answerWithin)
    this.#line.send(frame)
    return true
  }

  /** The answer that is waited for next has its whole time again. */
  #waitForAnswers(): void {
    if (this.#patience) clearTimeout(this.#patience)
    this.#patience = this.#frames.isWaiting ? setTimeout(() => this.#beginAnew(), answerWithin) : null
  }

  /** A frame or an answer was lost, repeated or overtaken on the way: whatever is not acknowledged goes again. */
  #beginAnew(): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#opening++
    this.isAuthenticated = false
    this.#forgetFrames()
    this.#reopen()
  }

  #forgetFrames(): void {
    const unanswered = this.#frames.closed()
    this.#waitForAnswers()
    this.#events.closed(unanswered)
  }
}
