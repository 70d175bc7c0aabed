import { minutes } from '#shared/kinds/minutes/schema.ts'
import { type Handshake, protocolVersion } from '#shared/wire/handshake.ts'
import { BenchSocket } from '#test/bench/wire/socket.ts'
import { type Speech, speechOf, type WireName } from '#test/bench/wire/speech.ts'

/** Where a server listens and how it speaks. */
export type Target = {
  readonly wire: WireName
  readonly port: number
  readonly path: string
  /** one per signed-in person; empty where nobody signs in */
  readonly cookies: readonly string[]
  readonly pid: number
}

/** A document without content, as state vector and as update. */
export const emptyStateVector = Uint8Array.of(0)
export const emptyUpdate = Uint8Array.of(0, 0)

export type RoomClientOptions = {
  target: Target
  room: string
  client: number
  /** which of the target's persons it is */
  person: number
  /** what the device has already, and what it answers when asked for what the server lacks */
  stateVector?: Uint8Array
  answer?: Uint8Array
  /** updates that were made offline, sent before the first question (ARCHITECTURE 5, Refusal) */
  outbox?: readonly Uint8Array[]
  deflate?: boolean
  /** an update or the answer to the first question; the bytes are valid during the call only */
  onUpdate?(bytes: Uint8Array, at: number): void
  /** the answer to the oldest own update that has none */
  onAnswer?(isSaved: boolean, at: number): void
  /** the server has ended the socket, with a code or without */
  onClose?(code: number | null): void
}

// A server that takes longer hangs, or refuses without a word.
const openWithinMs = 60_000

/** One client on one room over one socket, without a document. */
export class RoomClient {
  readonly opened: Promise<void>
  readonly #speech: Speech
  readonly #socket: BenchSocket
  readonly #client: number
  #clock = 0
  #resolve: () => void = () => undefined
  #reject: (error: Error) => void = () => undefined
  #isSynced = false
  #isLeaving = false
  /** answers still to come that belong to a sync, not to an edit */
  #unasked = 0
  /** when the room was open, on the clock of `performance` */
  openedAt = Number.NaN

  constructor(options: RoomClientOptions) {
    const { target, room, client, person } = options
    this.#client = client
    this.#speech = speechOf(target.wire, target.path, room)
    this.opened = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    // who waits for it hears of it; nobody need wait
    this.opened.catch(() => undefined)
    const tooLate = setTimeout(
      () => this.#reject(new Error(`Room ${room} was not open within a minute`)),
      openWithinMs,
    )
    void this.opened.finally(() => clearTimeout(tooLate)).catch(() => undefined)
    const cookie = target.cookies[person % Math.max(1, target.cookies.length)]
    this.#socket = new BenchSocket({
      port: target.port,
      path: this.#speech.path,
      headers: cookie === undefined ? {} : { Cookie: cookie },
      ...(options.deflate === true && { deflate: true }),
      onOpen: () => {
        const stateVector = options.stateVector ?? emptyStateVector
        const greeting = this.#speech.greeting(token(client), stateVector)
        const outbox = (options.outbox ?? []).map(update => this.#speech.update(update))
        if (this.#speech.answers) this.#unasked += outbox.length
        this.#socket.send(...greeting.slice(0, -1), ...outbox, ...greeting.slice(-1))
        if (!this.#speech.syncs) this.#open(performance.now())
      },
      onMessage: (data, at) => this.#hear(data, at, options),
      onClose: () => {
        const { closeCode } = this.#socket
        this.#reject(new Error(`The server has closed the socket of room ${room} with ${closeCode}`))
        if (!this.#isLeaving) options.onClose?.(closeCode)
      },
    })
  }

  get bytesRead(): number {
    return this.#socket.bytesRead
  }

  #open(at: number): void {
    if (this.#isSynced) return
    this.#isSynced = true
    this.openedAt = at
    this.#resolve()
  }

  #hear(data: Buffer, at: number, options: RoomClientOptions): void {
    const heard = this.#speech.hear(data)
    switch (heard.kind) {
      case 'syncAnswer':
      case 'update': {
        const isAnswer = heard.kind === 'syncAnswer'
        options.onUpdate?.(data.subarray(heard.from, heard.to), at)
        if (isAnswer) this.#open(at)
        return
      }
      case 'syncQuestion':
        return this.#answerQuestion(options)
      case 'saved':
      case 'notSaved':
        if (this.#unasked > 0) this.#unasked--
        else options.onAnswer?.(heard.kind === 'saved', at)
        return
      case 'refused':
        this.#reject(new Error('The server refuses the room'))
        return
      case 'other':
    }
  }

  #answerQuestion(options: RoomClientOptions): void {
    if (this.#speech.answers) this.#unasked++
    this.#socket.send(this.#speech.syncAnswer(options.answer ?? emptyUpdate))
  }

  /** Sends an edit, with what the client shows of itself, in one write. */
  edit(update: Uint8Array, presenceJson: string | null): void {
    if (presenceJson === null) return this.#socket.send(this.#speech.update(update))
    this.#socket.send(
      this.#speech.update(update),
      this.#speech.presence(this.#client, this.#clock++, presenceJson),
    )
  }

  get answersUpdates(): boolean {
    return this.#speech.answers
  }

  close(): void {
    this.#isLeaving = true
    this.#socket.close()
  }
}

/** What a client says of itself in the handshake; other servers take it as any token. */
export function token(client: number): string {
  return JSON.stringify({
    protocol: protocolVersion,
    schemaVersions: { minutes: minutes.schemaVersion },
    client,
    build: 'bench',
    durable: null,
  } satisfies Handshake)
}
