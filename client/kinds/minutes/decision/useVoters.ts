import { useMeetingTime } from '#client/kinds/minutes/useMeetingTime.ts'
import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import { eligibleAt } from '#shared/rules/attendance.ts'

/**
 * E now without those who take no part in this vote; `null` when the meeting is not running, because then the
 * moment of the vote is not known.
 */
export function useVoters(excluded: readonly string[]): number | null {
  const { until, isNow } = useMeetingTime()
  const present = usePicked(value => eligibleAt(value.attendance, until).map(row => row.id))
  return isNow ? present.filter(id => !excluded.includes(id)).length : null
}
