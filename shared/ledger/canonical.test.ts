import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical.ts'

describe('the canonical text of a value', () => {
  it('has its keys in order, whatever order they were written in, and no blanks', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ä „x“' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"ä „x“","d":null}]}',
    )
    expect(canonicalJson({ 10: 1, 9: 2, é: 3, e: 4 })).toBe('{"10":1,"9":2,"e":4,"é":3}')
  })
  it('leaves out keys without a value, and refuses what is no JSON', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, new Date(0), () => 1, 1n])
      expect(() => canonicalJson({ value: [value] })).toThrow(TypeError)
  })
  it('says the same as JSON, and is the same for equal values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })
})
