import type { MinutesPayload } from '#shared/kinds/minutes/payload.ts'
import { eligibleFor } from '#shared/rules/attendance.ts'
import { votesCast } from '#shared/rules/majority.ts'
import { elected } from '#shared/rules/majorityElection.ts'
import { quorum } from '#shared/rules/quorum.ts'
import { isChair } from './functions.ts'
import { type Decide, done, refused } from './input.ts'
import { closedBefore } from './votes.ts'

/**
 * One round. A further round is possible as long as seats are open: nobody of a tie was elected, or somebody did not
 * accept (domain.md 2.2, Wahl).
 */
export const confirmElection: Decide<'confirmElection'> = ({ election: id, candidates }, given) => {
  const { value, record, by, when } = given
  if (record.closing) return closedBefore
  if (!isChair(given)) return refused('onlyChair')
  const election = value.elections.find(own => own.id === id)
  if (!election) return refused('unknownElection')
  const before = record.elections.find(row => row.electionId === id)
  const kept = before ? before.elected.filter(one => before.accepted?.[one] !== false) : []
  if (kept.length >= election.seats)
    return refused('electionDecidedBefore', {
      stands: payload => payload.kind === 'electionConfirmed' && payload.election === id,
    })
  const known = new Set(election.candidates.map(own => own.id))
  const named = candidates.map(own => own.candidate)
  if (named.some(own => !known.has(own)) || new Set(named).size < named.length)
    return refused('unknownCandidate')
  if (candidates.every(({ votes }) => votesCast(votes) === 0)) return refused('votesMissing')
  const { present, needed, quorate } = quorum(value, when.at)
  if (!quorate) return refused('notQuorate', { fields: { present, needed } })
  const E = eligibleFor(election, value.attendance, when.at).length
  const most = Math.max(...candidates.map(({ votes }) => votesCast(votes)))
  if (most > E) return refused('moreVotesThanEligible', { fields: { votes: most, eligible: E } })
  const counts = candidates.map(({ candidate, votes }) => ({ id: candidate, votes }))
  const payload: MinutesPayload = {
    kind: 'electionConfirmed',
    ...when,
    by,
    election: id,
    round: (before?.round ?? (before ? 1 : 0)) + 1,
    rule: election.rule,
    candidates,
    E,
    elected: elected(election.rule, counts, {
      seats: election.seats,
      eligiblePresent: E,
      abstentionsBreakUnanimity: value.quorum.abstentionsBreakUnanimity,
    }),
  }
  return done(payload)
}

/** „nimmt die Wahl an“: asked of whoever was elected, once. */
export const acceptElection: Decide<'acceptElection'> = ({ election: id, candidate, accepted }, given) => {
  const { record, by, when } = given
  if (record.closing) return closedBefore
  if (!isChair(given)) return refused('onlyChair')
  const row = record.elections.find(own => own.electionId === id)
  if (!row?.elected.includes(candidate)) return refused('notElected')
  if (row.accepted?.[candidate] !== undefined)
    return refused('acceptedBefore', {
      stands: payload =>
        payload.kind === 'electionAccepted' && payload.election === id && payload.candidate === candidate,
    })
  return done({ kind: 'electionAccepted', ...when, by, election: id, candidate, accepted })
}
