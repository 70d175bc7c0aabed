import type { Finding, FindingDetail } from '#shared/kinds/minutes/finding.ts'
import { traitsOf } from '#shared/kinds/minutes/meetingKinds.ts'
import type { AttendanceRow } from '#shared/kinds/minutes/schema.ts'
import type { RuleInput } from './input.ts'

/**
 * V10: chair and minute taker are there and two people. Presence is asked for once the list has been begun; a guest
 * with times was there. Kinds of meeting that nobody chairs are asked for the minute taker alone.
 */
export function v10({ value: { header, attendance } }: RuleInput): Finding[] {
  const found: Finding[] = []
  const add = (field: 'chair' | 'minuteTakers', detail: FindingDetail, fields: Finding['fields'] = {}) =>
    found.push({ rule: 'V10', level: 'warn', path: ['header', field], detail, fields })
  const { chair, minuteTakers } = header
  const { hasChair } = traitsOf(header.meetingKind)
  const isAbsent = (person: string) =>
    attendance.length > 0 && !attendance.some(row => row.id === person && tookPart(row))
  if (chair === null) {
    if (hasChair) add('chair', 'chairMissing')
  } else if (isAbsent(chair)) add('chair', 'chairAbsent', { person: chair })
  if (minuteTakers.length === 0) add('minuteTakers', 'minuteTakerMissing')
  for (const person of minuteTakers) {
    if (isAbsent(person)) add('minuteTakers', 'minuteTakerAbsent', { person })
    if (person === chair && hasChair) add('minuteTakers', 'chairIsMinuteTaker', { person })
  }
  return found
}

const tookPart = ({ status, intervals }: AttendanceRow): boolean =>
  status === 'anwesend' || status === 'zugeschaltet' || (status === 'gast' && intervals.length > 0)
