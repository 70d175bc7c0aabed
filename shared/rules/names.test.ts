import { describe, expect, it } from 'vitest'
import type { Listing } from '#shared/kinds/minutes/enums.ts'
import { calledNames, initialsOf, listedName, nameSearch } from './names.ts'

describe('names in the list', () => {
  it.each<[string, Listing, string | null]>([
    ['Marlies Achterberg', 'klarname', 'Marlies Achterberg'],
    ['Marlies Achterberg', 'vorname', 'Marlies'],
    ['Marlies Achterberg', 'kuerzel', 'M. A.'],
    ['Marlies Achterberg', 'ungenannt', null],
    ['Theodora Lindqvist-Baum', 'kuerzel', 'T. L.'],
    ['Dr. Ilse Rabenau', 'vorname', 'Ilse'],
    ['Dr. Ilse Rabenau', 'kuerzel', 'I. R.'],
    ['Bernd', 'kuerzel', 'B.'],
    ['A. K.', 'kuerzel', 'A. K.'],
    ['Ömer', 'kuerzel', 'Ö.'],
  ])('%s as %s is %s', (name, listing, shown) => expect(listedName(name, listing)).toBe(shown))

  it('of nobody are nothing', () => {
    expect([initialsOf(''), calledNames('  ')]).toEqual(['', []])
  })
})

describe('names in running text', () => {
  it.each<[string, string[]]>([
    ['Karin M.', ['Karin M.', 'Karin']],
    ['Dr. Ilse Rabenau', ['Dr. Ilse Rabenau', 'Ilse Rabenau', 'Ilse', 'Rabenau']],
    ['A. K.', ['A. K.']],
    ['Jo An', ['Jo An']],
    ['Theodora Lindqvist-Baum', ['Theodora Lindqvist-Baum', 'Theodora', 'Lindqvist-Baum']],
  ])('%s is called %j', (name, called) => expect(calledNames(name)).toEqual(called))

  it.each<[string, string, string[]]>([
    ['the name', 'Bernd fragt nach.', ['Bernd']],
    ['the genitive', 'Bernds Vorschlag, Karin M.s Sorge', ['Bernd', 'Karin M.']],
    ['the genitive after s', 'Hans’ Frage', ['Hans']],
    ['no part of a word', 'Bernhard, Bernderland, Karina und Berndt', []],
    ['no other case', 'bernd BERND', []],
    ['across a line', 'Karin\nM. kommt.', ['Karin\nM.']],
    ['beside umlauts', 'ÜBernd Berndä (Bernd)', ['Bernd']],
    ['all of them, the longest first', 'Karin M. und Karin', ['Karin M.', 'Karin']],
  ])('finds %s', (_, text, found) => {
    const search = nameSearch(['Karin M.', 'Karin', 'Bernd', 'Hans'])
    expect(search(text).map(({ name }) => name)).toEqual(found)
  })

  it('bears any number of names, and a name of any length', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `Name${index} Gleich`)
    const same = Array.from({ length: 5_000 }, (_, index) => `Karin Name${index}`)
    const search = nameSearch([...many, ...same, 'a'.repeat(1_000_000), 'Karin', '„Kalle“'])
    const text = 'Name99999 Gleich, Karin Name4999, Karins Sorge und „Kalle“. '.repeat(500)
    expect(search(text)).toHaveLength(2_000)
    expect(
      search(text)
        .slice(0, 4)
        .map(({ name }) => name),
    ).toEqual(['Name99999 Gleich', 'Karin Name4999', 'Karin', '„Kalle“'])
  })

  it('finds nothing where nobody is looked for, and takes signs as they are', () => {
    expect(nameSearch([])('Bernd')).toEqual([])
    expect(nameSearch(['A. K.'])('AxKx A. K. arbeitet')).toEqual([{ name: 'A. K.', index: 5 }])
  })
})
