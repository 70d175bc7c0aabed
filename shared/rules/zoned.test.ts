import { describe, expect, it } from 'vitest'
import { dayIn, timeIn } from './zoned.ts'

describe('a moment somewhere', () => {
  const beforeMidnight = Date.UTC(2026, 2, 14, 23, 5)

  it('has the day and the time of that place', () => {
    expect([dayIn('Europe/Berlin', beforeMidnight), timeIn('Europe/Berlin', beforeMidnight)]).toEqual([
      '2026-03-15',
      '00:05',
    ])
    expect([dayIn('America/New_York', beforeMidnight), timeIn('America/New_York', beforeMidnight)]).toEqual([
      '2026-03-14',
      '19:05',
    ])
  })

  it('follows summer time', () => {
    expect(timeIn('Europe/Berlin', Date.UTC(2026, 2, 29, 0, 59))).toBe('01:59')
    expect(timeIn('Europe/Berlin', Date.UTC(2026, 2, 29, 1, 0))).toBe('03:00')
  })

  it('is the place where this runs when none is named', () => {
    const moment = new Date(2026, 2, 14, 7, 8)
    expect([dayIn(null, moment.getTime()), timeIn(null, moment.getTime())]).toEqual(['2026-03-14', '07:08'])
  })
})
