import type { Finding, FindingDetail } from '#shared/kinds/minutes/finding.ts'
import type { AttendanceRow, Interval, MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import type { RuleInput } from './input.ts'

/**
 * V09: the end lies after the start, intervals inside the meeting, one row per person. A meeting of several days has
 * its times with each day; the hours of the first and the last say nothing of each other then.
 */
export function v09({ value, nameOf }: RuleInput): Finding[] {
  const { days } = value.gathering
  const bounds = days.length > 1 ? { start: null, end: null } : value.header
  return [
    ...timesAt(['header', 'end'], bounds),
    ...days.flatMap(day => timesAt(['gathering', 'days', day.id, 'end'], day)),
    ...value.attendance.flatMap(row => intervalsOf(row, bounds)),
    ...samePersonTwice(value.attendance, nameOf),
  ]
}

type Bounds = Pick<MinutesDraft['header'], 'start' | 'end'>

function timesAt(path: string[], { start, end }: Bounds): Finding[] {
  if (start === null || end === null || end > start) return []
  return [{ rule: 'V09', level: 'error', path, detail: 'endNotAfterStart', fields: { start, end } }]
}

/** Intervals run forwards, inside the meeting, and not into each other. */
function intervalsOf(row: AttendanceRow, { start, end }: Bounds): Finding[] {
  const found: Finding[] = []
  const add = (detail: FindingDetail, [from, to]: Interval) =>
    found.push({
      rule: 'V09',
      level: 'error',
      path: ['attendance', row.id, 'intervals'],
      detail,
      fields: { from, ...(to !== null && { to }) },
    })
  for (const interval of row.intervals) {
    const [from, to] = interval
    if (to !== null && to <= from) add('intervalBackwards', interval)
    const beforeStart = start !== null && from < start
    const afterEnd = end !== null && (from >= end || (to !== null && to > end))
    if (beforeStart || afterEnd) add('intervalOutsideMeeting', interval)
  }
  const inOrder = row.intervals.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
  inOrder.forEach((interval, index) => {
    const before = inOrder[index - 1]
    if (before && (before[1] === null || before[1] > interval[0])) add('intervalsOverlap', interval)
  })
  return found
}

/**
 * The rows are keyed by person, so what is left are guests under a name that is there. Two members of one name are two
 * people.
 */
function samePersonTwice(rows: readonly AttendanceRow[], nameOf: RuleInput['nameOf']): Finding[] {
  const seen = new Map<string, AttendanceRow>()
  return rows.flatMap((row): Finding[] => {
    const name = comparable(nameOf(row.id) ?? '')
    if (name === '') return []
    const other = seen.get(name)
    if (other === undefined) seen.set(name, row)
    if (other === undefined || (isMember(row) && isMember(other))) return []
    const path = ['attendance', row.id, 'name']
    return [{ rule: 'V09', level: 'error', path, detail: 'samePersonTwice', fields: { other: other.id } }]
  })
}

/** Only guests carry a name of their own. */
const isMember = ({ name }: AttendanceRow): boolean => name === undefined

const comparable = (name: string): string =>
  name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
