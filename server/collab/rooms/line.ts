import type { Clock } from '#server/clock.ts'
import type { RoomSocket } from '#server/collab/transport/roomSocket.ts'
import { parseRoom, type Room as RoomId, roomName } from '#shared/wire/room.ts'
import { deniedFrame } from './serverFrame.ts'
import { createTokenBucket } from './tokenBucket.ts'

/** Close codes; the client comes back by itself after each and meets the handshake's answer. */
export const closeCodes = {
  /** something that no honest client sends, or an update that was refused */
  refused: 1008,
  /** left memory in the same moment, or no handshake in time */
  tryAgain: 1013,
  accessEnded: 4403,
  notStored: 4503,
} as const

// Beyond this many frames per second, on average, the socket is read more slowly (THREATS b28): what has
// been sent waits in the sender's own buffers, nothing is lost. Ten people typing fast together stay below.
const framesPerSecond = 300
// A device that comes back from days offline may send so much at once.
const framesAtOnce = 3_000
// Frames of a kind that this protocol does not have: a client of another protocol, or noise (b27).
const mostUnknownFrames = 20
// A socket on which nobody has opened a room by then is closed (b16).
const handshakeWithinMs = 15_000

/** A room that is open on the line. */
interface OpenRoom {
  frame(data: Uint8Array): void
}

/**
 * One socket: what is common to the rooms that are open on it.
 *
 * - [LI1] Reading stops while anybody holds it, and goes on when the last has let go.
 * - [LI2] A frame goes to the room that is open under its address; where none is, to `handle`, if the
 *   address can be a room's at all (THREATS b18); else it is answered with a no, and counted.
 */
export class Line {
  readonly socket: RoomSocket
  readonly #clock: Clock
  readonly #bucket = createTokenBucket({ rate: framesPerSecond, burst: framesAtOnce })
  readonly #handle: (data: Uint8Array) => void
  readonly #rooms = new Map<string, OpenRoom>()
  #callOff: (() => void) | null
  #holds = 0
  #unknown = 0
  #ended = false

  constructor(socket: RoomSocket, clock: Clock, handle: (data: Uint8Array) => void) {
    this.socket = socket
    this.#clock = clock
    this.#handle = handle
    this.#callOff = clock.after(handshakeWithinMs, () => this.end(closeCodes.tryAgain, 'handshakeTooLate'))
  }

  /** A frame came, for whichever room. */
  frame(data: Uint8Array): void {
    if (this.#ended) return
    const wait = this.#bucket.take(this.#clock.now())
    if (wait > 0) {
      this.hold()
      this.#clock.after(wait, () => this.release())
    }
    const address = addressOf(data)
    const room = this.#rooms.get(address)
    if (room) return room.frame(data)
    if (parseRoom(address)) return this.#handle(data)
    this.countUnknown()
    if (!this.#ended) this.socket.send(deniedFrame(address, 'notFound'))
  }

  /** Hands a frame over once more, after the room it is for has been closed. */
  again(data: Uint8Array): void {
    this.#handle(data)
  }

  enter(room: RoomId, opening: OpenRoom): void {
    this.#rooms.set(roomName(room), opening)
  }

  leave(room: RoomId, opening: OpenRoom): void {
    if (this.#rooms.get(roomName(room)) === opening) this.#rooms.delete(roomName(room))
  }

  /** Somebody has signed in on this socket. */
  opened(): void {
    this.#callOff?.()
    this.#callOff = null
  }

  hold(): void {
    this.#holds++
    if (this.#holds === 1) this.socket.pause()
  }

  release(): void {
    this.#holds--
    if (this.#holds === 0 && !this.#ended) this.socket.resume()
  }

  /** A frame of an unknown kind came. */
  countUnknown(): void {
    this.#unknown++
    if (this.#unknown >= mostUnknownFrames) this.end(closeCodes.refused, 'unknownFrames')
  }

  /** Closes the socket; whatever still comes is not taken. */
  end(code: number, reason: string): void {
    this.closed()
    this.socket.close(code, reason)
  }

  /** The socket is closed. */
  closed(): void {
    this.#ended = true
    this.opened()
  }
}

// A room's name is shorter; the length of a longer text takes more than one byte.
const longestAddress = 127

/** The text with which a frame begins; '' where there is none that could be a room's. */
function addressOf(data: Uint8Array): string {
  const length = data[0] ?? 0
  if (length > longestAddress || length >= data.length) return ''
  return Buffer.from(data.buffer, data.byteOffset + 1, length).toString('latin1')
}
