import { describe, expect, it } from 'vitest'
import { minutesDraftSchema } from '#shared/kinds/minutes/schema.ts'
import { doingWords, placeWord } from './placeWords.ts'

const { agenda } = minutesDraftSchema.parse({
  header: {},
  formalia: {},
  quorum: {},
  attendance: [],
  agenda: [
    { id: 'top1', title: 'Formalia', earlyWarnings: [], body: [] },
    { id: 'top7', title: 'Impulswoche', earlyWarnings: [], body: [] },
  ],
  tasks: [],
})

describe('where somebody is, in words', () => {
  it.each([
    ['agenda/top7/body', 'TOP 2'],
    ['agenda/gone/title', 'der Tagesordnung'],
    ['attendance/u.jw/intervals', 'der Anwesenheit'],
    ['tasks/T6/due', 'den Aufgaben'],
    ['header/place', 'den Kopfdaten'],
  ])('%s is %s', (path, words) => expect(placeWord(path, agenda)?.replaceAll('\u00a0', ' ')).toBe(words))
  it('does not invent a place', () => {
    expect(placeWord('elsewhere/x', agenda)).toBeNull()
    expect(doingWords(null, agenda)).toBe('ist hier')
    expect(doingWords({ path: 'elsewhere', typing: true }, agenda)).toBe('ist hier')
  })
  it('tells writing from reading', () => {
    expect(doingWords({ path: 'agenda/top1/body', typing: true }, agenda)).toMatch(/^schreibt in TOP/)
    expect(doingWords({ path: 'agenda/top1/body', typing: false }, agenda)).toMatch(/^ist in TOP/)
  })
})
