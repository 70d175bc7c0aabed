import { describe, expect, it } from 'vitest'
import { type EnumName, optionsOf } from './options.ts'

const names: EnumName[] = ['form', 'openness', 'attribution', 'release', 'method', 'motif']

describe('words for stored values', () => {
  it.each(names)('every value of %s has a word of its own', name => {
    const options = optionsOf(name)
    expect(options.length).toBeGreaterThan(1)
    // A raw value with an underscore would be a missing word.
    expect(options.filter(option => option.label.includes('_'))).toEqual([])
    expect(new Set(options.map(option => option.label)).size).toBe(options.length)
  })
})
