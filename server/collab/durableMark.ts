import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DurableMark } from '#shared/wire/notice.ts'
import { type Room, roomName } from '#shared/wire/room.ts'

/** Says how far a room's journal was on disk, in a way that only this server can say. */
export interface DurableMarks {
  of(room: Room, seq: number): DurableMark
  /** Whether the server itself said so; a mark that a client made up proves nothing (THREATS a22). */
  isGenuine(room: Room, mark: DurableMark): boolean
}

// 128 bits: beyond guessing.
const proofBytes = 16

/** `secret` stays the same as long as the data folder, and lies in its backups. */
export function createDurableMarks(secret: string): DurableMarks {
  const proof = (room: Room, seq: number): Buffer =>
    createHmac('sha256', secret)
      .update(`durable ${roomName(room)} ${seq}`)
      .digest()
      .subarray(0, proofBytes)
  return {
    of: (room, seq) => ({ seq, proof: proof(room, seq).toString('base64url') }),
    isGenuine(room, mark) {
      const given = Buffer.from(mark.proof, 'base64url')
      return given.length === proofBytes && timingSafeEqual(given, proof(room, mark.seq))
    },
  }
}
