import { wordFor } from '#client/kinds/minutes/options.ts'
import { word } from '#client/kinds/minutes/words.ts'
import type { Interval, MajorityRule, Votes } from '#shared/kinds/minutes/schema.ts'
import { isTie, voteResult, votesCast } from '#shared/rules/majority.ts'
import { absenceAt } from './absence.ts'

/** „Ja 3, Nein 1, Enthaltung 1“; invalid votes only where there are any. */
export function votesWords(votes: Votes): string {
  const { yes, no, abstain, invalid } = votes
  return invalid === 0
    ? word('tally.votes', { yes, no, abstain })
    : word('tally.votesInvalid', { yes, no, abstain, invalid })
}

/**
 * What a count would mean: sum and consequence. `present`: E now, `null` where nobody knows who was there at the
 * vote. Never says that something is accepted: that is for the chair to confirm.
 */
export function tallySentence(
  votes: Votes,
  rule: MajorityRule,
  present: number | null,
  abstentionsBreakUnanimity = false,
): string {
  const cast = votesCast(votes)
  if (cast === 0) return word('tally.nothing')
  const result = voteResult(rule, { votes, eligiblePresent: present ?? cast, abstentionsBreakUnanimity })
  const sum =
    result === null
      ? `${votesWords(votes)}.`
      : word(isTie(votes) && rule === 'einfach' ? 'tally.tie' : 'tally.wouldBe', {
          votes: votesWords(votes),
          result: word(`result.${result}`),
          rule: wordFor('majorityRule', rule),
        })
  return present === null ? sum : `${sum} ${turnout(cast, present)}`
}

/** „4 von 5 Stimmberechtigten. Eine Person hat nicht abgestimmt.“ */
function turnout(cast: number, present: number): string {
  if (cast > present) return word('tally.tooMany', { present })
  const of = word('tally.present', { count: cast, present })
  return cast === present ? of : `${of} ${word('tally.missing', { count: present - cast })}`
}

/** Whether people counted differently (V19). */
export const countsDiffer = (counts: readonly Votes[]): boolean =>
  new Set(counts.map(({ yes, no, abstain, invalid }) => [yes, no, abstain, invalid].join('/'))).size > 1

/** A count that was entered beside the one that holds, and how its person was not there, if so. */
export function notCountedWords(
  name: string,
  votes: Votes,
  intervals: readonly Interval[] | null,
  at: string,
): string {
  const said = { name, votes: votesWords(votes) }
  const absence = intervals === null ? null : absenceAt(intervals, at)
  switch (absence?.state) {
    case undefined:
      return word('tally.notCounted', said)
    case 'away':
      return word('tally.notCountedAway', { ...said, from: absence.from, to: absence.to })
    case 'gone':
      return word('tally.notCountedGone', { ...said, from: absence.from })
    case 'notYet':
      return word('tally.notCountedNever', said)
  }
}
