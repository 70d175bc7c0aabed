import type { AttendanceRow, Interval, MinutesDraft } from './schema.ts'

/** What a rule of domain.md 2.4 has found. */
export type Finding = {
  rule: 'V08' | 'V09' | 'V10'
  level: 'error' | 'warn' | 'hint'
  /** the field beside which it is shown; entries by id */
  path: string[]
  /** code of the text in the catalogue */
  detail: FindingDetail
  fields: Record<string, string | number>
}

export type FindingDetail =
  | 'whoMissing'
  | 'dueMissing'
  | 'dueBeforeMeeting'
  | 'endNotAfterStart'
  | 'intervalBackwards'
  | 'intervalOutsideMeeting'
  | 'intervalsOverlap'
  | 'samePersonTwice'
  | 'chairMissing'
  | 'chairAbsent'
  | 'minuteTakerMissing'
  | 'minuteTakerAbsent'
  | 'chairIsMinuteTaker'

export type FindingOptions = {
  /** Closing the meeting asks for more: what is a hint while people write is an error then (domain.md appendix B). */
  moment?: 'live' | 'closing'
  /** The name under which the space shows a person; finds a guest who is on the list as a member, too. */
  displayName?: (personId: string) => string | undefined
}

/** All findings of V08, V09, V10, in the order of the sheet. */
export function findings(value: MinutesDraft, options: FindingOptions = {}): Finding[] {
  return [
    ...chairAndMinuteTaker(value),
    ...timesOfMeeting(value),
    ...value.attendance.flatMap(row => intervalsOf(row, value.header)),
    ...samePersonTwice(value.attendance, options.displayName ?? (() => undefined)),
    ...tasksWithoutEnd(value, options.moment ?? 'live'),
  ]
}

/** V08: a task has somebody and a day, not before the meeting. */
function tasksWithoutEnd(value: MinutesDraft, moment: 'live' | 'closing'): Finding[] {
  const level = moment === 'closing' ? 'error' : 'hint'
  const { date } = value.header
  return value.tasks.flatMap(({ id, who, due }) => {
    const found: Finding[] = []
    const add = (field: string, detail: FindingDetail, fields: Finding['fields'] = {}) =>
      found.push({ rule: 'V08', level, path: ['tasks', id, field], detail, fields })
    if (who.length === 0) add('who', 'whoMissing')
    if (due === null) add('due', 'dueMissing')
    else if (date !== null && due < date) add('due', 'dueBeforeMeeting', { due, date })
    return found
  })
}

/** V09: the end lies after the start. */
function timesOfMeeting({ header: { start, end } }: MinutesDraft): Finding[] {
  if (start === null || end === null || end > start) return []
  return [
    {
      rule: 'V09',
      level: 'error',
      path: ['header', 'end'],
      detail: 'endNotAfterStart',
      fields: { start, end },
    },
  ]
}

/** V09: intervals run forwards, inside the meeting, and not into each other. */
function intervalsOf(row: AttendanceRow, header: MinutesDraft['header']): Finding[] {
  const found: Finding[] = []
  const add = (detail: FindingDetail, [from, to]: Interval) =>
    found.push({
      rule: 'V09',
      level: 'error',
      path: ['attendance', row.id, 'intervals'],
      detail,
      fields: { from, ...(to !== null && { to }) },
    })
  const { start, end } = header
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

/** V09: one row per person. The rows are keyed by person, so what is left are guests under a name that is there. */
function samePersonTwice(
  rows: readonly AttendanceRow[],
  displayName: (personId: string) => string | undefined,
): Finding[] {
  const seen = new Map<string, string>()
  return rows.flatMap((row): Finding[] => {
    const name = comparable(row.name ?? displayName(row.id) ?? '')
    if (name === '') return []
    const other = seen.get(name)
    if (other === undefined) seen.set(name, row.id)
    if (other === undefined) return []
    const path = ['attendance', row.id, 'name']
    return [{ rule: 'V09', level: 'error', path, detail: 'samePersonTwice', fields: { other } }]
  })
}

const comparable = (name: string): string =>
  name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** V10: chair and minute taker are there and two people. Presence is asked for once the list has been begun. */
function chairAndMinuteTaker({ header, attendance }: MinutesDraft): Finding[] {
  const found: Finding[] = []
  const add = (field: 'chair' | 'minuteTakers', detail: FindingDetail, fields: Finding['fields'] = {}) =>
    found.push({ rule: 'V10', level: 'warn', path: ['header', field], detail, fields })
  const { chair, minuteTakers } = header
  const isAbsent = (person: string) =>
    attendance.length > 0 &&
    !attendance.some(row => row.id === person && (row.status === 'anwesend' || row.status === 'zugeschaltet'))
  if (chair === null) add('chair', 'chairMissing')
  else if (isAbsent(chair)) add('chair', 'chairAbsent', { person: chair })
  if (minuteTakers.length === 0) add('minuteTakers', 'minuteTakerMissing')
  for (const person of minuteTakers) {
    if (isAbsent(person)) add('minuteTakers', 'minuteTakerAbsent', { person })
    if (person === chair) add('minuteTakers', 'chairIsMinuteTaker', { person })
  }
  return found
}
