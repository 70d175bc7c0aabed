import { describe, expect, it } from 'vitest'
import { headerLength, writeHeader } from './frame.ts'

function header(payload: number, compressed = false): number[] {
  const target = new Uint8Array(headerLength(payload) + 2)
  expect(writeHeader(target, 1, payload, compressed)).toBe(target.length - 1)
  expect([target[0], target.at(-1)]).toEqual([0, 0])
  return [...target.subarray(1, -1)]
}

describe('the header of a server frame', () => {
  it.each([
    [0, [0x82, 0]],
    [125, [0x82, 125]],
    [126, [0x82, 126, 0, 126]],
    [65_535, [0x82, 126, 0xff, 0xff]],
    [65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
    [2 ** 32 + 5, [0x82, 127, 0, 0, 0, 1, 0, 0, 0, 5]],
  ])('announces %i bytes', (payload, bytes) => {
    expect(header(payload)).toEqual(bytes)
  })

  it('marks a compressed message', () => {
    expect(header(1, true)).toEqual([0xc2, 1])
  })
})
