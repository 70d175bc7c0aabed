import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

// Hocuspocus' message types and y-protocols' sync types, as far as tests look at them.
const messageSync = 0
const messageSyncReply = 4
const messageSyncStatus = 8

export type Frame =
  | { type: 'update'; room: string; step: 'syncStep2' | 'update'; bytes: Uint8Array }
  /** `mark` is that of the update that is answered; `null` from a server that says none */
  | { type: 'syncStatus'; room: string; saved: boolean; mark: number | null }
  | { type: 'other'; room: string; code: number }

/** Reads a frame of either direction. */
export function readFrame(data: Uint8Array): Frame {
  const decoder = decoding.createDecoder(data)
  const [room = ''] = decoding.readVarString(decoder).split('\0')
  const code = decoding.readVarUint(decoder)
  if (code === messageSyncStatus)
    return {
      type: 'syncStatus',
      room,
      saved: decoding.readVarInt(decoder) === 1,
      mark: decoding.hasContent(decoder) ? decoding.readVarUint(decoder) : null,
    }
  if (code === messageSync || code === messageSyncReply) {
    const step = decoding.readVarUint(decoder)
    if (step === 1 || step === 2) {
      const bytes = decoding.readVarUint8Array(decoder).slice()
      return { type: 'update', room, step: step === 1 ? 'syncStep2' : 'update', bytes }
    }
  }
  return { type: 'other', room, code }
}

/** A frame that carries an update as a client sends it while typing. */
export function updateFrame(room: string, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeVarUint(encoder, messageSync)
  encoding.writeVarUint(encoder, 2)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
