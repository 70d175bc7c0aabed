import * as encoding from 'lib0/encoding'

/** Frames of the client's direction, byte by byte: also those that no provider would send. */

const messageSync = 0
const messagePresence = 1
const messageAuth = 2
const messageStateless = 5
const messageBroadcastStateless = 6

/** A frame of any message type with any content behind it. */
export function frame(room: string, code: number, write?: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeVarUint(encoder, code)
  write?.(encoder)
  return encoding.toUint8Array(encoder)
}

export const authFrame = (room: string, token: string): Uint8Array =>
  frame(room, messageAuth, encoder => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, token)
  })

/** „This I have“: asks for everything else. */
export const syncStep1Frame = (room: string, stateVector = new Uint8Array([0])): Uint8Array =>
  syncFrame(room, 0, stateVector)
/** The answer to the server's own question. */
export const syncStep2Frame = (room: string, update: Uint8Array): Uint8Array => syncFrame(room, 1, update)
export const updateFrame = (room: string, update: Uint8Array): Uint8Array => syncFrame(room, 2, update)
export const syncFrame = (room: string, step: number, bytes: Uint8Array): Uint8Array =>
  frame(room, messageSync, encoder => {
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })

/** `json` comes as text: it need not be valid. */
export type PresenceEntry = { client: number; clock: number; json: string }
export const presenceFrame = (room: string, entries: readonly PresenceEntry[]): Uint8Array =>
  rawPresenceFrame(room, presenceUpdate(entries))
export const rawPresenceFrame = (room: string, bytes: Uint8Array): Uint8Array =>
  frame(room, messagePresence, encoder => encoding.writeVarUint8Array(encoder, bytes))

function presenceUpdate(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { client, clock, json } of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  }
  return encoding.toUint8Array(encoder)
}

export const statelessFrame = (room: string, payload: string): Uint8Array =>
  frame(room, messageStateless, encoder => encoding.writeVarString(encoder, payload))
export const broadcastStatelessFrame = (room: string, payload: string): Uint8Array =>
  frame(room, messageBroadcastStateless, encoder => encoding.writeVarString(encoder, payload))
