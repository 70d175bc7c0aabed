import type { SocketUser } from '#server/collab/sockets.ts'
import type { RoomSocket } from '#server/collab/transport/roomSocket.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'
import { chanceOf } from './chance.ts'
import type { Trace } from './trace.ts'
import type { VirtualTime } from './virtualTime.ts'

/** `up`: to the server; `down`: to the client. */
export type Direction = 'up' | 'down'
/** What a broken proxy does with single frames (THREATS a18). */
export type Mangling = 'duplicate' | 'reorder' | 'drop'

/** What takes connections: the server while it runs. */
export type Listener = { connect(socket: RoomSocket, headers: Headers): SocketUser }

/** What a client hears of its connection. */
export interface NearEnd {
  opened(): void
  frame(data: Uint8Array): void
  closed(code: number): void
}
export interface ClientSocket {
  send(data: Uint8Array): void
  close(code: number): void
}

// Close code of a connection that ended without a closing frame.
const broken = 1006
// As long as `ws` waits for the answer to its closing frame.
const closeAnswerMs = 30_000

/** One direction of one connection: frames arrive late, but in order, unless a proxy mangles them. */
class Pipe {
  /** in the order of their arrival */
  readonly #waiting: { readyAt: number; deliver: () => void }[] = []
  #isPumping = false
  isHeld = false
  #mangled: { how: Mangling; left: number } | null = null
  /** what is to arrive after the next */
  #swapped: (() => void) | null = null
  /** swallows whatever is sent: the far end does not know yet that nobody is there */
  isDead = false
  readonly #time: VirtualTime
  readonly #random: SeededRandom
  readonly #latency: number

  constructor(time: VirtualTime, random: SeededRandom) {
    this.#time = time
    this.#random = random
    this.#latency = random.between(1, 60)
  }

  /** Says something of the connection itself: never mangled. */
  say(deliver: () => void): void {
    this.#flushSwapped()
    this.#send(deliver)
  }

  frame(deliver: () => void): void {
    const how = this.#mangled?.how
    if (this.#mangled && --this.#mangled.left <= 0) this.#mangled = null
    if (how === 'drop') return
    if (how === 'reorder' && !this.#swapped) {
      this.#swapped = deliver
      return
    }
    this.#send(deliver)
    if (how === 'duplicate') this.#send(deliver)
    this.#flushSwapped()
  }

  mangle(how: Mangling, frames: number): void {
    this.#mangled = { how, left: frames }
  }

  hold(): void {
    this.isHeld = true
  }

  release(): void {
    this.isHeld = false
    this.#pump()
  }

  #flushSwapped(): void {
    const swapped = this.#swapped
    this.#swapped = null
    if (swapped) this.#send(swapped)
  }

  #send(deliver: () => void): void {
    if (this.isDead) return
    this.#waiting.push({ readyAt: this.#time.now() + this.#latency + this.#random.between(0, 4), deliver })
    this.#pump()
  }

  #pump(): void {
    const [next] = this.#waiting
    if (!next || this.#isPumping || this.isHeld) return
    this.#isPumping = true
    this.#time.after(next.readyAt - this.#time.now(), () => {
      this.#isPumping = false
      if (this.isDead || this.isHeld) return
      this.#waiting.shift()
      this.#pump()
      next.deliver()
    })
  }
}

/** One websocket between a client and the server, without a network. */
class Connection {
  readonly up: Pipe
  readonly down: Pipe
  readonly #client: NearEnd
  readonly #network: Wires
  readonly #label: string
  #user: SocketUser | null = null
  #serverState: 0 | 1 | 2 | 3 = 0
  #clientState: 'open' | 'closing' | 'closed' = 'open'
  #downBytes = 0
  #paused = false
  /** whether a single frame was ever mangled here: answers no longer match frames (THREATS a18) */
  isMangled = false

  constructor(network: Wires, label: string, client: NearEnd, pipes: { up: Pipe; down: Pipe }) {
    this.#network = network
    this.#label = label
    this.#client = client
    this.up = pipes.up
    this.down = pipes.down
  }

  get isOpen(): boolean {
    return this.#clientState === 'open' && this.#serverState === 1
  }

  /** The request reaches whoever listens by then. */
  open(headers: Headers): void {
    this.up.say(() => {
      const listener = this.#network.listener()
      if (!listener) return this.cut()
      this.#serverState = 1
      this.#user = listener.connect(this.#socket(), headers)
      this.down.say(() => {
        if (this.#clientState === 'open') this.#client.opened()
      })
    })
  }

  #socket(): RoomSocket {
    const state = () => this.#serverState
    const waiting = () => (this.down.isHeld ? this.#downBytes : 0)
    return {
      get readyState() {
        return state()
      },
      get bufferedBytes() {
        return waiting()
      },
      send: data => this.#sendDown(data),
      close: (code = 1000, reason = '') => this.#closeFromServer(code, reason),
      pause: () => {
        this.#paused = true
        this.up.hold()
      },
      resume: () => {
        this.#paused = false
        if (!this.#network.isHeld(this, 'up')) this.up.release()
      },
    }
  }

  get isPaused(): boolean {
    return this.#paused
  }

  #sendDown(data: Uint8Array): void {
    if (this.#serverState !== 1) return
    if (!this.#network.leaves(data, this)) return
    this.#downBytes += data.length
    this.down.frame(() => {
      this.#downBytes -= data.length
      if (this.#clientState !== 'open') return
      this.#network.note(`${this.#label} down`, data)
      this.#client.frame(data)
    })
  }

  relay(data: Uint8Array): void {
    if (this.#serverState === 1) this.#sendDown(data)
  }

  sendUp(data: Uint8Array): void {
    if (this.#clientState !== 'open') return
    this.up.frame(() => {
      if (this.#serverState !== 1 && this.#serverState !== 2) return
      this.#network.note(`${this.#label} up`, data)
      this.#user?.frame(data.slice())
    })
  }

  #closeFromServer(code: number, reason: string): void {
    if (this.#serverState !== 1) return
    this.#serverState = 2
    this.down.say(() => {
      this.#closeClient(code)
      this.up.say(() => this.#closeServer(code, reason))
    })
    this.#network.after(closeAnswerMs, () => this.#closeServer(broken, ''))
  }

  closeFromClient(code: number): void {
    if (this.#clientState !== 'open') return
    this.#clientState = 'closing'
    this.up.say(() => {
      this.#closeServer(code, '')
      this.down.say(() => this.#closeClient(code))
    })
  }

  /** The client's device gives the connection up without being able to say so. */
  abandon(): void {
    this.#clientState = 'closed'
    this.up.isDead = true
    this.#network.forget(this)
  }

  /** The connection breaks: what was on its way is lost, both ends learn of it. */
  cut(): void {
    this.up.isDead = true
    this.down.isDead = true
    this.#network.after(1, () => {
      this.#closeClient(broken)
      this.#closeServer(broken, '')
    })
  }

  /** The server's process is gone: what it has sent still arrives, then the end. */
  serverDied(): void {
    const user = this.#user
    this.#user = null
    this.#serverState = 3
    this.up.isDead = true
    this.down.say(() => this.#closeClient(broken))
    // A dead process does nothing; this only lets go of what would otherwise stay in memory for ever.
    this.#network.after(0, () => user?.closed(broken, ''))
  }

  #closeClient(code: number): void {
    if (this.#clientState === 'closed') return
    this.#clientState = 'closed'
    this.#network.note(`${this.#label} closed ${code}`)
    this.#network.forget(this)
    this.#client.closed(code)
  }

  #closeServer(code: number, reason: string): void {
    if (this.#serverState === 3) return
    this.#serverState = 3
    this.#network.ended(this)
    const user = this.#user
    this.#user = null
    user?.closed(code, reason)
  }
}

/** What a connection needs of the network. */
type Wires = {
  listener(): Listener | null
  /** A frame of the server is about to leave; `false`: its process has just died. */
  leaves(data: Uint8Array, connection: Connection): boolean
  isHeld(connection: Connection, direction: Direction): boolean
  after(ms: number, callback: () => void): void
  note(what: string, bytes?: Uint8Array): void
  /** The client has no use for the connection any more. */
  forget(connection: Connection): void
  /** The server has let go of it. */
  ended(connection: Connection): void
}

/** What is wrong with one client's network; it outlives the connection. */
type Line = { isOffline: boolean; held: Set<Direction>; connection: Connection | null; connections: number }

/**
 * All clients' networks. A connection never loses single frames silently, except where a broken proxy
 * was ordered.
 */
export class Network {
  listener: Listener | null = null
  /** Hears of each frame that the server sends before it leaves; `false`: it does not leave any more. */
  onLeaving: (data: Uint8Array) => boolean = () => true
  /** A deliberately wrong network for proofs: hears of each frame a client sends. */
  onSent: (client: number, data: Uint8Array) => void = () => undefined
  readonly #lines = new Map<number, Line>()
  readonly #open = new Set<Connection>()
  readonly #time: VirtualTime
  readonly #seed: number
  readonly #trace: Trace

  constructor(time: VirtualTime, seed: number, trace: Trace) {
    this.#time = time
    this.#seed = seed
    this.#trace = trace
  }

  connect(client: number, headers: Headers, end: NearEnd): ClientSocket {
    const line = this.#line(client)
    const number = line.connections++
    const random = chanceOf(this.#seed, 'connection', client, number)
    const pipes = { up: new Pipe(this.#time, random), down: new Pipe(this.#time, random) }
    const label = `client ${client}.${number}`
    const connection = new Connection(this.#wires, label, end, pipes)
    line.connection = connection
    this.#open.add(connection)
    if (line.isOffline) connection.cut()
    else {
      for (const direction of line.held) pipes[direction].hold()
      connection.open(headers)
    }
    return {
      send: data => {
        this.onSent(client, data)
        connection.sendUp(data)
      },
      close: code => connection.closeFromClient(code),
    }
  }

  /** Hands a frame to a client as if the server had sent it: only a deliberately wrong network does. */
  relay(client: number, data: Uint8Array): void {
    this.#line(client).connection?.relay(data)
  }

  /** Whether nothing is wrong with the client's network. */
  isGood(client: number): boolean {
    const { isOffline, held, connection } = this.#line(client)
    return !isOffline && held.size === 0 && this.isOpen(client) && connection?.isMangled === false
  }

  setOffline(client: number, isOffline: boolean): void {
    const line = this.#line(client)
    if (line.isOffline === isOffline) return
    line.isOffline = isOffline
    if (isOffline) line.connection?.cut()
  }

  cut(client: number): void {
    this.#line(client).connection?.cut()
  }

  /** Nothing gets through any more, and nobody is told. */
  halfOpen(client: number): void {
    const { connection } = this.#line(client)
    if (!connection) return
    connection.up.isDead = true
    connection.down.isDead = true
  }

  /** Whether client and server hold a connection on which frames get through. */
  isOpen(client: number): boolean {
    const { connection } = this.#line(client)
    return connection !== null && connection.isOpen && !connection.up.isDead && !connection.down.isDead
  }

  /** The client stops listening on a connection that does not answer. */
  abandon(client: number): void {
    this.#line(client).connection?.abandon()
  }

  hold(client: number, direction: Direction): void {
    const line = this.#line(client)
    line.held.add(direction)
    line.connection?.[direction].hold()
  }

  release(client: number): void {
    const line = this.#line(client)
    line.held.clear()
    line.connection?.down.release()
    if (line.connection && !line.connection.isPaused) line.connection.up.release()
  }

  mangle(client: number, direction: Direction, how: Mangling, frames: number): void {
    const { connection } = this.#line(client)
    if (!connection) return
    connection.isMangled = true
    connection[direction].mangle(how, frames)
  }

  isMangled(client: number): boolean {
    return this.#line(client).connection?.isMangled ?? false
  }

  /** The server's process is gone. */
  serverDied(): void {
    this.listener = null
    for (const connection of this.#open) connection.serverDied()
    this.#open.clear()
  }

  #line(client: number): Line {
    const known = this.#lines.get(client)
    if (known) return known
    const line: Line = { isOffline: false, held: new Set(), connection: null, connections: 0 }
    this.#lines.set(client, line)
    return line
  }

  readonly #wires: Wires = {
    listener: () => this.listener,
    leaves: data => this.onLeaving(data),
    isHeld: (connection, direction) =>
      [...this.#lines.values()].some(line => line.connection === connection && line.held.has(direction)),
    after: (ms, callback) => {
      this.#time.after(ms, callback)
    },
    note: (what, bytes) => this.#trace.note(this.#time.now(), what, bytes),
    ended: connection => {
      this.#open.delete(connection)
    },
    forget: connection => {
      for (const line of this.#lines.values()) if (line.connection === connection) line.connection = null
    },
  }
}
