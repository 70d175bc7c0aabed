import { expect, it } from 'vitest'
import { isPlainPath } from './target.ts'

it.each([
  ['/', true],
  ['/assets/index-a1b2.js', true],
  ['/raum/Oberes%20Lindental', true],
  ['/..%2f..%2fetc/passwd', false],
  ['/../journal.db', false],
  ['/%2e%2e/journal.db', false],
  ['/assets/..%5c..%5cjournal.db', false],
  ['/index.html%00.js', false],
  ['/%E0%A4%A', false],
])('[b33] %s is a plain path: %s', (path, expected) => {
  expect(isPlainPath(path)).toBe(expected)
})
