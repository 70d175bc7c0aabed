import { describe, expect, it } from 'vitest'
import { clockFace, minutesOf, spanWords } from './clockWords.ts'

it.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [200_000, '3:20'],
  [3_725_000, '1:02:05'],
  [-5, '0:00'],
])('%i ms are „%s“', (ms, words) => {
  expect(spanWords(ms)).toBe(words)
})

describe('the clock', () => {
  it('says what is left of the plan', () => {
    expect(clockFace(700_000, 15)).toMatchObject({ state: 'left', ms: 200_000, planned: 15 })
  })
  it('says by how much the plan was passed', () => {
    expect(clockFace(960_000, 15)).toEqual({ state: 'over', ms: 60_000, planned: 15, share: 1 })
  })
  it('says what was spent where nothing was planned', () => {
    expect(clockFace(5_000, null)).toEqual({ state: 'spent', ms: 5_000 })
    expect(clockFace(5_000, 0)).toEqual({ state: 'spent', ms: 5_000 })
  })
  it('counts minutes as people do', () => {
    expect([29_000, 31_000, 90_000].map(minutesOf)).toEqual([0, 1, 2])
  })
})
