import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'

describe('base64', () => {
  // The examples of RFC 4648, 10.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('writes and reads %j as %j', (text, encoded) => {
    const bytes = Uint8Array.from(text, character => character.charCodeAt(0))
    expect(toBase64(bytes)).toBe(encoded)
    expect(fromBase64(encoded)).toEqual(bytes)
  })

  it('carries every byte', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
  })

  it.each(['Zg', 'Zg=', 'Z===', 'Zm9v\n', 'Zm-v'])('refuses %j', text => {
    expect(() => fromBase64(text)).toThrow(TypeError)
  })
})
