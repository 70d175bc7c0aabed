import { describe, expect, it } from 'vitest'
import { type CandidateVotes, elected } from './majorityElection.ts'

const candidate = (id: string, yes: number, no = 0, abstain = 0): CandidateVotes => ({
  id,
  votes: { yes, no, abstain, invalid: 0 },
})
const one = { seats: 1, eligiblePresent: 5 }

describe('elections, domain.md 2.2', () => {
  it.each<[string, CandidateVotes[], number, string[]]>([
    ['one candidate whom most want', [candidate('bernd', 4, 0, 1)], 1, ['bernd']],
    ['one candidate whom most do not want', [candidate('bernd', 2, 3)], 1, []],
    ['a tie of yes and no', [candidate('bernd', 2, 2, 1)], 1, []],
    ['the one with more of two', [candidate('a', 3, 2), candidate('b', 4, 1)], 1, ['b']],
    ['nobody where two have the same for one seat', [candidate('a', 4), candidate('b', 4)], 1, []],
    ['both where there are two seats', [candidate('a', 4), candidate('b', 4)], 2, ['a', 'b']],
    [
      'only the one above a tie across the last seat',
      [candidate('a', 3), candidate('b', 3), candidate('c', 5)],
      2,
      ['c'],
    ],
    ['nobody stands', [], 1, []],
  ])('%s', (_, candidates, seats, expected) => {
    expect(elected('einfach', candidates, { ...one, seats })).toEqual(expected)
  })

  it('asks the rule of each candidate', () => {
    expect(elected('zweidrittel', [candidate('a', 3, 2)], one)).toEqual([])
    expect(elected('absolut_anwesende', [candidate('a', 2, 0, 3)], one)).toEqual([])
  })
})
