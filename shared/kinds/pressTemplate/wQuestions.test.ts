import { describe, expect, it } from 'vitest'
import type { WQuestion } from './enums.ts'
import { suggestAnswers } from './wQuestions.ts'

const lead =
  'In Hohenlichtern gibt es eine neue Selbsthilfegruppe für Menschen, die Erfahrungen mit Alkohol, Medikamenten oder anderen Substanzen haben. Die Gruppe „Lichtblick Hohenlichtern“ trifft sich montags von 17:30 bis 19:00 Uhr im Haus am Anger. Vorgestellt wird sie am 18. Juni 2026 um 18:30 Uhr im Kulturhaus Lindenfurt. Der Eintritt ist frei, eine Anmeldung ist nicht nötig.'

describe('suggestAnswers', () => {
  it('finds all six in the lead of a good release', () => {
    expect(suggestAnswers(lead)).toEqual({
      wer: 'Selbsthilfegruppe',
      was: 'gibt es',
      wann: 'montags von 17:30',
      wo: 'im Haus am Anger',
      warum: 'für Menschen, die Erfahrungen mit Alkohol',
      wie: 'Eintritt ist frei',
    })
  })
  it('is done with a lead that is one endless word', () => {
    expect(suggestAnswers('a'.repeat(300_000)).was).toBe(null)
    expect(suggestAnswers('anonym'.repeat(100_000)).wie).toBe('anonym')
    expect(suggestAnswers('Anonyme Alkoholiker, anonymen Alkoholikern').wie).toBe(null)
  })
  it.each<[string, WQuestion, string | null]>([
    ['', 'wer', null],
    ['Der Abend beginnt am 8. September um 19 Uhr.', 'wann', '8. September um 19 Uhr'],
    ['Der Abend war schön.', 'wann', null],
    ['Es begann im Juni 2026.', 'wo', null],
    ['Wir sind {{gruppe.ort.mitPraeposition}}.', 'wo', '{{gruppe.ort.mitPraeposition}}'],
    ['{{gruppe.name}} lädt alle ein', 'was', 'lädt alle ein'],
    ['Wir kommen, damit niemand allein ist', 'warum', 'damit'],
    ['Wir kommen.', 'wie', null],
  ])('%j: %s', (text, question, found) => {
    expect(suggestAnswers(text)[question]).toBe(found)
  })
})
