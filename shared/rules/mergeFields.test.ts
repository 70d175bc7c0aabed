import { describe, expect, it } from 'vitest'
import { fillIn, longestFact, mergeFieldNames, shownFact, unresolved } from './mergeFields.ts'

const facts = {
  'gruppe.name': 'Lichtblick Hohenlichtern',
  'gruppe.wochentag.adverb': 'montags',
  'gruppe.kontakt.telefon': '',
  'gruppe.zugang': 'offen_mit_vorgespraech',
}

describe('merge fields', () => {
  it.each<[string, string[]]>([
    ['nothing here', []],
    [
      '{{gruppe.name}}, {{gruppe.wochentag.adverb}}, {{gruppe.name}}',
      ['gruppe.name', 'gruppe.wochentag.adverb'],
    ],
    [
      '{{zitat.1}} {{visdp.name}} {{sperrfrist.datum_oder_versanddatum}}',
      ['zitat.1', 'visdp.name', 'sperrfrist.datum_oder_versanddatum'],
    ],
    ['{{#wenn gruppe.zugang = offen}}{{stand}}{{/wenn}}', ['stand']],
    ['{{}} {{ gruppe.name }} {{.name}} {{name.}} {name} {{a b}} {{a{{ort}}', ['ort']],
  ])('names in %s', (text, names) => expect(mergeFieldNames(text)).toEqual(names))

  it('are filled in where the fact is known, and stay where it is not', () => {
    expect(fillIn('{{gruppe.name}} ruft {{gruppe.kontakt.telefon}} {{neu}}', facts)).toBe(
      'Lichtblick Hohenlichtern ruft {{gruppe.kontakt.telefon}} {{neu}}',
    )
  })

  it('a fact is put in as it is, whatever it holds', () => {
    expect(fillIn('{{a}}', { a: '$& {{b}}', b: 'nein' })).toBe('$& {{b}}')
    expect(fillIn('{{constructor}} {{__proto__}}', {})).toBe('{{constructor}} {{__proto__}}')
  })

  it('openness is read as words', () => {
    expect(fillIn('Die Gruppe ist {{gruppe.zugang}}.', facts)).toBe(
      'Die Gruppe ist offen nach einem Vorgespräch.',
    )
    expect(shownFact({ 'gruppe.zugang': 'anders' }, 'gruppe.zugang')).toBe('anders')
  })

  it('a fact that no sentence holds is cut, and a text does not grow without end', () => {
    const long = { lang: 'x'.repeat(1_000_000), kurz: `${'x'.repeat(longestFact - 1)}😀` }
    expect(fillIn('{{lang}}', long)).toBe(`${'x'.repeat(longestFact)}…`)
    expect(fillIn('{{kurz}}', long)).toBe(`${'x'.repeat(longestFact - 1)}…`)
    expect(fillIn('{{lang}}'.repeat(100_000), long).length).toBeLessThan(3_000_000)
  })

  it('unresolved names are told once, in order', () => {
    const texts = ['{{gruppe.kontakt.telefon}} {{b}}', '{{gruppe.name}} {{a}} {{b}}']
    expect(unresolved(texts, facts)).toEqual(['gruppe.kontakt.telefon', 'b', 'a'])
    expect(unresolved([], facts)).toEqual([])
  })
})
