import { describe, expect, it } from 'vitest'
import { doingWords } from '#client/sheet/doingWords.ts'
import { placeWord } from './placeWords.ts'

const agenda = ['top1', 'top7']
const place = (path: string) => placeWord(path, agenda)

describe('where somebody is, in words', () => {
  it.each([
    ['agenda/top7/body', 'TOP 2'],
    ['agenda/gone/title', 'der Tagesordnung'],
    ['attendance/u.jw/intervals', 'der Anwesenheit'],
    ['tasks/T6/due', 'den Aufgaben'],
    ['header/place', 'den Kopfdaten'],
  ])('%s is %s', (path, words) => expect(place(path)?.replaceAll('\u00a0', ' ')).toBe(words))
  it.each([
    ['decisions/d1/wording', 'dem Antrag zu TOP 2'],
    ['decisions/d2/wording', 'einem Antrag'],
    ['elections/e1/office', 'einer Wahl'],
    ['visit/needs/n1', 'den Angaben zum Besuch'],
    ['attachments/att1/title', 'den Anlagen'],
  ])('%s is %s', (path, words) =>
    expect(placeWord(path, agenda, (_, id) => (id === 'd1' ? 'top7' : null))?.replaceAll('\u00a0', ' ')).toBe(
      words,
    ),
  )
  it('does not invent a place', () => {
    expect(place('elsewhere/x')).toBeNull()
    expect(doingWords(null, place)).toBe('ist hier')
    expect(doingWords({ path: 'elsewhere', typing: true }, place)).toBe('ist hier')
  })
  it('tells writing from reading', () => {
    expect(doingWords({ path: 'agenda/top1/body', typing: true }, place)).toMatch(/^schreibt in TOP/)
    expect(doingWords({ path: 'agenda/top1/body', typing: false }, place)).toMatch(/^ist in TOP/)
  })
})
