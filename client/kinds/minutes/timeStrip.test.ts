import { describe, expect, it } from 'vitest'
import { stripEnd, stripPieces } from './timeStrip.ts'

describe('time strip', () => {
  it('lays intervals between start and end', () => {
    expect(
      stripPieces(
        [
          ['10:00', '11:00'],
          ['11:30', null],
        ],
        '10:00',
        '12:00',
      ),
    ).toEqual([
      { left: 0, width: 50 },
      { left: 75, width: 25 },
    ])
  })
  it('cuts what lies outside and leaves out what is empty', () => {
    expect(
      stripPieces(
        [
          ['09:00', '10:30'],
          ['13:00', '14:00'],
        ],
        '10:00',
        '12:00',
      ),
    ).toEqual([{ left: 0, width: 25 }])
    expect(stripPieces([['10:00', null]], '10:00', '10:00')).toEqual([])
  })
  it('ends with the meeting, at now, or at the last known time', () => {
    const running = { date: '2026-03-14', start: '10:00', end: null }
    expect(stripEnd({ ...running, end: '13:20' }, [], { day: '2026-03-14', time: '15:00' })).toBe('13:20')
    expect(stripEnd(running, ['10:52'], { day: '2026-03-14', time: '12:11' })).toBe('12:11')
    expect(stripEnd(running, ['10:52'], { day: '2026-03-20', time: '12:11' })).toBe('10:52')
  })
})
