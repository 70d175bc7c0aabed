import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cleanText, cleanValue, maxDepth, sameValue } from './text.ts'

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])

describe('text', () => {
  it.each([
    ['Grüße 👋', 'Grüße 👋'],
    ['a\0b', 'ab'],
    ['a\uD83Db', 'a\uFFFDb'],
    ['\uDC4B', '\uFFFD'],
  ])('[DM15] cleans %j to %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected)
  })

  it('[DM15] cleans values deeply, keys too, and says so', () => {
    expect(cleanValue({ a: ['x\0'], 'b\0': 1 })).toEqual({
      state: 'clean',
      value: { a: ['x'], b: 1 },
      changed: true,
    })
    expect(cleanValue({ a: [1, null, true] })).toMatchObject({ state: 'clean', changed: false })
  })

  it('[DM18] leaves out keys that reach into a prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"admin": true}, "constructor": 1, "a": 1}')
    const cleaned = cleanValue(hostile)
    expect(cleaned).toEqual({ state: 'clean', value: { a: 1 }, changed: true })
    expect(Object.getPrototypeOf(Object(cleaned.state === 'clean' && cleaned.value))).toBe(Object.prototype)
  })

  it.each([
    ['a shared type', new Y.Map()],
    ['a subdocument', new Y.Doc()],
    ['bytes', new Uint8Array(1)],
    ['a big integer', 1n],
  ])('[DM16] refuses %s', (_, value) => {
    expect(cleanValue([value])).toEqual({ state: 'refused', reason: 'wrongType' })
  })

  it('[DM19] refuses values nested too deep', () => {
    expect(cleanValue(nested(maxDepth)).state).toBe('clean')
    expect(cleanValue(nested(maxDepth + 1))).toEqual({ state: 'refused', reason: 'tooDeep' })
  })

  it.each([
    [1, 1, true],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: undefined }, {}, false],
    [[], {}, false],
    [[1, 2], [2, 1], false],
    [null, undefined, false],
  ])('compares %j with %j', (left, right, same) => {
    expect(sameValue(left, right)).toBe(same)
  })
})
