import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fillPress } from '#shared/kinds/pressTemplate/fill.ts'
import { findingDetails } from '#shared/kinds/pressTemplate/findings.ts'
import { pv03 } from '#shared/kinds/pressTemplate/masters/pv03.ts'
import { pressTemplate } from '#shared/kinds/pressTemplate/schema.ts'
import { embargoSentence, refusal } from './embargoWords.ts'
import { findingText } from './findingText.ts'
import { placeWord } from './parts.ts'
import { readablePress } from './readable.ts'

describe('a press text to read', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, pressTemplate.seed)
  fillPress(pressTemplate.open(doc), {
    ...pv03,
    embargo: { until: '2026-06-18T18:00' },
    quotes: [{ id: 'Q1', text: 'Wir freuen uns', printedName: 'Hanne Pfefferkorn' }],
  })
  const pieces = readablePress(pressTemplate.project(doc).value).flatMap(section => section.pieces)
  const at = (path: string) => pieces.find(piece => piece.path === path)?.paragraphs

  it('has every text that somebody wrote, and nothing for what is empty', () => {
    expect(at('text/headline')).toEqual([pv03.text?.headline])
    expect(at('text/body')).toHaveLength(6)
    expect(at('local/notes')).toHaveLength(6)
    expect(at('quotes/Q1')).toEqual(['„Wir freuen uns“, sagt Hanne Pfefferkorn.'])
    expect(at('embargo/until')?.join('')).toMatch(/Donnerstag, 18\.\sJuni 2026, 18:00 Uhr \(Sommerzeit\)/u)
    expect(at('contact/name')).toBeUndefined()
  })
})

describe('words about a press text', () => {
  const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')
  it.each([
    [{ until: null, which: null }, 'Keine Sperrfrist: Der Text darf sofort erscheinen.'],
    [{ until: '2026-06-18', which: null }, 'Donnerstag, 18. Juni 2026. Ab wann an diesem Tag?'],
    [
      { until: '2026-01-08T09:00', which: null },
      'Bitte nicht vor Donnerstag, 8. Januar 2026, 09:00 Uhr (Winterzeit) veröffentlichen.',
    ],
    [
      { until: '2026-10-25T02:30', which: null },
      '02:30 Uhr gibt es am Sonntag, 25. Oktober 2026 zweimal. Welche ist gemeint?',
    ],
    [
      { until: '2026-10-25T02:30', which: 'erste' as const },
      'Bitte nicht vor Sonntag, 25. Oktober 2026, 02:30 Uhr (Sommerzeit) veröffentlichen.',
    ],
  ])('%j', (embargo, sentence) => expect(plain(embargoSentence(embargo))).toBe(sentence))
  it('refuse what the clocks never show', () => {
    expect(plain(refusal('2026-03-29T02:30'))).toMatch(
      /^Diese Uhrzeit gibt es am Sonntag, 29. März 2026 nicht/,
    )
    expect(refusal('2026-03-29T03:00')).toBeNull()
    expect(refusal('2026-03-29')).toBeNull()
  })
  it.each(findingDetails)('have a sentence for %s', detail => {
    const fields = { name: 'x', count: 1, number: 1, need: 1, have: 0, length: 1, limit: 1, over: 1 }
    expect(findingText({ rule: 'G', level: 'warn', path: [], detail, fields })).toMatch(/^.+ .+[.?]$/su)
  })
  it('name places and findings', () => {
    expect(placeWord('text/lead')).toBe('Vorspann')
    expect(placeWord('quotes/Q1/text')).toBe('Zitate')
    expect(placeWord('nirgends')).toBeNull()
    expect(
      findingText({
        rule: 'G1',
        level: 'error',
        path: [],
        detail: 'variableOpen',
        fields: { name: 'gruppe.kontakt.telefon' },
      }),
    ).toBe('Telefon der Gruppe fehlt noch. So kann der Text nicht hinausgehen.')
  })
})
