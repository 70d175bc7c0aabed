import { describe, expect, it } from 'vitest'
import { printedQuote, quoteHash } from './quote.ts'

const q1 = {
  text: 'Wir durften sie dabei begleiten',
  name: 'Marlies Achterberg',
  function: 'Multiplikationsperson',
}
const plain = { verb: 'sagt', functionFirst: false, note: '' }

describe('quoteHash, domain.md 4.3', () => {
  it('is SHA-256 over text, name and function', () => {
    // printf 'Wir durften sie dabei begleiten\nMarlies Achterberg\nMultiplikationsperson' | sha256sum
    expect(quoteHash(q1)).toBe('512aee80a39fed4b5efd47b5c71ca14d59686b18891a4c28e8496feb0a0b6f97')
  })
  it.each([
    ['a comma', { ...q1, text: 'Wir durften sie, dabei begleiten' }],
    ['another name', { ...q1, name: 'Marlies A.' }],
    ['another function', { ...q1, function: 'Leiterin' }],
    ['words that move from one part to the other', { ...q1, text: `${q1.text} Marlies`, name: 'Achterberg' }],
  ])('%s gives another hash', (_, changed) => {
    expect(quoteHash(changed)).not.toBe(quoteHash(q1))
  })
  it.each([
    ['white space', { ...q1, text: '  Wir durften sie\n dabei  begleiten ' }],
    ['the form of an umlaut', { ...q1, name: q1.name.normalize('NFD') }],
    ['the final full stop', { ...q1, text: `${q1.text}.` }],
  ])('%s makes no difference', (_, same) => {
    expect(quoteHash(same)).toBe(quoteHash(q1))
  })
  it('the same word in two forms of Unicode', () => {
    expect(quoteHash({ ...q1, text: 'ü' })).toBe(quoteHash({ ...q1, text: 'u\u0308' }))
  })
})

describe('printedQuote', () => {
  it('name, then function', () => {
    expect(printedQuote(q1, plain)).toBe(
      '„Wir durften sie dabei begleiten“, sagt Marlies Achterberg, Multiplikationsperson.',
    )
  })
  it('function, then a changed name: the final stop comes once', () => {
    const karin = { text: 'Montags weiß ich das.', name: 'Karin M.', function: 'Mitgründerin' }
    expect(printedQuote(karin, { verb: 'erzählt', functionFirst: true, note: 'Name geändert' })).toBe(
      '„Montags weiß ich das“, erzählt Mitgründerin Karin M. (Name geändert).',
    )
    expect(printedQuote(karin, { verb: 'erzählt', functionFirst: true, note: '' })).toBe(
      '„Montags weiß ich das“, erzählt Mitgründerin Karin M.',
    )
  })
  it.each([
    ['Wirklich?', '„Wirklich?“, sagt Marlies Achterberg, Multiplikationsperson.'],
    ['Und dann ...', '„Und dann ...“, sagt Marlies Achterberg, Multiplikationsperson.'],
  ])('%s keeps its sign', (text, printed) => expect(printedQuote({ ...q1, text }, plain)).toBe(printed))
  it('without a function and without a verb', () => {
    expect(printedQuote({ ...q1, function: '' }, { ...plain, verb: '' })).toBe(
      '„Wir durften sie dabei begleiten“, sagt Marlies Achterberg.',
    )
  })
})
