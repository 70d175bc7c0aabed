import type { MajorityRule, Votes } from '#shared/kinds/minutes/schema.ts'
import { type Ballot, voteResult } from './majority.ts'

export type CandidateVotes = { readonly id: string; readonly votes: Votes }

/**
 * Who is elected (domain.md 2.2, Wahl): candidates whom the rule accepts, those with most yes votes first, as many
 * as there are seats. Where a tie stands across the last seat nobody of the tied is elected: they are voted on again.
 */
export function elected(
  rule: MajorityRule,
  candidates: readonly CandidateVotes[],
  { seats, ...measure }: { readonly seats: number } & Omit<Ballot, 'votes' | 'objections'>,
): string[] {
  const accepted = candidates
    .filter(({ votes }) => voteResult(rule, { votes, ...measure }) === 'angenommen')
    .toSorted((left, right) => right.votes.yes - left.votes.yes)
  const firstOut = accepted[seats]
  return accepted
    .slice(0, seats)
    .filter(({ votes }) => firstOut === undefined || votes.yes > firstOut.votes.yes)
    .map(({ id }) => id)
}
