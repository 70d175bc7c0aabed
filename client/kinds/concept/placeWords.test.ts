import { expect, it } from 'vitest'
import { placeWord } from './placeWords.ts'

it.each([
  ['cover/period/from', 'dem Deckblatt'],
  ['sections/summary/body', 'dem Abschnitt „Zusammenfassung“'],
  ['goals/Z1/due', 'dem Abschnitt „Ziele“'],
  ['budget/expenses/A1/qty', 'dem Abschnitt „Finanzplan“'],
  ['pages/s1/path', 'dem Abschnitt „Seitenplan“'],
  ['groupState/members', 'der Frage nach der Förderung'],
  ['sections/new/body', null],
  ['unknown', null],
])('%s is %s', (path, words) => expect(placeWord(path)).toBe(words))
