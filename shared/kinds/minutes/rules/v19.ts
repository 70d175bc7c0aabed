import { sameValue } from '#shared/document/text.ts'
import type { Finding } from '#shared/kinds/minutes/finding.ts'
import type { RuleInput } from './input.ts'
import { votingsOf } from './votings.ts'

/** V19: those who count have counted the same; asked until the chair has confirmed one of the counts. */
export function v19({ value, record }: RuleInput): Finding[] {
  return votingsOf(value, record).flatMap(({ path, tallyProposals, confirmed }): Finding[] => {
    const counts = Object.values(tallyProposals)
    if (confirmed || counts.every(own => sameValue(own, counts[0]))) return []
    const fields = { counters: counts.length }
    return [
      { rule: 'V19', level: 'hint', path: [...path, 'tallyProposals'], detail: 'proposalsDiffer', fields },
    ]
  })
}
