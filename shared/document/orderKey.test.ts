import * as fc from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import { compareOrder, isOrderKey, keyBefore, type Ordered } from './orderKey.ts'

const takesIt = (key: string): boolean => {
  try {
    generateKeyBetween(key, null)
    generateKeyBetween(null, key)
    return true
  } catch {
    return false
  }
}

describe('order keys', () => {
  it.each([
    ['a0', true],
    ['Zz', true],
    ['b00', true],
    ['a0V', true],
    [`z${'z'.repeat(26)}`, true],
    ['', false],
    ['a', false],
    ['b0', false],
    ['a00', false],
    ['0a', false],
    ['a ', false],
    [`A${'0'.repeat(26)}`, false],
    [`a0${'V'.repeat(2000)}`, false],
    [7, false],
    [undefined, false],
  ])('[DM8] knows whether %j is one', (key, expected) => {
    expect(isOrderKey(key)).toBe(expected)
    if (expected && typeof key === 'string') expect(takesIt(key)).toBe(true)
  })

  it('[DM8] takes exactly what the library takes', () => {
    const alphabet = fc.constantFrom(...'aAzZbY0019Vv'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 30 }), key => {
        expect(isOrderKey(key)).toBe(takesIt(key))
      }),
      { numRuns: 2000 },
    )
  })

  const entries: Ordered[] = [
    { id: 'd', key: null },
    { id: 'c', key: 'a1' },
    { id: 'b', key: 'a1' },
    { id: 'a', key: 'a2' },
    { id: 'e', key: 'a0' },
    { id: 'B', key: null },
  ]
  const sorted = entries.toSorted(compareOrder)

  it('[DM7] [DM8] sorts by key, then id; without a valid key last', () => {
    expect(sorted.map(entry => entry.id)).toEqual(['e', 'b', 'c', 'a', 'B', 'd'])
  })

  it.each([
    ['e', ['x', 'e', 'b', 'c', 'a', 'B', 'd']],
    ['b', ['e', 'x', 'b', 'c', 'a', 'B', 'd']],
    // „b“ and „c“ share a key and cannot be parted by one write
    ['c', ['e', 'x', 'b', 'c', 'a', 'B', 'd']],
    ['a', ['e', 'b', 'c', 'x', 'a', 'B', 'd']],
    ['d', ['e', 'b', 'c', 'a', 'x', 'B', 'd']],
    [null, ['e', 'b', 'c', 'a', 'x', 'B', 'd']],
  ])('[DM9] puts an entry before %s', (before, expected) => {
    const placed = [...sorted, { id: 'x', key: keyBefore(sorted, before) }]
    expect(placed.sort(compareOrder).map(entry => entry.id)).toEqual(expected)
  })

  it('begins an empty list', () => {
    expect(isOrderKey(keyBefore([], null))).toBe(true)
  })
})
