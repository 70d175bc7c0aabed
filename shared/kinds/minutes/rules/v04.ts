import type { Finding } from '#shared/kinds/minutes/finding.ts'
import { voteResult } from '#shared/rules/majority.ts'
import { elected } from '#shared/rules/majorityElection.ts'
import type { RuleInput } from './input.ts'

/** V04: the result follows from rule and votes; the chair can announce no other. */
export function v04({ value, record }: RuleInput): Finding[] {
  const { abstentionsBreakUnanimity } = value.quorum
  const decisions = record.decisions.flatMap((row): Finding[] => {
    const expected = voteResult(row.rule, { ...row, abstentionsBreakUnanimity })
    if (row.result === expected) return []
    const path = ['decisions', row.decisionId, 'result']
    const fields = { ruleOfVote: row.rule, result: row.result ?? '', expected: expected ?? '' }
    return [{ rule: 'V04', level: 'error', path, detail: 'resultNotFollowing', fields }]
  })
  const elections = record.elections.flatMap((row): Finding[] => {
    const seats = value.elections.find(({ id }) => id === row.electionId)?.seats ?? 1
    const candidates = row.candidates.map(({ candidateId, votes }) => ({ id: candidateId, votes }))
    const expected = elected(row.rule, candidates, {
      seats,
      eligiblePresent: row.eligiblePresent,
      abstentionsBreakUnanimity,
    })
    if (expected.toSorted().join() === row.elected.toSorted().join()) return []
    const path = ['elections', row.electionId, 'elected']
    const fields = { elected: row.elected.join(' '), expected: expected.join(' ') }
    return [{ rule: 'V04', level: 'error', path, detail: 'electedNotFollowing', fields }]
  })
  return [...decisions, ...elections]
}
