import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { RoomSocket } from './roomSocket.ts'
import { type Message, type Sequence, Turn } from './turn.ts'

/**
 * Sends what rooms say, one write per socket and turn of the event loop.
 *
 * - [W1] Messages arrive whole and in the order of `send`, whatever else goes over the socket.
 * - [W2] Nothing is sent after the close frame; what was sent before `close` leaves before it.
 * - [W3] A reader that does not read is cut off at 4 MB (THREATS a12); nobody else waits for it.
 * - [W4] Nothing here throws, whatever state the socket is in.
 * - [W5] From `close` on nothing that the peer says is heard: a room that refuses somebody is done with them.
 *
 * `ws` keeps reading, answering pings and closing. Its own frames and ours go into the same stream: both
 * are written whole and at once, so they cannot cut into each other. Nothing is ever sent with `ws.send`,
 * so its queue is always empty and its close frame is written the moment `close` is called.
 */
export interface Transport {
  /**
   * `stream` is what the upgrade came on; it is the one that `ws` writes to. `compress` = the peer has
   * agreed to compressed messages of any window size.
   */
  over(webSocket: WebSocket, stream: Duplex, options: { compress: boolean }): OpenSocket
  /** Sends what waits at once, for all sockets. */
  flush(): void
}

/** What the endpoint knows of a room's socket. */
export interface OpenSocket extends RoomSocket {
  /** The room has said `close`. */
  readonly isClosedByRoom: boolean
}

/** A reader that has not taken this much is cut off rather than asked: a close frame would wait behind it. */
export const maxBufferedBytes = 4_000_000
/**
 * A document that is larger than the limit must still reach whoever joins: one turn of more than this may
 * be on its way beside what is counted. One only, so that asking for it again and again is no way around.
 */
const largeBytes = 1_000_000

const open = 1

export function createTransport(options: { onSlowReader: () => void }): Transport {
  const outbox = new Outbox(options.onSlowReader)
  return {
    over: (webSocket, stream, { compress }) => new WsRoomSocket(outbox, webSocket, stream, compress),
    flush: () => outbox.flush(),
  }
}

/** Who has something to send in this turn. */
class Outbox {
  readonly onSlowReader: () => void
  turn: Turn
  private readonly large = new WeakMap<Uint8Array, Message>()
  private waiting: WsRoomSocket[] = []
  private planned = false
  private readonly whenTurnEnds = () => {
    this.planned = false
    this.flush()
  }

  constructor(onSlowReader: () => void) {
    this.onSlowReader = onSlowReader
    this.turn = new Turn(this.large)
  }

  add(socket: WsRoomSocket): void {
    this.waiting.push(socket)
    if (this.planned) return
    this.planned = true
    setImmediate(this.whenTurnEnds)
  }

  flush(): void {
    if (this.waiting.length === 0) return
    const waiting = this.waiting
    this.waiting = []
    this.turn = new Turn(this.large)
    for (const socket of waiting) socket.leave()
  }
}

/** State is kept in few fields and no closures: thousands of these sit idle. */
class WsRoomSocket implements OpenSocket {
  private readonly outbox: Outbox
  private readonly webSocket: WebSocket
  private readonly stream: Duplex
  private readonly compress: boolean
  private sequence: Sequence | null = null
  private largeUnderWay = 0
  isClosedByRoom = false

  constructor(outbox: Outbox, webSocket: WebSocket, stream: Duplex, compress: boolean) {
    this.outbox = outbox
    this.webSocket = webSocket
    this.stream = stream
    this.compress = compress
  }

  get readyState(): number {
    return this.webSocket.readyState
  }

  get bufferedBytes(): number {
    return (this.sequence?.bytes ?? 0) + this.stream.writableLength
  }

  send(data: Uint8Array): void {
    if (this.webSocket.readyState !== open) return
    const { turn } = this.outbox
    const message = turn.message(data)
    if (this.compress) message.readers++
    if (this.sequence === null) {
      this.outbox.add(this)
      this.sequence = turn.start.followedBy(message)
    } else this.sequence = this.sequence.followedBy(message)
  }

  /** Writes what has been collected. */
  leave(): void {
    const { sequence, stream } = this
    this.sequence = null
    if (sequence === null || this.webSocket.readyState !== open || !stream.writable) return

    let written: (() => void) | undefined
    if (sequence.bytes > largeBytes && this.largeUnderWay === 0) {
      this.largeUnderWay = sequence.bytes
      written = () => {
        this.largeUnderWay = 0
      }
    }
    const chunks = sequence.chunks(this.compress)
    const last = chunks.length - 1
    if (last > 0) stream.cork()
    for (const [index, chunk] of chunks.entries()) stream.write(chunk, index === last ? written : undefined)
    if (last > 0) stream.uncork()

    if (stream.writableLength - this.largeUnderWay > maxBufferedBytes) {
      this.outbox.onSlowReader()
      this.webSocket.terminate()
    }
  }

  close(code?: number, reason?: string): void {
    if (this.webSocket.readyState !== open) return
    this.leave()
    this.isClosedByRoom = true
    // Without reading, the peer's half of the closing would never be seen.
    this.webSocket.resume()
    this.webSocket.close(code === undefined || isCloseCode(code) ? code : internalError, fitting(reason))
  }

  pause(): void {
    if (this.webSocket.readyState === open) this.webSocket.pause()
  }

  resume(): void {
    this.webSocket.resume()
  }
}

const internalError = 1011

/** Codes that may stand in a close frame; 1004–1006 only tell how a connection ended. */
const isCloseCode = (code: number): boolean =>
  Number.isInteger(code) &&
  ((code >= 1000 && code <= 1014 && (code < 1004 || code > 1006)) || (code >= 3000 && code <= 4999))

/** A control frame holds 125 bytes, two of them the code; cut between characters. */
function fitting(reason: string | undefined): string | undefined {
  if (reason === undefined || Buffer.byteLength(reason) <= 123) return reason
  const { read } = new TextEncoder().encodeInto(reason, new Uint8Array(123))
  return reason.slice(0, read)
}
