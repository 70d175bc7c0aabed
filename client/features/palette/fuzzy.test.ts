import { describe, expect, it } from 'vitest'
import { fit, fitting } from './fuzzy.ts'

describe('what was typed', () => {
  it.each([
    ['Sitzung im März', 'sitz', 0],
    ['Sitzung im März', 'marz', 1],
    ['Sitzung im März', 'MÄRZ', 1],
    ['Sitzung im März', 'tzun', 2],
    ['Sitzung im März', 'szg', 3],
    ['Sitzung im März', 'sitz märz', 1],
    ['Straßenfest', 'strasse', 0],
    ['Sitzung im März', 'juni', null],
    ['Sitzung im März', 'zs', null],
    ['Sitzung im März', '', 0],
  ])('%s, %s: %s', (name, typed, expected) => {
    expect(fit(name, typed)).toBe(expected)
  })

  it('puts the best first and keeps the order of equals', () => {
    const named = ['Fest im Mai', 'Mai', 'Mailand', 'Marathoni'].map(label => ({ label }))
    expect(fitting(named, 'mai').map(({ label }) => label)).toEqual([
      'Mai',
      'Mailand',
      'Fest im Mai',
      'Marathoni',
    ])
  })
})
