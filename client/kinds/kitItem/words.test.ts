import { describe, expect, it } from 'vitest'
import { ownerSchema, reviewFieldSchema } from '#shared/kinds/kitItem/enums.ts'
import { kitItemDetails } from '#shared/kinds/kitItem/findings.ts'
import { de } from './words.de.ts'
import { en } from './words.en.ts'

const keys = new Set<string>(Object.keys(de))
const filled = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).toSorted((a = '', b = '') => a.localeCompare(b))

describe('words of a kit item', () => {
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
    expect(kitItemDetails.filter(detail => !keys.has(`finding.${detail}`))).toEqual([])
  })

  it('have a word for every department and every way of speaking', () => {
    expect(ownerSchema.options.filter(owner => !keys.has(`owner.${owner}`))).toEqual([])
    for (const field of reviewFieldSchema.options)
      expect(['open', 'done'].filter(state => !keys.has(`review.${field}.${state}`))).toEqual([])
  })
})
