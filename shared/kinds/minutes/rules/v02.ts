import type { Finding } from '#shared/kinds/minutes/finding.ts'
import { eligibleFor } from '#shared/rules/attendance.ts'
import type { RuleInput } from './input.ts'
import { votingsOf } from './votings.ts'

/** V02: the number of those present that was taken down with a vote is E(votedAt). */
export function v02({ value, record }: RuleInput): Finding[] {
  return votingsOf(value, record).flatMap(({ path, confirmed, ...voting }): Finding[] => {
    if (!confirmed) return []
    const { eligiblePresent: recorded, at } = confirmed
    const eligible = eligibleFor(voting, value.attendance, at).length
    if (recorded === eligible) return []
    const place = [...path, 'eligiblePresent']
    const fields = { recorded, eligible, at }
    return [{ rule: 'V02', level: 'warn', path: place, detail: 'attendanceChanged', fields }]
  })
}
