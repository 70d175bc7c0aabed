import type { Finding } from '#shared/kinds/minutes/finding.ts'
import { quorum } from '#shared/rules/quorum.ts'
import { type RuleInput, untilClosing } from './input.ts'
import { votingsOf } from './votings.ts'

/** V03: the meeting could decide when it voted. While it runs: whether it could now. */
export function v03(input: RuleInput): Finding[] {
  const { value, record, now } = input
  const found = votingsOf(value, record).flatMap(({ path, confirmed }): Finding[] => {
    if (!confirmed) return []
    const { at } = confirmed
    const { quorate, present, needed } = quorum(value, at)
    if (quorate) return []
    const fields = { at, present, needed }
    return [
      {
        rule: 'V03',
        level: untilClosing(input),
        path: [...path, 'votes'],
        detail: 'notQuorateAtVote',
        fields,
      },
    ]
  })
  return [...(isRunning(input) && now !== null ? notQuorateNow(now) : []), ...found]

  function notQuorateNow(time: string): Finding[] {
    const { quorate, present, needed } = quorum(value, time)
    if (quorate) return []
    const fields = { present, needed }
    return [{ rule: 'V03', level: 'hint', path: ['quorum', 'rule'], detail: 'notQuorateNow', fields }]
  }
}

/** Begun, not ended, and somebody has come. */
const isRunning = ({ moment, now, value: { header, attendance } }: RuleInput): boolean =>
  moment === 'live' &&
  now !== null &&
  header.start !== null &&
  header.start <= now &&
  (header.end === null || now < header.end) &&
  attendance.some(row => row.intervals.length > 0)
