import { describe, expect, it } from 'vitest'
import type { MajorityRule } from '#shared/kinds/minutes/schema.ts'
import { isTie, voteResult, votesCast } from './majority.ts'

const votes = (yes: number, no: number, abstain = 0, invalid = 0) => ({ yes, no, abstain, invalid })

describe('majorities, domain.md 2.3', () => {
  it.each<[MajorityRule, [number, number, number?, number?], number, 'angenommen' | 'abgelehnt', string]>([
    ['einfach', [3, 2], 5, 'angenommen', 'more yes than no'],
    ['einfach', [2, 2], 4, 'abgelehnt', 'a tie'],
    ['einfach', [1, 0, 8], 9, 'angenommen', 'abstentions do not count'],
    ['einfach', [1, 0, 0, 8], 9, 'angenommen', 'invalid votes do not count'],
    ['einfach', [0, 0, 5], 5, 'abgelehnt', 'nobody said yes'],
    ['absolut_anwesende', [3, 0, 3], 6, 'abgelehnt', 'half of those present is not more than half'],
    ['absolut_anwesende', [4, 0, 2], 6, 'angenommen', 'more than half of those present'],
    ['absolut_anwesende', [3, 0], 5, 'angenommen', 'more than half of an odd number'],
    ['absolut_anwesende', [3, 0], 6, 'abgelehnt', 'whoever did not vote counts, too'],
    ['zweidrittel', [4, 2], 6, 'angenommen', 'exactly two thirds'],
    ['zweidrittel', [5, 3], 8, 'abgelehnt', 'less than two thirds'],
    ['zweidrittel', [2, 1, 6], 9, 'angenommen', 'of yes and no alone'],
    ['zweidrittel', [0, 0, 6], 6, 'abgelehnt', 'two thirds of nothing'],
    ['dreiviertel', [3, 1], 4, 'angenommen', 'exactly three quarters'],
    ['dreiviertel', [5, 2], 7, 'abgelehnt', 'less than three quarters'],
    ['dreiviertel', [0, 0], 4, 'abgelehnt', 'three quarters of nothing'],
    ['einstimmig', [1, 0, 4], 5, 'angenommen', 'nobody against it'],
    ['einstimmig', [4, 1], 5, 'abgelehnt', 'one against it'],
    ['einstimmig', [0, 0, 5], 5, 'abgelehnt', 'nobody for it'],
  ])('%s: Ja/Nein/Enthaltung/ungültig %j of %i is %s – %s', (rule, counts, eligiblePresent, result) => {
    const ballot = { votes: votes(...counts), eligiblePresent }
    expect(voteResult(rule, ballot)).toBe(result)
  })

  it('einstimmig: the group says whether an abstention breaks it', () => {
    const ballot = { votes: votes(4, 0, 1), eligiblePresent: 5 }
    expect(voteResult('einstimmig', ballot)).toBe('angenommen')
    expect(voteResult('einstimmig', { ...ballot, abstentionsBreakUnanimity: true })).toBe('abgelehnt')
    const all = { votes: votes(5, 0), eligiblePresent: 5, abstentionsBreakUnanimity: true }
    expect(voteResult('einstimmig', all)).toBe('angenommen')
  })

  it('konsent: no objection noted, whatever is counted', () => {
    const ballot = { votes: null, eligiblePresent: 5 }
    expect(voteResult('konsent', { ...ballot, objections: 0 })).toBe('angenommen')
    expect(voteResult('konsent', { ...ballot, objections: 1 })).toBe('abgelehnt')
    expect(voteResult('konsent', ballot)).toBeNull()
    expect(voteResult('konsent', { votes: votes(5, 0), eligiblePresent: 5 })).toBeNull()
  })

  it('empfehlung: never a result; the others none before the count', () => {
    expect(voteResult('empfehlung', { votes: votes(5, 0), eligiblePresent: 5, objections: 0 })).toBeNull()
    expect(voteResult('einfach', { votes: null, eligiblePresent: 5 })).toBeNull()
  })

  it('counts what was cast, and knows a tie', () => {
    expect(votesCast(votes(1, 2, 3, 4))).toBe(10)
    expect([votes(2, 2, 1), votes(2, 1), votes(0, 0, 3)].map(isTie)).toEqual([true, false, false])
  })
})
