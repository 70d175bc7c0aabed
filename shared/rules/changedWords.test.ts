import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedWords } from './changedWords.ts'

describe('the passage in which two texts differ', () => {
  it.each([
    [
      'am 18. Juni 2026 gemeinsam',
      'am 25. Juni 2026 gemeinsam',
      { replaces: '18. Juni 2026', text: '25. Juni 2026' },
    ],
    ['um 10:30 Uhr im Haus', 'um 10:45 Uhr im Haus', { replaces: '10:30 Uhr', text: '10:45 Uhr' }],
    ['höchstens 150 Euro', 'höchstens 180 Euro', { replaces: '150 Euro', text: '180 Euro' }],
    ['Ein Satz.', 'Ein Satz. Noch einer.', { text: 'Noch einer.' }],
    ['Ein Satz. Noch einer.', 'Ein Satz.', { replaces: 'Noch einer.', text: '' }],
    ['', 'Ich kann das Foto machen.', { text: 'Ich kann das Foto machen.' }],
    ['Wohnen', 'Wohnung', { replaces: 'Wohnen', text: 'Wohnung' }],
    ['a a a', 'a a a a', { text: 'a' }],
  ])('%j → %j', (before, after, expected) => {
    expect(changedWords(before, after)).toEqual(expected)
  })
  it('is nothing where nothing changed, and something wherever anything but blanks did', () => {
    expect(changedWords('gleich', 'gleich')).toBeNull()
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const changed = changedWords(before, after)
        if (before === after) expect(changed).toBeNull()
        else expect(changed).not.toBeNull()
      }),
    )
  })
})
