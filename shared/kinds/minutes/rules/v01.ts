import type { Finding } from '#shared/kinds/minutes/finding.ts'
import { eligibleFor, mostEligible } from '#shared/rules/attendance.ts'
import { votesCast } from '#shared/rules/majority.ts'
import type { RuleInput } from './input.ts'
import { type Voting, votingsOf } from './votings.ts'

/**
 * V01: nobody counts more votes than were there to be cast. Fewer is shown as „nicht abgestimmt“.
 * A count that is only proposed has no time yet: it is measured by the largest E(t) of the meeting, as a hint.
 */
export function v01({ value, record }: RuleInput): Finding[] {
  const all = mostEligible({ excludedPersons: [] }, value.attendance)
  return votingsOf(value, record).flatMap(voting =>
    voting.confirmed ? confirmed(voting, voting.confirmed) : proposed(voting),
  )

  function confirmed(
    { path, ...voting }: Voting,
    { votes, at }: NonNullable<Voting['confirmed']>,
  ): Finding[] {
    if (votes === null) return []
    const eligible = eligibleFor(voting, value.attendance, at).length
    const cast = votesCast(votes)
    const place = { rule: 'V01' as const, path: [...path, 'votes'] }
    if (cast > eligible)
      return [{ ...place, level: 'error', detail: 'moreVotesThanEligible', fields: { cast, eligible } }]
    if (cast === eligible) return []
    return [{ ...place, level: 'hint', detail: 'notAllVoted', fields: { missing: eligible - cast } }]
  }

  function proposed({ path, ...voting }: Voting): Finding[] {
    if (Object.keys(voting.tallyProposals).length === 0) return []
    const eligible = voting.excludedPersons.length === 0 ? all : mostEligible(voting, value.attendance)
    // Nobody is on the list yet who could vote: there is nothing to measure by.
    if (eligible === 0) return []
    return Object.entries(voting.tallyProposals).flatMap(([person, votes]): Finding[] => {
      const cast = votesCast(votes)
      if (cast <= eligible) return []
      const place = [...path, 'tallyProposals', person]
      const fields = { person, cast, eligible }
      return [{ rule: 'V01', level: 'hint', path: place, detail: 'proposalAboveEligible', fields }]
    })
  }
}
