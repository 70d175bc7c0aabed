import * as decoding from 'lib0/decoding'

/** What a server says in one frame. */
export type ServerFrame = { address: string } & (
  | { type: 'authenticated' }
  | { type: 'denied'; reason: string }
  | { type: 'syncStep1' }
  | { type: 'syncStep2'; bytes: Uint8Array }
  | { type: 'update'; bytes: Uint8Array }
  | { type: 'status'; saved: boolean }
  | { type: 'presence'; states: PresenceState[] }
  | { type: 'stateless'; payload: string }
  | { type: 'close'; reason: string }
  | { type: 'other'; code: number }
)
export type PresenceState = { client: number; clock: number; state: unknown }

export function readServerFrame(data: Uint8Array): ServerFrame {
  const decoder = decoding.createDecoder(data)
  const address = decoding.readVarString(decoder)
  return { address, ...readMessage(decoder, decoding.readVarUint(decoder)) }
}

type Message = ServerFrame extends infer Frame
  ? Frame extends ServerFrame
    ? Omit<Frame, 'address'>
    : never
  : never

function readMessage(decoder: decoding.Decoder, code: number): Message {
  switch (code) {
    case 0:
    case 4:
      return readSync(decoder)
    case 1:
      return { type: 'presence', states: readPresence(decoding.readVarUint8Array(decoder)) }
    case 2:
      return decoding.readVarUint(decoder) === 1
        ? { type: 'denied', reason: decoding.readVarString(decoder) }
        : { type: 'authenticated' }
    case 5:
      return { type: 'stateless', payload: decoding.readVarString(decoder) }
    case 7:
      return { type: 'close', reason: decoding.readVarString(decoder) }
    case 8:
      return { type: 'status', saved: decoding.readVarInt(decoder) === 1 }
    default:
      return { type: 'other', code }
  }
}

function readSync(decoder: decoding.Decoder): Message {
  const step = decoding.readVarUint(decoder)
  if (step === 0) return { type: 'syncStep1' }
  return { type: step === 1 ? 'syncStep2' : 'update', bytes: decoding.readVarUint8Array(decoder).slice() }
}

function readPresence(bytes: Uint8Array): PresenceState[] {
  const decoder = decoding.createDecoder(bytes)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)) as unknown,
  }))
}
