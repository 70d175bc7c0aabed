import { describe, expect, it } from 'vitest'
import { attendanceRowSchema, type Interval } from '#shared/kinds/minutes/schema.ts'
import {
  eligibleAt,
  eligibleFor,
  endInterval,
  endOpenIntervals,
  isThereAt,
  mostEligible,
  startInterval,
} from './attendance.ts'

const row = (id: string, values: object) => ({ id, ...attendanceRowSchema.parse(values) })
const voter = { status: 'anwesend', voting: 'stimmberechtigt' } as const

describe('E(t), domain.md 2.4', () => {
  it.each([
    ['entitled and there', { ...voter, intervals: [['10:00', null]] }, true],
    ['joined from afar', { ...voter, status: 'zugeschaltet', intervals: [['10:00', null]] }, true],
    ['advisory', { ...voter, voting: 'beratend', intervals: [['10:00', null]] }, false],
    ['without a vote', { ...voter, voting: 'ohne', intervals: [['10:00', null]] }, false],
    ['excused', { ...voter, status: 'entschuldigt', intervals: [['10:00', null]] }, false],
    ['guest', { ...voter, status: 'gast', intervals: [['10:00', null]] }, false],
    ['not come yet', { ...voter, intervals: [['11:01', null]] }, false],
    ['comes this minute', { ...voter, intervals: [['11:00', null]] }, true],
    ['leaves this minute', { ...voter, intervals: [['10:00', '11:00']] }, false],
    ['leaves the next minute', { ...voter, intervals: [['10:00', '11:01']] }, true],
    [
      'between two intervals',
      {
        ...voter,
        intervals: [
          ['10:00', '10:30'],
          ['11:30', null],
        ],
      },
      false,
    ],
    [
      'back in a second interval',
      {
        ...voter,
        intervals: [
          ['10:00', '10:30'],
          ['10:50', '12:00'],
        ],
      },
      true,
    ],
    ['no interval', { ...voter, intervals: [] }, false],
  ])('%s', (_, values, counts) => {
    expect(eligibleAt([row('u.a', values)], '11:00').map(({ id }) => id)).toEqual(counts ? ['u.a'] : [])
  })

  it('tells who is there whatever their right', () => {
    expect(isThereAt({ intervals: [['10:00', '11:00']] }, '10:59')).toBe(true)
    expect(isThereAt({ intervals: [['10:00', '11:00']] }, '11:00')).toBe(false)
  })
})

describe('intervals', () => {
  it.each<[string, Interval[], Interval[]]>([
    ['the first', [], [['10:00', null]]],
    [
      'another one',
      [['09:00', '09:30']],
      [
        ['09:00', '09:30'],
        ['10:00', null],
      ],
    ],
    ['none while one is open', [['09:00', null]], [['09:00', null]]],
  ])('starting: %s', (_, before, after) => {
    expect(startInterval(before, '10:00')).toEqual(after)
  })

  it.each<[string, Interval[], Interval[]]>([
    [
      'the open one',
      [
        ['09:00', '09:30'],
        ['09:40', null],
      ],
      [
        ['09:00', '09:30'],
        ['09:40', '10:00'],
      ],
    ],
    ['nothing if none is open', [['09:00', '09:30']], [['09:00', '09:30']]],
  ])('ending: %s', (_, before, after) => {
    const given = JSON.stringify(before)
    expect(endInterval(before, '10:00')).toEqual(after)
    expect(JSON.stringify(before)).toBe(given)
  })

  it('closing touches rows with an open interval only', () => {
    const rows = [
      row('u.a', { intervals: [['09:00', null]] }),
      row('u.b', { intervals: [['09:00', '09:30']] }),
      row('u.c', { intervals: [] }),
    ]
    expect(endOpenIntervals(rows, '13:20')).toEqual([{ id: 'u.a', intervals: [['09:00', '13:20']] }])
  })
})

describe('E(t) of one decision', () => {
  const rows = ['u.a', 'u.b', 'u.c'].map(id =>
    row(id, { ...voter, intervals: [[id === 'u.c' ? '11:00' : '10:00', id === 'u.b' ? '10:30' : null]] }),
  )
  it('leaves out who is excluded from it', () => {
    expect(eligibleFor({ excludedPersons: ['u.a'] }, rows, '10:10').map(({ id }) => id)).toEqual(['u.b'])
    expect(eligibleFor({ excludedPersons: [] }, rows, '10:10')).toHaveLength(2)
  })
  it('is largest at the time of some arrival', () => {
    expect(mostEligible({ excludedPersons: [] }, rows)).toBe(2)
    expect(mostEligible({ excludedPersons: ['u.a', 'u.b', 'u.c'] }, rows)).toBe(0)
    expect(mostEligible({ excludedPersons: [] }, [])).toBe(0)
  })
})
