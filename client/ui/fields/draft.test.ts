import { describe, expect, it } from 'vitest'
import { arrived, isUnwritten, left, resting, shownText, tried, typed } from './draft.ts'

describe('draft of a field', () => {
  it('[UD1] is written as soon as it differs from what stood there', () => {
    const draft = typed(resting, 'Alte Färberei', 'Alte')
    expect(isUnwritten(draft)).toBe(true)
    if (!isUnwritten(draft)) return
    const after = tried(draft, { value: 'Alte Färberei' })
    expect(isUnwritten(after)).toBe(false)
    expect(shownText(after, 'Alte Färberei')).toBe('Alte Färberei')
    expect(left(after)).toEqual(resting)
  })
  it('typing the old text again leaves nothing to write', () => {
    expect(isUnwritten(typed(typed(resting, 'ab', 'a'), 'a', 'a'))).toBe(false)
  })
  it('[UD2] keeps what is typed and shows what came', () => {
    const draft = arrived(typed(resting, 'Raum 2', 'Raum'), 'Raum 3')
    expect(shownText(draft, 'Raum 3')).toBe('Raum 2')
    expect(draft).toMatchObject({ other: 'Raum 3' })
    expect(isUnwritten(draft)).toBe(true)
  })
  it('[UD2] the same words from elsewhere are no conflict', () => {
    expect(arrived(typed(resting, 'Sommerlatte', 'Sommerlate'), 'Sommerlatte')).toMatchObject({ other: null })
  })
  it('follows the document once it is written', () => {
    const draft = typed(resting, 'Raum 2', 'Raum')
    if (!isUnwritten(draft)) throw new Error('expected something to write')
    const written = tried(draft, { value: 'Raum 2' })
    expect(arrived(written, 'Raum 2')).toBe(written)
    expect(arrived(written, 'Raum')).toEqual(resting)
  })
  it('goes on from the written value, not from the first one', () => {
    const draft = typed(resting, 'Raum 2', 'Raum')
    if (!isUnwritten(draft)) throw new Error('expected something to write')
    const more = typed(tried(draft, { value: 'Raum 2' }), 'Raum 2a', 'Raum')
    expect(arrived(more, 'Raum 2')).toMatchObject({ other: null })
  })
  it('[UD3] stays with the reason when it cannot be taken, until it is typed anew', () => {
    const draft = typed(resting, '25:99', '10:00')
    if (!isUnwritten(draft)) throw new Error('expected something to write')
    const refused = tried(draft, { problem: 'no time' })
    expect(isUnwritten(refused)).toBe(false)
    expect(left(refused)).toBe(refused)
    expect(typed(refused, '10:05', '10:00')).toMatchObject({ problem: null })
  })
})
