import { describe, expect, it } from 'vitest'
import {
  everyNth,
  germanDay,
  germanList,
  germanSpan,
  type Weekday,
  weekdayAdverb,
  weekdayName,
  weekdayOf,
  weeksOfMonth,
} from './germanForms.ts'

describe('German forms', () => {
  it.each<[Weekday, string, string, string]>([
    ['MO', 'Montag', 'montags', '2026-11-23'],
    ['DI', 'Dienstag', 'dienstags', '2026-11-24'],
    ['MI', 'Mittwoch', 'mittwochs', '2026-11-25'],
    ['DO', 'Donnerstag', 'donnerstags', '2026-11-26'],
    ['FR', 'Freitag', 'freitags', '2026-11-27'],
    ['SA', 'Samstag', 'samstags', '2026-11-28'],
    ['SO', 'Sonntag', 'sonntags', '2026-11-29'],
  ])('%s is %s, %s', (weekday, name, adverb, day) => {
    expect(weekdayName(weekday)).toBe(name)
    expect(weekdayAdverb(weekday)).toBe(adverb)
    expect(weekdayOf(day)).toBe(weekday)
  })

  it('every nth of the month', () => {
    expect(weeksOfMonth.map(week => everyNth(week, 'SA'))).toEqual([
      'jeden ersten Samstag im Monat',
      'jeden zweiten Samstag im Monat',
      'jeden dritten Samstag im Monat',
      'jeden vierten Samstag im Monat',
      'jeden letzten Samstag im Monat',
    ])
  })

  it.each([
    ['17:30', '19:00', '17:30 bis 19:00 Uhr'],
    ['19:00', '20:30', '19:00 bis 20:30 Uhr'],
    ['10:00', '12:00', '10 bis 12 Uhr'],
    ['09:00', '10:00', '9 bis 10 Uhr'],
    ['00:00', '01:00', '0 bis 1 Uhr'],
    ['17:30', null, 'ab 17:30 Uhr'],
    ['18:00', null, 'ab 18 Uhr'],
  ])('from %s to %s', (from, to, said) => expect(germanSpan(from, to)).toBe(said))

  it.each([
    ['2026-03-14', '14. März 2026'],
    ['2026-07-01', '1. Juli 2026'],
    ['2027-12-31', '31. Dezember 2027'],
    ['2026-13-01', '2026-13-01'],
    ['bald', 'bald'],
  ])('the day %s', (day, said) => expect(germanDay(day)).toBe(said))

  it('no weekday for what is no day', () => expect(weekdayOf('bald')).toBe(null))

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'a'], 'a'],
    [['a', 'b'], 'a und b'],
    [['a', 'b', 'a', 'c'], 'a, b und c'],
  ])('lists %j', (words, said) => expect(germanList(words)).toBe(said))
})
