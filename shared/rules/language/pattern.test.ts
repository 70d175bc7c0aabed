import { describe, expect, it } from 'vitest'
import { baseLanguageRules } from './baseRules.ts'
import { maxPattern, type PatternFault, patternFault } from './pattern.ts'

describe('patternFault', () => {
  it.each(baseLanguageRules.rules.map(({ id, p }) => [id, p]))('takes %s', (_, pattern) => {
    expect(patternFault(pattern)).toBeNull()
  })
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
