import { describe, expect, it } from 'vitest'
import { conceptDetails } from '#shared/kinds/concept/finding.ts'
import { variantSections } from '#shared/kinds/concept/sections.ts'
import { de } from './words.de.ts'
import { en } from './words.en.ts'

const filled = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).toSorted((a = '', b = '') => a.localeCompare(b))

describe('words of concepts', () => {
  it('say the same things in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(de))
  })
  it('fill in the same values in both, and none is empty', () => {
    const english: Readonly<Record<string, string>> = en
    for (const [key, german] of Object.entries(de)) {
      expect([key, filled(english[key] ?? '')]).toEqual([key, filled(german)])
      expect(german.trim()).not.toBe('')
      expect(english[key]?.trim()).not.toBe('')
    }
  })
  it('has a sentence for every finding, a heading and a question for every section', () => {
    const keys = new Set<string>(Object.keys(de))
    expect(conceptDetails.filter(detail => !keys.has(`finding.${detail}`))).toEqual([])
    const sections = Object.values(variantSections).flat()
    expect(sections.filter(name => !keys.has(`section.${name}`) || !keys.has(`ask.${name}`))).toEqual([])
  })
})
