import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { readClientFrame } from './clientFrame.ts'

function frame(...parts: (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, 'doc/ü/1')
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else encoding.writeVarUint8Array(encoder, part)
  }
  return encoding.toUint8Array(encoder)
}
const bytes = new Uint8Array([1, 2, 3])

describe('client frames', () => {
  it.each([
    ['state vector', frame(0, 0, bytes), { type: 'askSync', stateVector: bytes }],
    ['full sync', frame(0, 1, bytes), { type: 'update', update: bytes, isFullSync: true }],
    ['change', frame(0, 2, bytes), { type: 'update', update: bytes, isFullSync: false }],
    ['change as an answer', frame(4, 2, bytes), { type: 'update', update: bytes, isFullSync: false }],
    ['presence', frame(1, bytes), { type: 'presence', update: bytes }],
    ['handshake', frame(2, 0), { type: 'auth' }],
    ['question for presence', frame(3), { type: 'askPresence' }],
    ['stateless', frame(5, bytes), { type: 'nothing' }],
    ['[b26] broadcast', frame(6, bytes), { type: 'forbidden' }],
    ['leaving', frame(7), { type: 'leave' }],
    ['[b27] unknown', frame(99), { type: 'unknown' }],
    ['unknown sync step', frame(0, 9), { type: 'unknown' }],
  ])('%s', (_name, data, expected) => {
    expect(readClientFrame(data)).toEqual(expected)
  })

  it('[b5] that end too early throw', () => {
    for (const data of [frame(), frame(0), frame(0, 2, 5), frame(1, 2 ** 31), new Uint8Array()]) {
      expect(() => readClientFrame(data)).toThrow()
    }
  })
})
