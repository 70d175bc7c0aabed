import { emptyStateVector, type Target, token } from '#test/bench/generator/roomClient.ts'
import { BenchSocket } from '#test/bench/wire/socket.ts'
import { speechOf } from '#test/bench/wire/speech.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'

const comeEveryMs = 250
const longestStayMs = 3_000
const placeJson = JSON.stringify({ place: { path: 'header', typing: false }, cursor: null })
// Nobody's who writes.
const firstClient = 3_900_000_000
const clientIds = 2 ** 28

/**
 * People who come and go without writing: they open a room, are seen in it, and leave or vanish. Every third is turned
 * away at the door: not signed in, a document that is not there, a handshake that is none.
 */
export class PassersBy {
  readonly #target: Target
  readonly #rooms: readonly string[]
  readonly #random: SeededRandom
  readonly #open = new Map<BenchSocket, NodeJS.Timeout>()
  readonly #timer: NodeJS.Timeout
  came = 0
  turnedAway = 0

  constructor(options: { target: Target; rooms: readonly string[]; random: SeededRandom }) {
    this.#target = options.target
    this.#rooms = options.rooms
    this.#random = options.random
    this.#timer = setInterval(() => this.#come(), comeEveryMs)
  }

  end(): void {
    clearInterval(this.#timer)
    for (const [socket, timer] of this.#open) {
      clearTimeout(timer)
      socket.close()
    }
    this.#open.clear()
  }

  #come(): void {
    const isUnwelcome = this.came++ % 3 === 0
    const reason = isUnwelcome ? this.#random.pick(['signedOut', 'absent', 'noHandshake'] as const) : null
    const room = reason === 'absent' ? absentRoom(this.came) : this.#random.pick(this.#rooms)
    const cookie = reason === 'signedOut' ? undefined : this.#random.pick(this.#target.cookies)
    const speech = speechOf(this.#target.wire, this.#target.path, room)
    const client = firstClient + (this.came % clientIds)
    const socket = new BenchSocket({
      port: this.#target.port,
      path: speech.path,
      headers: cookie === undefined ? {} : { Cookie: cookie },
      onOpen: () => {
        const said = reason === 'noHandshake' ? '{}' : token(client)
        socket.send(...speech.greeting(said, emptyStateVector), speech.presence(client, 0, placeJson))
      },
      onMessage: data => {
        if (speech.hear(data).kind === 'refused') this.turnedAway++
      },
      onClose: () => {
        clearTimeout(this.#open.get(socket))
        this.#open.delete(socket)
      },
    })
    const leave = setTimeout(() => socket.close(), this.#random.between(0, longestStayMs))
    this.#open.set(socket, leave)
  }
}

const absentRoom = (number: number): string =>
  `doc/00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}/1`
