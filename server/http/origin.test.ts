import { expect, it } from 'vitest'
import { mayChange } from './origin.ts'

const own = ['https://mitschrift.example.org']

it.each([
  [{ origin: 'https://mitschrift.example.org' }, true],
  [{ origin: 'https://mitschrift.example.org.evil.example' }, false],
  [{ origin: 'http://mitschrift.example.org' }, false],
  [{ origin: 'https://mitschrift.example.org:8443' }, false],
  [{ origin: 'null' }, false],
  [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{}, true],
])('[b36] a request with %o may change something: %s', (headers, expected) => {
  expect(mayChange(new Headers(headers as Record<string, string>), own)).toBe(expected)
})
