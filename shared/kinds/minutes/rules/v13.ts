import type { Finding } from '#shared/kinds/minutes/finding.ts'
import type { RuleInput } from './input.ts'

/** V13: people visit other groups than their own, and a report goes out only when the group has agreed to it. */
export function v13({ value: { header, visit }, isAtHome }: RuleInput): Finding[] {
  if (header.meetingKind !== 'gruppenbesuch') return []
  const { visitedGroup, visitors, forwarded, groupConsent } = visit
  const own = visitors.filter(person => visitedGroup !== null && isAtHome(person, visitedGroup))
  return [
    ...own.map(
      (person): Finding => ({
        rule: 'V13',
        level: 'warn',
        path: ['visit', 'visitedGroup'],
        detail: 'ownHomeGroup',
        fields: { person },
      }),
    ),
    ...(forwarded.length > 0 && groupConsent !== true
      ? [
          {
            rule: 'V13',
            level: 'error',
            path: ['visit', 'groupConsent'],
            detail: 'forwardedWithoutConsent',
            fields: {},
          } satisfies Finding,
        ]
      : []),
  ]
}
