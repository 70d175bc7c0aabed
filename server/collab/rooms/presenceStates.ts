import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { maxPresenceBytes, type PresencePerson, presenceSchema } from '#shared/wire/presence.ts'

/** `json` is `null` once the client is gone; its clock is remembered until the next broadcast only. */
type State = { clock: number; json: string; renewedAt: number }

// A state that was not renewed for so long is nobody's any more: clients renew theirs every 15 s, and other
// clients forget it after 30 s themselves.
const forgottenAfterMs = 45_000
// Clocks count renewals; nobody reaches this by renewing (THREATS b23).
const highestClock = 2 ** 32
// A client speaks for itself alone; a few entries more are what a library may send along at the beginning.
const maxEntries = 1_000

/**
 * Who is where in one room, as JSON that the server has stamped.
 *
 * - [PS1] An entry under another client id than the connection's own is dropped (THREATS b20).
 * - [PS2] Every state carries the person whom the server knows (b21), fits its size (b22), and parses;
 *   one that does not is dropped (b24), and what was shown before stays.
 */
export class PresenceStates {
  readonly #states = new Map<number, State>()
  readonly #changed = new Set<number>()

  get hasChanges(): boolean {
    return this.#changed.size > 0
  }

  get isEmpty(): boolean {
    return this.#states.size === 0
  }

  /**
   * Takes what a connection says of itself.
   * @throws where the bytes are no presence update
   */
  take(update: Uint8Array, client: number, person: PresencePerson, now: number): void {
    const decoder = decoding.createDecoder(update)
    const entries = decoding.readVarUint(decoder)
    if (entries > maxEntries) throw new RangeError('A presence update with too many entries')
    for (let entry = 0; entry < entries; entry++) {
      const id = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      if (length > update.length - decoder.pos) throw new RangeError('A presence state cut short')
      const bytes = decoding.readUint8Array(decoder, length)
      if (id !== client || length > maxPresenceBytes || clock > highestClock) continue
      const known = this.#states.get(id)
      if (known && clock <= known.clock) continue
      this.#set(id, clock, Buffer.from(bytes.buffer, bytes.byteOffset, length).toString(), person, now)
    }
  }

  #set(id: number, clock: number, json: string, person: PresencePerson, now: number): void {
    const said = parse(json)
    if (said === null) {
      this.remove(id)
      return
    }
    const state = presenceSchema.safeParse(said)
    if (!state.success) return
    const stamped = JSON.stringify({ ...state.data, person })
    this.#states.set(id, { clock, json: stamped, renewedAt: now })
    this.#changed.add(id)
  }

  /** The client is gone. */
  remove(id: number): void {
    const known = this.#states.get(id)
    if (!known) return
    known.json = 'null'
    this.#changed.add(id)
  }

  /** Forgets whoever has not renewed their state for long. */
  forgetSilent(now: number): void {
    for (const [id, { renewedAt }] of this.#states) if (now - renewedAt > forgottenAfterMs) this.remove(id)
  }

  /**
   * What has changed since the last time, as one awareness update; `null` if nothing has. Of more than
   * `maxBytes` the rest is for the next time: whoever has waited longest comes first.
   */
  takeChanges(maxBytes = Number.POSITIVE_INFINITY): Uint8Array | null {
    const taken: number[] = []
    let bytes = 0
    for (const id of this.#changed) {
      bytes += this.#states.get(id)?.json.length ?? 0
      if (taken.length > 0 && bytes > maxBytes) break
      taken.push(id)
    }
    if (taken.length === 0) return null
    const update = this.#encode(taken)
    for (const id of taken) {
      this.#changed.delete(id)
      if (this.#states.get(id)?.json === 'null') this.#states.delete(id)
    }
    return update
  }

  /** Everybody, for one who has just come; `null` if nobody is there. */
  everybody(): Uint8Array | null {
    const here = [...this.#states].filter(([, { json }]) => json !== 'null').map(([id]) => id)
    return here.length === 0 ? null : this.#encode(here)
  }

  #encode(ids: readonly number[]): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, ids.length)
    for (const id of ids) {
      const { clock, json } = this.#states.get(id) ?? { clock: 0, json: 'null' }
      encoding.writeVarUint(encoder, id)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
    return encoding.toUint8Array(encoder)
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
