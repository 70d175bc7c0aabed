import { expect, it } from 'vitest'
import { isSameGroup } from './homeGroup.ts'

it.each([
  ['g.ufer', 'g.ufer', true],
  ['g.ufer', 'g.windlicht', false],
  ['Gruppe Ufer Niederlauben', 'Ufer Niederlauben', true],
  ['Gruppe Ufer Niederlauben', 'die SHG „Ufer“', true],
  ['Ufer', 'Selbsthilfegruppe Ufer, Niederlauben', true],
  ['AUFWIND Lindenfurt', 'Aufwind  Lindenfurt e. V.', true],
  ['Lichtblick Hohenlichtern', 'Lichtblick Auenstedt', false],
  ['Gruppe Ufer Niederlauben', 'Niederlauben', false],
  ['Uferlos', 'Ufer', false],
  ['Multiplikationsperson', 'Gruppe Ufer Niederlauben', false],
  ['Gruppenmitglied', 'Gruppe Windlicht Auenstedt', false],
  ['Gruppe', 'die Gruppe', false],
  ['', '', false],
  ['', 'Ufer', false],
  [' ', '–', false],
])('„%s“ and „%s“: %s', (left, right, expected) => {
  expect(isSameGroup(left, right)).toBe(expected)
  expect(isSameGroup(right, left)).toBe(expected)
})
