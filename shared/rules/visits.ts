import type { Placed, VisitEntry } from '#shared/kinds/minutes/projections/entry.ts'
import { isSameGroup } from './homeGroup.ts'

/** Why a visit does not count (domain.md 1.4, „Counts when“); the first that is true. */
export type NotCounted =
  | 'reportMissing'
  | 'notClosed'
  | 'dateMissing'
  | 'groupMissing'
  | 'ownGroup'
  | 'consentOpen'
  | 'consentRefused'
  | 'notForwarded'

export type VisitFacts = {
  /** whether somebody is at home in a group, as far as the space says so */
  readonly isAtHome: (personId: string, group: string) => boolean
  /** whether words name a Landesverband or the Bundesverband */
  readonly isAssociation: (to: string) => boolean
}

/** Of one person in one calendar year: where they were, and which of it counts. */
export type PersonVisits = {
  readonly person: string
  readonly visited: number
  readonly counted: number
  readonly visits: readonly CountedVisit[]
}
export type CountedVisit = {
  readonly entry: Placed<VisitEntry>
  /** `null`: it counts */
  readonly why: NotCounted | null
}

/** Whether the report went to Land or Bund, on a day. */
export const isForwarded = (
  { forwarded }: Pick<VisitEntry, 'forwarded'>,
  isAssociation: VisitFacts['isAssociation'],
): boolean => forwarded.some(({ to, on }) => on !== null && to !== null && isAssociation(to))

/** Why this visit of this person does not count; `null`: it does. Until then it was a visit all the same. */
export function whyNotCounted(
  entry: Pick<VisitEntry, 'source' | 'state' | 'date' | 'group' | 'consent' | 'forwarded'>,
  person: string,
  facts: VisitFacts,
): NotCounted | null {
  if (entry.source === 'table') return 'reportMissing'
  if (entry.state === 'laufend') return 'notClosed'
  if (entry.date === null) return 'dateMissing'
  if (entry.group === null) return 'groupMissing'
  if (facts.isAtHome(person, entry.group)) return 'ownGroup'
  if (entry.consent === null) return 'consentOpen'
  if (!entry.consent) return 'consentRefused'
  return isForwarded(entry, facts.isAssociation) ? null : 'notForwarded'
}

/**
 * Everybody who has visited in the given time, with what counts of it. A visit stands there once: the line in the table
 * of a team gives way to the report, and the same line in the minutes of several meetings is one visit.
 */
export function visitsOf(
  entries: readonly Placed<VisitEntry>[],
  within: { readonly from: string; readonly to: string },
  facts: VisitFacts,
): PersonVisits[] {
  const reports = entries.filter(({ source }) => source === 'report')
  const lines = entries
    .filter(({ source }) => source === 'table')
    .toSorted((a, b) => (b.meeting.date ?? '').localeCompare(a.meeting.date ?? ''))
  const lonely: Placed<VisitEntry>[] = []
  for (const line of lines) {
    const isReported = reports.some(report => report.documentId === line.report || isSameVisit(report, line))
    if (!isReported && !lonely.some(other => isSameVisit(other, line))) lonely.push(line)
  }
  const byPerson = new Map<string, CountedVisit[]>()
  for (const entry of [...reports, ...lonely]) {
    const day = entry.date
    if (day === null || day < within.from || day > within.to) continue
    for (const { id } of entry.visitors) {
      if (id === null) continue
      const own = byPerson.get(id) ?? []
      byPerson.set(id, own)
      own.push({ entry, why: whyNotCounted(entry, id, facts) })
    }
  }
  return [...byPerson].map(([person, visits]) => ({
    person,
    visited: visits.length,
    counted: visits.filter(({ why }) => why === null).length,
    visits: visits.toSorted((a, b) => (a.entry.date ?? '').localeCompare(b.entry.date ?? '')),
  }))
}

/** The same people on the same day in the same group. */
const isSameVisit = (one: VisitEntry, other: VisitEntry): boolean =>
  one.date !== null &&
  one.date === other.date &&
  other.visitors.every(({ id }) => one.visitors.some(own => own.id === id)) &&
  (one.group === null || other.group === null || isSameGroup(one.group, other.group))

/** So many days a report on a visit may take until it is passed on (domain.md 1.4, feedback open). */
export const feedbackDays = 30

export type OpenFeedback = Placed<VisitEntry> & {
  readonly days: number
  /** passing it on is not what is missing: the group has refused, or nobody has asked it */
  readonly hindrance: 'consentRefused' | 'consentOpen' | null
}

/** Reports on visits that nobody has passed on for more than `feedbackDays` days, the oldest first. */
export const openFeedback = (entries: readonly Placed<VisitEntry>[], today: string): OpenFeedback[] =>
  entries
    .filter(({ source, forwarded }) => source === 'report' && forwarded.length === 0)
    .flatMap((entry): OpenFeedback[] => {
      const days = entry.date === null ? 0 : daysFrom(entry.date, today)
      if (days <= feedbackDays) return []
      const hindrance =
        entry.consent === null ? 'consentOpen' : entry.consent ? null : ('consentRefused' as const)
      return [{ ...entry, days, hindrance }]
    })
    .sort((a, b) => b.days - a.days)

/** Whole days from one ISO day to another. */
const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
