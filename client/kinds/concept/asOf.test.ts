import { describe, expect, it } from 'vitest'
import { readAsOf, writeAsOf } from './asOf.ts'

describe('asOf', () => {
  it.each([
    ['20. Juli 2026', '2026-07-20'],
    ['20.7.2026', '2026-07-20'],
    ['20. 07. 2026', '2026-07-20'],
    ['20 july 2026', '2026-07-20'],
    ['Juli 2026', '2026-07'],
    ['mär 2026', '2026-03'],
    ['7/2026', '2026-07'],
    ['07.2026', '2026-07'],
    ['2026-07', '2026-07'],
    ['2026-07-20', '2026-07-20'],
    ['29. Februar 2028', '2028-02-29'],
  ])('reads %j as %s', (typed, asOf) => expect(readAsOf(typed)).toBe(asOf))

  it.each([
    '',
    'bald',
    '2026',
    '31. Juni 2026',
    '29.2.2026',
    '13/2026',
    '0. Juli 2026',
    'ju 2026',
    '20.7.26',
  ])('refuses %j', typed => expect(readAsOf(typed)).toBeNull())

  it.each(['2026-07-20', '2026-03', '2026-12-01'])('reads back how it writes %s', asOf => {
    expect(readAsOf(writeAsOf(asOf))).toBe(asOf)
  })
  it('leaves a space that does not break between day and month', () => {
    expect(writeAsOf('2026-07-20')).toBe('20.\u00a0Juli 2026')
  })
})
