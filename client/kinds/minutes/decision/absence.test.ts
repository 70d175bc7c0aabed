import { describe, expect, it } from 'vitest'
import { absenceAt } from './absence.ts'

describe('how somebody was not there at a vote', () => {
  it.each([
    ['11:42', { state: 'away', from: '10:52', to: '11:55' }],
    ['10:51', null],
    ['10:52', { state: 'away', from: '10:52', to: '11:55' }],
    ['11:55', null],
    ['13:20', { state: 'gone', from: '13:20' }],
    ['09:59', { state: 'notYet' }],
  ] as const)('Jonas at %s', (at, expected) =>
    expect(
      absenceAt(
        [
          ['10:00', '10:52'],
          ['11:55', '13:20'],
        ],
        at,
      ),
    ).toEqual(expected),
  )
  it('of somebody who never came', () => expect(absenceAt([], '11:00')).toEqual({ state: 'notYet' }))
  it('of somebody who is still there', () => expect(absenceAt([['10:00', null]], '23:59')).toBeNull())
})
