import { expect, it } from 'vitest'
import { costOf } from './announce.ts'
import { words } from './words.ts'

it.each([
  ['https://mitschrift.example.org', '127.0.0.1', 'https://mitschrift.example.org', null],
  ['http://mitschrift.example.org', '0.0.0.0', 'http://mitschrift.example.org', words.plainHttp],
  ['http://192.0.2.7:3000', '0.0.0.0', 'http://192.0.2.7:3000', words.plainHttp],
  ['http://localhost:3000', '127.0.0.1', null, words.localOnly],
  ['http://[::1]:3000', '::1', 'http://[::1]:3000', words.localOnly],
  ['http://localhost:3000', '0.0.0.0', null, words.baseUrlMissing('0.0.0.0', 'http://localhost:3000')],
])('%s on host %s costs what it says', (url, host, baseUrl, expected) => {
  expect(costOf(url, { host, baseUrl })).toEqual(expected)
})
