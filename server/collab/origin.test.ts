import { describe, expect, it } from 'vitest'
import { isOriginAllowed } from './origin.ts'

describe('isOriginAllowed', () => {
  const allowed = ['https://mitschrift.example']
  it.each([
    ['the own page', { origin: 'https://mitschrift.example' }, true],
    ['a foreign page', { origin: 'https://evil.example' }, false],
    ['another scheme', { origin: 'http://mitschrift.example' }, false],
    ['a name that begins alike', { origin: 'https://mitschrift.example.evil.example' }, false],
    ['an opaque origin', { origin: 'null' }, false],
    ['an empty origin', { origin: '' }, false],
    ['a program', {}, true],
    ['a browser that hides its origin', { 'sec-fetch-site': 'cross-site' }, false],
    ['a browser that hides its origin, by mode', { 'sec-fetch-mode': 'websocket' }, false],
  ])('[b31] %s', (_, headers, expected) => {
    expect(isOriginAllowed(headers, allowed)).toBe(expected)
  })
})
