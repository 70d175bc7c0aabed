import { describe, expect, it } from 'vitest'
import { reviewFieldSchema } from '#shared/kinds/kitItem/enums.ts'
import { itemStateSchema } from '#shared/kinds/starterKit/enums.ts'
import { starterKitDetails } from '#shared/kinds/starterKit/findings.ts'
import { de } from './words.de.ts'
import { en } from './words.en.ts'

const keys = new Set<string>(Object.keys(de))
const filled = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).toSorted((a = '', b = '') => a.localeCompare(b))

describe('words of a starter kit', () => {
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
    expect(starterKitDetails.filter(detail => !keys.has(`finding.${detail}`))).toEqual([])
  })

  it('have a word for every state, every phase and every check', () => {
    expect(itemStateSchema.options.filter(state => !keys.has(`state.${state}`))).toEqual([])
    expect([0, 1, 2, 3, 4, 5].filter(phase => !keys.has(`phase.${phase}`))).toEqual([])
    for (const field of reviewFieldSchema.options)
      expect([keys.has(`item.review.${field}`), keys.has(`item.reviewed.${field}`)]).toEqual([true, true])
  })
})
