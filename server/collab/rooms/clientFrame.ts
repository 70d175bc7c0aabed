import * as decoding from 'lib0/decoding'
import { messageType, syncStep } from './messageTypes.ts'

/** What a client may say in a room, told apart by the numbers that Hocuspocus' protocol gives them. */
export type ClientFrame =
  | { type: 'auth' }
  | { type: 'askSync'; stateVector: Uint8Array }
  | { type: 'update'; update: Uint8Array; isFullSync: boolean }
  | { type: 'presence'; update: Uint8Array }
  | { type: 'askPresence' }
  | { type: 'leave' }
  /** allowed, and of no meaning to us */
  | { type: 'nothing' }
  /** only servers may say it (THREATS b26) */
  | { type: 'forbidden' }
  | { type: 'unknown' }

const { sync, presence, auth, askPresence, syncReply, stateless, broadcastStateless, close, ping, pong } =
  messageType
const { step1, step2, change } = syncStep

/** The kind of a frame, as far as a line has to know it. */
export function typeOf(data: Uint8Array): 'auth' | 'leave' | 'other' {
  const type = data[1 + (data[0] ?? 0)]
  return type === auth ? 'auth' : type === close ? 'leave' : 'other'
}

/**
 * Reads a frame after its address. Bytes in the answer are views of `data`.
 * @throws where the frame ends too early
 */
export function readClientFrame(data: Uint8Array): ClientFrame {
  const decoder = decoding.createDecoder(data)
  const address = decoding.readVarUint(decoder)
  decoder.pos += address
  switch (decoding.readVarUint(decoder)) {
    case sync:
    case syncReply:
      return readSync(decoder)
    case presence:
      return { type: 'presence', update: readBytes(decoder) }
    case auth:
      return { type: 'auth' }
    case askPresence:
      return { type: 'askPresence' }
    case close:
      return { type: 'leave' }
    case stateless:
    case ping:
    case pong:
      return { type: 'nothing' }
    case broadcastStateless:
      return { type: 'forbidden' }
    default:
      return { type: 'unknown' }
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame {
  switch (decoding.readVarUint(decoder)) {
    case step1:
      return { type: 'askSync', stateVector: readBytes(decoder) }
    case step2:
      return { type: 'update', update: readBytes(decoder), isFullSync: true }
    case change:
      return { type: 'update', update: readBytes(decoder), isFullSync: false }
    default:
      return { type: 'unknown' }
  }
}

function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder)
  if (length > decoder.arr.length - decoder.pos) throw new RangeError('A frame that is shorter than it says')
  return decoding.readUint8Array(decoder, length)
}
