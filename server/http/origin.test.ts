import { expect, it } from 'vitest'
import { mayChange, ownOrigins } from './origin.ts'

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

it('an address of the world is the only origin, this machine has several names', () => {
  expect(ownOrigins('https://mitschrift.example.org', 3000)).toEqual(['https://mitschrift.example.org'])
  expect(ownOrigins('http://192.0.2.7:3000', 3000)).toEqual(['http://192.0.2.7:3000'])
  expect(ownOrigins('https://localhost', 3000)).toEqual(['https://localhost'])
  expect(ownOrigins('http://localhost:5173', 3000)).toEqual([
    'http://localhost:5173',
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
  ])
})
