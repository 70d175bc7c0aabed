import { describe, expect, it } from 'vitest'
import { groupRecordDetails } from '#shared/kinds/groupRecord/findings.ts'
import { enums } from './options.ts'
import { parts } from './parts.ts'
import { de } from './words.de.ts'
import { en } from './words.en.ts'

const keys = new Set<string>(Object.keys(de))
const filled = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).toSorted((a = '', b = '') => a.localeCompare(b))

describe('words of a group record', () => {
  it('say the same things in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(de))
  })
  it('fill in the same values in both, and none is empty', () => {
    const english: Readonly<Record<string, string>> = en
    for (const [key, german] of Object.entries(de)) {
      expect([key, filled(english[key] ?? '')]).toEqual([key, filled(german)])
      expect([key, german.trim() !== '', english[key]?.trim() !== '']).toEqual([key, true, true])
    }
  })
  it('have a sentence for every finding', () => {
    expect(groupRecordDetails.filter(detail => !keys.has(`finding.${detail}`))).toEqual([])
  })

  it('have a word for every part and every value', () => {
    for (const part of parts) expect(keys.has(`part.${part}`)).toBe(true)
    for (const [name, values] of Object.entries(enums))
      expect(values.filter(value => !keys.has(`${name}.${value}`))).toEqual([])
  })
})
