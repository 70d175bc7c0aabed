import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesIn, type Query, replacedIn } from './matches.ts'

const query = (words: string, options: Partial<Query> = {}): Query => ({
  words,
  matchCase: false,
  wholeWord: false,
  ...options,
})

describe('finding', () => {
  it.each([
    ['Das Haus am Hausberg', query('haus'), ['Haus', 'Haus']],
    ['Das Haus am Hausberg', query('haus', { wholeWord: true }), ['Haus']],
    ['Das Haus, das haus', query('Haus', { matchCase: true }), ['Haus']],
    ['aaaa', query('aa'), ['aa', 'aa']],
    ['1,50 € (a+b)', query('(a+b)'), ['(a+b)']],
    ['a.b', query('.'), ['.']],
    ['10\u00a0Uhr', query('10 uhr'), ['10\u00a0Uhr']],
    ['ÄRZTE', query('ärzte'), ['ÄRZTE']],
    ['Käthe', query('th', { wholeWord: true }), []],
    ['x-y', query('x-y'), ['x-y']],
    ['alles', query(''), []],
  ])('in %j: %j', (text, asked, found) => {
    expect(matchesIn(text, asked).map(({ from, to }) => text.slice(from, to))).toEqual(found)
  })

  it('replaces every place once, whatever is put in', () => {
    expect(replacedIn('Haus und haus', query('haus'), 'Haus am $& Anger')).toBe(
      'Haus am $& Anger und Haus am $& Anger',
    )
    const seed = 20260314
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ maxLength: 3 }),
        fc.string({ maxLength: 3 }),
        (text, words, other) => {
          const asked = query(words, { matchCase: true })
          const { length } = replacedIn(text, asked, other)
          expect(length).toBe(text.length + matchesIn(text, asked).length * (other.length - words.length))
        },
      ),
      { seed, numRuns: 500 },
    )
  })
})
