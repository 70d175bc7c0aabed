import type { Clock } from '#server/clock.ts'
import type { RoomSocket } from '#server/collab/transport/roomSocket.ts'
import { parseRoom, type Room as RoomId, roomName } from '#shared/wire/room.ts'
import { typeOf } from './clientFrame.ts'
import { deniedFrame, isDenied } from './serverFrame.ts'
import { TokenBucket } from './tokenBucket.ts'

/** Close codes; the client comes back by itself after each and meets the handshake's answer. */
export const closeCodes = {
  /** something that no honest client sends, or an update that was refused */
  refused: 1008,
  /** left memory in the same moment, or no handshake in time */
  tryAgain: 1013,
  accessEnded: 4403,
  silent: 4408,
  notStored: 4503,
} as const

// Beyond this many frames per second, on average, the socket is read more slowly (THREATS b28): what has
// been sent waits in the sender's own buffers, nothing is lost. Ten people typing fast together stay below.
const framesPerSecond = 300
// A device that comes back from days offline may send so much at once.
const framesAtOnce = 3_000
// What may wait for a handshake: the replay of an outbox begins before the document is loaded. Beyond, the
// socket is not read any further.
const mostBytesForLater = 1_000_000
// What a waiting frame costs beside its bytes: many small ones are not free.
const bytesPerFrame = 1_000
// Frames of a kind that this protocol does not have: a client of another protocol, or noise (b27).
const mostUnknownFrames = 20
// A large one counts like several: nothing of it is kept, but it has been read.
const bytesPerUnknown = 50_000
// A socket on which nobody has opened a room by then is closed (b16).
const handshakeWithinMs = 15_000
// Clients renew their presence every 15 s, in tabs that nobody sees once a minute: browsers wake them no more often.
// Where nothing came for so long, nobody is there any more (a13).
const silentAfterMs = 100_000

/** What an opening takes from its line. */
interface OpenRoom {
  frame(data: Uint8Array): void
}

/** What a line takes from Hocuspocus: it does the handshakes. */
export interface Handshakes {
  /** takes the frame that begins one */
  handleMessage(data: Uint8Array): void
  handleClose(event: { code: number; reason: string }): void
}

/** What all lines share. */
export type Lines = {
  readonly clock: Clock
  /** milliseconds, for durations only: a clock that is set right ends nobody's socket (THREATS a10) */
  readonly measure: () => number
  readonly open: Set<Line>
}

/**
 * A room on the line. `entering`: its handshake is with Hocuspocus; what comes meanwhile waits.
 */
type RoomState =
  | { state: 'entering'; opening: OpenRoom | null; readonly later: Uint8Array[] }
  | { state: 'open'; readonly opening: OpenRoom }

/**
 * One socket: what is common to the rooms that are open on it. To Hocuspocus it is the socket itself. Thousands
 * sit idle: it is one object, with few others around it.
 *
 * - [LI1] Reading stops while anybody holds it, and goes on when the last has let go.
 * - [LI2] A frame goes to the room that is open under its address. An address that cannot be a room's is
 *   answered with a no, and counted (THREATS b18).
 * - [LI3] Of each room at most one handshake is under way: whoever leaves and comes again in one go is
 *   taken through it one after the other, in order, and nothing that was sent is forgotten.
 */
export class Line {
  readonly socket: RoomSocket
  /** by which its person is known */
  readonly headers: Headers
  readonly #lines: Lines
  readonly #bucket = new TokenBucket(framesPerSecond, framesAtOnce)
  #handshakes: Handshakes | null = null
  readonly #rooms = new Map<string, RoomState>()
  #callOff: (() => void) | null
  /** reading goes on when this time is over */
  #callOffSlow: (() => void) | null = null
  #holds = 0
  #laterBytes = 0
  #unknown = 0
  #ended = false
  #heardAt: number

  constructor(socket: RoomSocket, lines: Lines, headers: Headers) {
    this.socket = socket
    this.headers = headers
    this.#lines = lines
    this.#heardAt = lines.measure()
    this.#callOff = lines.clock.after(handshakeWithinMs, () =>
      this.end(closeCodes.tryAgain, 'handshakeTooLate'),
    )
  }

  /** From now on frames may come. */
  begin(handshakes: Handshakes): void {
    this.#handshakes = handshakes
    this.#lines.open.add(this)
  }

  /** A frame came, for whichever room. */
  frame(data: Uint8Array): void {
    if (this.#ended) return
    this.#heardAt = this.#lines.measure()
    this.charge(1)
    this.#route(data)
  }

  /** Takes as much of what this socket may do as so many frames. */
  charge(frames: number): void {
    const wait = this.#bucket.take(this.#lines.measure(), frames)
    if (wait === 0) return
    if (this.#callOffSlow) this.#callOffSlow()
    else this.hold()
    this.#callOffSlow = this.#lines.clock.after(wait, () => {
      this.#callOffSlow = null
      this.release()
    })
  }

  #route(data: Uint8Array): void {
    if (this.#ended) return
    const address = addressOf(data)
    const room = this.#rooms.get(address)
    if (room?.state === 'open') return room.opening.frame(data)
    if (room) return this.#keepForLater(room, data)
    if (parseRoom(address)) return this.#begin(address, data)
    this.countUnknown()
    if (!this.#ended) this.socket.send(deniedFrame(address, 'notFound'))
  }

  #begin(address: string, data: Uint8Array): void {
    const type = typeOf(data)
    if (type === 'auth') {
      this.#rooms.set(address, { state: 'entering', opening: null, later: [] })
      this.#handshakes?.handleMessage(data)
    }
    // leaving where one is not is nothing; anything else would come after a handshake
    else if (type !== 'leave') this.countUnknown(1 + Math.floor(data.length / bytesPerUnknown))
  }

  #keepForLater(room: RoomState & { state: 'entering' }, data: Uint8Array): void {
    room.later.push(data)
    this.#countLater(data.length + bytesPerFrame)
  }

  /** The room's document is here; what comes still waits for `entered`. */
  enter(room: RoomId, opening: OpenRoom): void {
    const known = this.#rooms.get(roomName(room))
    if (known?.state === 'entering') known.opening = opening
  }

  /** The handshake is over: what has waited is taken now. */
  entered(room: RoomId): void {
    const address = roomName(room)
    const known = this.#rooms.get(address)
    if (known?.state !== 'entering' || !known.opening) return
    this.#rooms.set(address, { state: 'open', opening: known.opening })
    this.#takeLater(known)
  }

  /** The handshake has failed, or the opening is over before it was entered. */
  #notEntered(address: string): void {
    const known = this.#rooms.get(address)
    if (known?.state !== 'entering') return
    this.#rooms.delete(address)
    // what was meant for the opening that is not to be goes with it, up to the next handshake
    const next = known.later.findIndex(data => typeOf(data) === 'auth')
    const dropped = known.later.splice(0, next < 0 ? known.later.length : next)
    for (const data of dropped) this.#countLater(-data.length - bytesPerFrame)
    this.#takeLater(known)
  }

  leave(room: RoomId, opening: OpenRoom): void {
    const address = roomName(room)
    const known = this.#rooms.get(address)
    if (known?.opening !== opening) return
    if (known.state === 'entering') return this.#notEntered(address)
    this.#rooms.delete(address)
  }

  #takeLater({ later }: RoomState & { state: 'entering' }): void {
    for (const data of later) {
      this.#countLater(-data.length - bytesPerFrame)
      // what is taken may begin the next handshake: then the rest waits again
      this.#route(data)
    }
  }

  /** What waits for handshakes is bounded for the whole socket, however many rooms it asks for. */
  #countLater(bytes: number): void {
    const wasMuch = this.#laterBytes > mostBytesForLater
    this.#laterBytes += bytes
    const isMuch = this.#laterBytes > mostBytesForLater
    if (isMuch === wasMuch) return
    if (isMuch) this.hold()
    else this.release()
  }

  /** The room opens anew on the same socket, now that its opening has left. */
  again(data: Uint8Array): void {
    this.#route(data)
  }

  get readyState(): number {
    return this.socket.readyState
  }

  /** What Hocuspocus says by itself, around handshakes. */
  send(data: Uint8Array): void {
    this.socket.send(data)
    if (typeOf(data) !== 'auth' || !isDenied(data)) return
    const address = addressOf(data)
    // Hocuspocus forgets the handshake right after it has said so
    queueMicrotask(() => this.#notEntered(address))
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

  /** A frame of an unknown kind came, or one that has no place here. */
  countUnknown(frames = 1): void {
    this.#unknown += frames
    if (this.#unknown >= mostUnknownFrames) this.end(closeCodes.refused, 'unknownFrames')
  }

  /** Closes the socket; whatever still comes is not taken. */
  end(code: number, reason: string): void {
    this.#stop()
    this.socket.close(code, reason)
  }

  /** Closes the socket, as Hocuspocus asks for it. */
  close(code?: number, reason?: string): void {
    this.socket.close(code, reason)
  }

  /** Closes the socket and leaves its rooms if nothing has come for long. */
  endIfSilent(): void {
    if (this.#ended || this.#lines.measure() - this.#heardAt <= silentAfterMs) return
    this.end(closeCodes.silent, 'silent')
    this.closed(closeCodes.silent, 'silent')
  }

  /** The socket is closed. */
  closed(code: number, reason: string): void {
    this.#stop()
    this.#lines.open.delete(this)
    this.#handshakes?.handleClose({ code, reason })
  }

  #stop(): void {
    this.#ended = true
    this.opened()
    this.#callOffSlow?.()
    this.#callOffSlow = null
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
