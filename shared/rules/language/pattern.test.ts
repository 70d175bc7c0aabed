import { describe, expect, it } from 'vitest'
import { baseLanguageRules } from './baseRules.ts'
import { maxPattern, type PatternFault, patternFault } from './pattern.ts'

describe('patternFault', () => {
  it.each(baseLanguageRules.rules.flatMap(({ id, p, not = [] }) => [p, ...not].map(each => [id, each])))(
    'takes %s',
    (_, pattern) => {
      expect(patternFault(pattern)).toBeNull()
    },
  )
  it.each(baseLanguageRules.exemptNames)('takes the name %s', name => {
    expect(patternFault(name)).toBeNull()
  })
  it.each<[string, PatternFault]>([
    ['Wort(', 'notCompiled'],
    ['Wort[', 'notCompiled'],
    ['*', 'notCompiled'],
    ['(?:a+)+', 'nestedRepeat'],
    ['(\\p{L}*)*x', 'nestedRepeat'],
    ['(?:\\w+){1,30}x', 'nestedRepeat'],
    ['(?:(?:a|b+)c)*', 'nestedRepeat'],
    ['(?:a|a)+', 'nestedRepeat'],
    ['(?:aa?)+', 'nestedRepeat'],
    ['(?:a{1,3})+', 'nestedRepeat'],
    ['(?:a?){40}', 'nestedRepeat'],
    ['(?:\\p{L}|ä)+!', 'nestedRepeat'],
    ['(\\w*)(\\w*)(\\w*)(\\w*)x', 'manyRepeats'],
    ['\\w{0,40}\\w{0,40}\\w{0,40}\\w{0,40}!', 'manyRepeats'],
    ['.{0,40}.{0,40}.{0,40}.{0,40}!', 'manyRepeats'],
    ['\\s*\\s*x', 'manyRepeats'],
    ['\\s+\\s+x', 'manyRepeats'],
    ['a?'.repeat(20), 'manyRepeats'],
    ['Sucht.*', 'openRepeat'],
    ['Sucht[^x]+', 'openRepeat'],
    ['Sucht[\\w ]{3,}', 'openRepeat'],
    ['\\w*\\w*\\w*\\w*x', 'manyRepeats'],
    ['\\w*a\\w*b\\w*c\\w*', 'manyRepeats'],
    ['(Sucht)\\1', 'backReference'],
    [`a${'b'.repeat(maxPattern)}`, 'tooLong'],
  ])('refuses %s: %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault)
  })
  it.each(['\\w*sucht\\w*', 'Sucht.{0,30}', '(?:\\p{L}+\\s+){0,5}an', '\\\\1', '[(+*]x', 'a|b+|c+|d+|e+'])(
    'takes %s',
    pattern => expect(patternFault(pattern)).toBeNull(),
  )
})
