import { describe, expect, it } from 'vitest'
import { readTime } from './time.ts'

describe('readTime', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['9 Uhr 30', '09:30'],
    ['9 Uhr', '09:00'],
    [' 23:59 ', '23:59'],
  ])('%j is %s', (typed, time) => expect(readTime(typed)).toBe(time))
  it.each(['', '24:00', '12:60', 'mittags', '1:2:3', '-1'])('%j is no time', typed =>
    expect(readTime(typed)).toBeNull(),
  )
})
