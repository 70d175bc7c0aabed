import { deflate, paysOff } from './deflate.ts'
import { headerLength, writeHeader } from './frame.ts'

/** Up to here copying into one buffer (about 1 µs) is cheaper than one more piece in the write. */
const copiedUpTo = 16_384
/** From here a message is worth remembering beyond its turn: an answer to a join goes to whoever joins next, too. */
const rememberedFrom = 16_384

/** What is sent, with its compressed form once somebody needs it. */
export class Message {
  readonly data: Uint8Array
  /** How many readers understand compression. */
  readers = 0
  private compressed: Uint8Array | null | undefined

  constructor(data: Uint8Array) {
    this.data = data
  }

  /** Null = send it as it is. */
  deflated(): Uint8Array | null {
    if (this.compressed === undefined && paysOff(this.data.length, this.readers))
      this.compressed = deflate(this.data)
    return this.compressed ?? null
  }
}

/**
 * What one socket gets in this turn. Sockets that get the same messages in the same order have the same
 * Sequence object: each is a step from the one before, and a step that was taken before is found again.
 * So comparing costs nothing, and the bytes are put together once however many sockets send them.
 */
export class Sequence {
  /** Of the payloads, uncompressed. */
  readonly bytes: number
  readonly before: Sequence | null
  readonly message: Message | null
  // The step taken last is nearly always the next one asked for; the map exists only where ways part.
  private latest: Sequence | null = null
  private steps: Map<Message, Sequence> | null = null
  private plain: readonly Uint8Array[] | null = null
  private compressed: readonly Uint8Array[] | null = null

  constructor(before: Sequence | null = null, message: Message | null = null) {
    this.before = before
    this.message = message
    this.bytes = (before?.bytes ?? 0) + (message?.data.length ?? 0)
  }

  followedBy(message: Message): Sequence {
    if (this.latest?.message === message) return this.latest
    const known = this.steps?.get(message)
    if (known) {
      this.latest = known
      return known
    }
    const step = new Sequence(this, message)
    if (this.latest?.message) {
      this.steps ??= new Map([[this.latest.message, this.latest]])
      this.steps.set(message, step)
    }
    this.latest = step
    return step
  }

  /** The frames, small ones joined; to be written in this order without anything between them. */
  chunks(compress: boolean): readonly Uint8Array[] {
    if (compress) {
      this.compressed ??= join(messagesUpTo(this), true)
      return this.compressed
    }
    this.plain ??= join(messagesUpTo(this), false)
    return this.plain
  }
}

function messagesUpTo(end: Sequence): Message[] {
  const messages: Message[] = []
  for (let step: Sequence | null = end; step?.message; step = step.before) messages.push(step.message)
  return messages.reverse()
}

type Frame = { payload: Uint8Array; compressed: boolean }

function join(messages: readonly Message[], compress: boolean): Uint8Array[] {
  const chunks: Uint8Array[] = []
  let run: Frame[] = []
  for (const message of messages) {
    const deflated = compress ? message.deflated() : null
    const frame = { payload: deflated ?? message.data, compressed: deflated !== null }
    run.push(frame)
    if (frame.payload.length > copiedUpTo) {
      chunks.push(copyRun(run), frame.payload)
      run = []
    }
  }
  if (run.length > 0) chunks.push(copyRun(run))
  return chunks
}

/** Headers and payloads in one buffer; of a large payload only the header: it follows as its own chunk. */
function copyRun(run: readonly Frame[]): Uint8Array {
  let size = 0
  for (const { payload } of run) size += headerLength(payload.length) + copied(payload)
  const target = Buffer.allocUnsafe(size)
  let at = 0
  for (const { payload, compressed } of run) {
    at = writeHeader(target, at, payload.length, compressed)
    if (copied(payload) > 0) target.set(payload, at)
    at += copied(payload)
  }
  return target
}

const copied = (payload: Uint8Array): number => (payload.length > copiedUpTo ? 0 : payload.length)

/**
 * One Message for one Uint8Array object. Within a turn a map knows them, cleared when the turn leaves, so
 * that nothing outlives it; only large ones are remembered for as long as their sender keeps them.
 */
export class Turn {
  private readonly messages = new Map<Uint8Array, Message>()
  private readonly large: WeakMap<Uint8Array, Message>
  private latest: Message | null = null
  readonly start = new Sequence()

  constructor(large: WeakMap<Uint8Array, Message>) {
    this.large = large
  }

  message(data: Uint8Array): Message {
    // A room sends one frame to everybody before it begins with the next: the last one is the usual answer.
    if (this.latest?.data === data) return this.latest
    const known = data.length < rememberedFrom ? this.messages : this.large
    let message = known.get(data)
    if (!message) {
      message = new Message(data)
      known.set(data, message)
    }
    this.latest = message
    return message
  }
}
