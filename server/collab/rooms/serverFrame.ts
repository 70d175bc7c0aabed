import * as encoding from 'lib0/encoding'
import type { Refusal } from '#shared/wire/handshake.ts'
import { messageType, syncStep } from './messageTypes.ts'

const { sync, presence, auth, stateless, syncStatus } = messageType
const { step1, step2, change } = syncStep
// the answer within an auth message
const permissionDenied = 1

/** The answer to a handshake that leads nowhere. */
export function deniedFrame(address: string, reason: Refusal): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, address)
  encoding.writeVarUint(encoder, auth)
  encoding.writeVarUint(encoder, permissionDenied)
  encoding.writeVarString(encoder, reason)
  return encoding.toUint8Array(encoder)
}

/** Whether a handshake's answer, to a short address, is a no. */
export const isDenied = (data: Uint8Array): boolean => data[2 + (data[0] ?? 0)] === permissionDenied

/**
 * The frames of one room. Every reader of a room gets the very same bytes, so that the transport frames
 * and compresses them once.
 */
export class ServerFrames {
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  /** The answer to one update, with its mark (frameMark): 1 = on disk, 0 = not taken. */
  answer(taken: boolean, mark: number): Uint8Array {
    return this.#frame(encoder => {
      encoding.writeVarUint(encoder, syncStatus)
      encoding.writeVarUint(encoder, taken ? 1 : 0)
      encoding.writeVarUint(encoder, mark)
    })
  }

  update(update: Uint8Array): Uint8Array {
    return this.#sync(change, update)
  }

  /** What a reader lacks. */
  syncAnswer(update: Uint8Array): Uint8Array {
    return this.#sync(step2, update)
  }

  /** Asks a reader for what the server lacks. */
  syncQuestion(stateVector: Uint8Array): Uint8Array {
    return this.#sync(step1, stateVector)
  }

  presence(update: Uint8Array): Uint8Array {
    return this.#frame(encoder => {
      encoding.writeVarUint(encoder, presence)
      encoding.writeVarUint8Array(encoder, update)
    })
  }

  notice(json: string): Uint8Array {
    return this.#frame(encoder => {
      encoding.writeVarUint(encoder, stateless)
      encoding.writeVarString(encoder, json)
    })
  }

  /** The bytes may be a whole document: they are copied once. */
  #sync(step: number, bytes: Uint8Array): Uint8Array {
    const head = this.#frame(encoder => {
      encoding.writeVarUint(encoder, sync)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint(encoder, bytes.length)
    })
    const frame = new Uint8Array(head.length + bytes.length)
    frame.set(head)
    frame.set(bytes, head.length)
    return frame
  }

  #frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, this.#name)
    write(encoder)
    return encoding.toUint8Array(encoder)
  }
}
