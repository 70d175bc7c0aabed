import type { Finding } from '#shared/kinds/minutes/finding.ts'
import type { RuleInput } from './input.ts'

const decided: ReadonlySet<string> = new Set(['beschlossen', 'geaendert_beschlossen', 'abgelehnt'])

/** V07: what is decided was named in the invitation (§ 32 (1) BGB). Formalities need not be. */
export function v07({ value, record }: RuleInput): Finding[] {
  const voted = new Set(
    value.decisions
      .filter(({ id }) => record.decisions.some(({ decisionId }) => decisionId === id))
      .map(({ agendaItemId }) => agendaItemId),
  )
  for (const { electionId } of record.elections)
    voted.add(value.elections.find(({ id }) => id === electionId)?.agendaItemId ?? null)
  return value.agenda
    .filter(({ id, type, onInvitation, result }) => {
      const isDecided = decided.has(result) || voted.has(id)
      return type !== 'formalia' && !onInvitation && isDecided
    })
    .map(({ id }) => ({
      rule: 'V07',
      level: 'warn',
      path: ['agenda', id, 'onInvitation'],
      detail: 'decidedNotInvited',
      fields: {},
    }))
}
