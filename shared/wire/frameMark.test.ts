import { expect, it } from 'vitest'
import { frameMark } from './frameMark.ts'

it('is that of FNV-1a, so that both sides always mean the same', () => {
  const of = (text: string) => frameMark(Uint8Array.from(text, letter => letter.codePointAt(0) ?? 0))
  expect(of('')).toBe(0x811c9dc5)
  expect(of('a')).toBe(0xe40c292c)
  expect(of('foobar')).toBe(0xbf9cf968)
})
