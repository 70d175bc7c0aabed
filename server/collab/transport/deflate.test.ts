import { randomBytes } from 'node:crypto'
import { constants, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { deflate, paysOff } from './deflate.ts'

/** As a receiver does it: the tail comes back, then everything is there. */
const inflated = (payload: Uint8Array) =>
  inflateRawSync(Buffer.concat([payload, Buffer.from([0, 0, 0xff, 0xff])]), {
    finishFlush: constants.Z_SYNC_FLUSH,
  })

describe('a compressed message', () => {
  it.each([600, 4_400, 300_000])('of %i bytes is whole when inflated, and without its tail', size => {
    const data = Buffer.from('{"name":"Jana","place":"agenda/top3"}'.repeat(size / 30)).subarray(0, size)
    const payload = deflate(data)
    expect(payload?.length).toBeLessThan(size / 4)
    expect(Buffer.from(payload ?? []).subarray(-4)).not.toEqual(Buffer.from([0, 0, 0xff, 0xff]))
    expect(inflated(payload ?? data).equals(data)).toBe(true)
  })

  it('is none where nothing is saved', () => {
    expect(deflate(randomBytes(5_000))).toBeNull()
  })

  it.each([
    ['an acknowledgement to one', 42, 1, false],
    ['a keystroke to two hundred', 90, 200, false],
    ['presence of four to four', 1_200, 4, false],
    ['presence of fifteen to fourteen', 4_400, 14, true],
    ['a short answer to one', 1_500, 1, false],
    ['a document to one who joins', 60_000, 1, true],
    ['what would hold up the loop', 5_000_000, 200, false],
  ])('pays off or not: %s', (_what, bytes, readers, expected) => {
    expect(paysOff(bytes, readers)).toBe(expected)
  })
})
