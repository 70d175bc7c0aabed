import { describe, expect, it } from 'vitest'
import { errorCodeSchema } from '#shared/errors.ts'
import { refusalSchema } from '#shared/wire/handshake.ts'
import { de } from './de.ts'
import { en } from './en.ts'

const filled = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1] ?? '').sort((a, b) => a.localeCompare(b))

describe('catalogue', () => {
  it('says the same things in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(de))
  })
  it('fills in the same values in both', () => {
    const english = new Map(Object.entries(en))
    const differing = Object.entries(de).filter(
      ([key, german]) => filled(english.get(key) ?? '').join() !== filled(german).join(),
    )
    expect(differing).toEqual([])
  })
  it('has no empty text', () => {
    expect([...Object.entries(de), ...Object.entries(en)].filter(([, text]) => text.trim() === '')).toEqual(
      [],
    )
  })
  it('has a text for every error and every refusal', () => {
    const keys = new Set(Object.keys(de))
    expect(errorCodeSchema.options.filter(code => !keys.has(`errors.${code}`))).toEqual([])
    expect(refusalSchema.options.filter(reason => !keys.has(`refusal.${reason}`))).toEqual([])
  })
})
