import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

// Hocuspocus' message types and y-protocols' sync steps, as a client uses them.
const sync = 0
const presence = 1
const auth = 2
const syncReply = 4
const stateless = 5
const close = 7
const syncStatus = 8

export type FromServer =
  | { type: 'admitted'; mayWrite: boolean }
  | { type: 'refused'; reason: string }
  | { type: 'syncQuestion'; stateVector: Uint8Array }
  | { type: 'update'; update: Uint8Array; isSyncAnswer: boolean }
  | { type: 'answer'; isTaken: boolean; mark: number }
  | { type: 'notice'; json: string }
  | { type: 'roomClosed' }
  | { type: 'other' }

export function readFromServer(data: Uint8Array): { room: string; message: FromServer } {
  const decoder = decoding.createDecoder(data)
  const room = decoding.readVarString(decoder)
  return { room, message: readMessage(decoder) }
}

function readMessage(decoder: decoding.Decoder): FromServer {
  switch (decoding.readVarUint(decoder)) {
    case auth: {
      const kind = decoding.readVarUint(decoder)
      const text = decoding.readVarString(decoder)
      if (kind === 1) return { type: 'refused', reason: text }
      return kind === 2 ? { type: 'admitted', mayWrite: text !== 'readonly' } : { type: 'other' }
    }
    case sync:
    case syncReply: {
      const step = decoding.readVarUint(decoder)
      const bytes = decoding.readVarUint8Array(decoder).slice()
      if (step === 0) return { type: 'syncQuestion', stateVector: bytes }
      return { type: 'update', update: bytes, isSyncAnswer: step === 1 }
    }
    case syncStatus:
      return {
        type: 'answer',
        isTaken: decoding.readVarInt(decoder) === 1,
        mark: decoding.readVarUint(decoder),
      }
    case stateless:
      return { type: 'notice', json: decoding.readVarString(decoder) }
    case close:
      return { type: 'roomClosed' }
    default:
      return { type: 'other' }
  }
}

function frame(room: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const handshakeFrame = (room: string, token: string): Uint8Array =>
  frame(room, encoder => {
    encoding.writeVarUint(encoder, auth)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, token)
    encoding.writeVarString(encoder, 'simulation')
  })

/** `step`: 0 asks with a state vector, 1 answers with what the other lacks, 2 is a change. */
export const syncFrame = (room: string, step: 0 | 1 | 2, bytes: Uint8Array): Uint8Array =>
  frame(room, encoder => {
    encoding.writeVarUint(encoder, sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })

export function presenceFrame(room: string, client: number, clock: number): Uint8Array {
  const states = encoding.createEncoder()
  encoding.writeVarUint(states, 1)
  encoding.writeVarUint(states, client)
  encoding.writeVarUint(states, clock)
  encoding.writeVarString(states, JSON.stringify({ place: null, cursor: null }))
  return frame(room, encoder => {
    encoding.writeVarUint(encoder, presence)
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states))
  })
}
