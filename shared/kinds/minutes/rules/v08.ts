import type { Finding, FindingDetail } from '#shared/kinds/minutes/finding.ts'
import { type RuleInput, untilClosing } from './input.ts'

/**
 * V08: a task has somebody and a day, not before the meeting. A task carried over from earlier minutes that is done
 * or dropped by now keeps the day it had.
 */
export function v08(input: RuleInput): Finding[] {
  const { value } = input
  const { date } = value.header
  return value.tasks.flatMap(({ id, who, due, state, carriedFrom }) => {
    const found: Finding[] = []
    const add = (field: string, detail: FindingDetail, fields: Finding['fields'] = {}) =>
      found.push({ rule: 'V08', level: untilClosing(input), path: ['tasks', id, field], detail, fields })
    const isPast = carriedFrom !== undefined && (state === 'erledigt' || state === 'entfallen')
    if (who.length === 0) add('who', 'whoMissing')
    if (due === null) add('due', 'dueMissing')
    else if (date !== null && due < date && !isPast)
      add('due', carriedFrom === undefined ? 'dueBeforeMeeting' : 'carriedOverdue', { due, date })
    return found
  })
}
