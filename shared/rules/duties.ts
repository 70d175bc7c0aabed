import type { MeetingEntry, Placed, VisitEntry } from '#shared/kinds/minutes/projections/entry.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { Duty, Programme, RoleAssignment } from '#shared/programmes/schema.ts'
import { type CountedVisit, type VisitFacts, visitsOf } from './visits.ts'

/** The span in which a duty is counted on a day. */
export type Period = {
  readonly from: string
  readonly to: string
  readonly name:
    | { readonly type: 'year'; readonly year: number }
    | { readonly type: 'phase'; readonly id: string }
}

/** One who is counted: a person, the pair, or (nobody named) the team. */
export type DutySubject = {
  readonly persons: readonly string[]
  /** what was done, counted or not */
  readonly done: number
  readonly counted: number
  readonly visits: readonly CountedVisit[]
  readonly meetings: readonly { readonly entry: Placed<MeetingEntry>; readonly isCounted: boolean }[]
}
/** How a duty stands on a day (domain.md 1.4). */
export type DutyStanding = {
  readonly duty: Duty
  readonly period: Period
  readonly required: number
  readonly subjects: readonly DutySubject[]
  /** visits of people who have none of the roles: shown, asked of nobody */
  readonly others: readonly DutySubject[]
}

export type DutyInput = {
  readonly today: string
  readonly assignments: readonly RoleAssignment[]
  readonly visits: readonly Placed<VisitEntry>[]
  readonly meetings: readonly Placed<MeetingEntry>[]
  readonly facts: VisitFacts
}

/** Whether a role was held on some day of the span; without an end, it still is. */
export const isHeldWithin = (
  { from, to }: Pick<RoleAssignment, 'from' | 'to'>,
  begin: string,
  end: string,
): boolean => from <= end && (to === null || to >= begin)

/** The duties of a programme that apply on this day, each with where it stands. */
export const dutyStandings = (programme: Programme, input: DutyInput): DutyStanding[] =>
  programme.duties.flatMap(duty => {
    const period = periodOf(duty, programme, input.today)
    const applies = duty.validFrom <= input.today && (duty.validTo === null || duty.validTo >= input.today)
    return applies && period ? [standing(duty, period, input)] : []
  })

function periodOf(duty: Duty, { phases }: Programme, today: string): Period | null {
  if (duty.per === 'kalenderjahr') {
    const year = Number(today.slice(0, 4))
    return { from: `${year}-01-01`, to: `${year}-12-31`, name: { type: 'year', year } }
  }
  const phase = phases.find(({ from, to }) => from <= today && (to === null || to >= today))
  if (!phase) return null
  return { from: phase.from, to: phase.to ?? '9999-12-31', name: { type: 'phase', id: phase.id } }
}

function standing(duty: Duty, period: Period, input: DutyInput): DutyStanding {
  const holders = [
    ...new Set(
      input.assignments
        .filter(own => duty.roles.includes(own.role) && isHeldWithin(own, period.from, period.to))
        .map(({ personId }) => personId),
    ),
  ]
  const parts = duty.evidence.kind === 'gruppenbesuch' ? visitParts(duty, period, input) : null
  const base = { duty, period, required: duty.min }
  if (parts === null) {
    // minutes say of no meeting whose merit it is: it counts for each who had to hold it
    const meetings = meetingsIn(duty, period, input)
    const subject = (persons: readonly string[]): DutySubject => ({
      persons,
      done: meetings.length,
      counted: meetings.filter(({ isCounted }) => isCounted).length,
      visits: [],
      meetings,
    })
    if (duty.countMode === 'person')
      return { ...base, subjects: holders.map(id => subject([id])), others: [] }
    return { ...base, subjects: [subject(duty.countMode === 'tandem' ? holders : [])], others: [] }
  }
  const of = (persons: readonly string[], whose: (person: string) => boolean): DutySubject => {
    const visits = parts.filter(({ person }) => whose(person)).flatMap(own => own.visits)
    // a visit of two who count as one is one visit; it counts if it does for one of them
    const once = [...new Set(visits.map(({ entry }) => entry))].map(
      entry =>
        visits.find(own => own.entry === entry && own.why === null) ??
        visits.find(own => own.entry === entry) ?? { entry, why: null },
    )
    return {
      persons,
      done: once.length,
      counted: once.filter(({ why }) => why === null).length,
      visits: once,
      meetings: [],
    }
  }
  const others = parts
    .filter(({ person }) => duty.countMode !== 'team' && !holders.includes(person))
    .map(({ person }) => of([person], own => own === person))
  switch (duty.countMode) {
    case 'person':
      return { ...base, subjects: holders.map(id => of([id], own => own === id)), others }
    case 'tandem':
      return { ...base, subjects: [of(holders, own => holders.includes(own))], others }
    case 'team':
      return { ...base, subjects: [of([], () => true)], others }
  }
}

const visitParts = ({ evidence }: Duty, period: Period, { visits, facts }: DutyInput) =>
  visitsOf(visits, period, facts).map(({ person, visits: own }) => ({
    person,
    visits: own.map(one =>
      one.why === null && !reaches(one.entry.state, evidence.state)
        ? { ...one, why: 'notClosed' as const }
        : one,
    ),
  }))

const meetingsIn = ({ evidence }: Duty, { from, to }: Period, { meetings, today }: DutyInput) =>
  meetings
    .filter(({ kind, date }) => kind === evidence.kind && date !== null && date >= from && date <= to)
    .filter(({ date, state }) => state !== 'laufend' || (date ?? '') <= today)
    .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
    .map(entry => ({ entry, isCounted: reaches(entry.state, evidence.state) }))

/** In the order in which minutes come through them (domain.md 2.2). */
const states: readonly MinutesRecord['state'][] = [
  'laufend',
  'geschlossen',
  'entwurf',
  'versandt',
  'genehmigt',
  'berichtigt',
]
const reaches = (state: MinutesRecord['state'], wanted: MinutesRecord['state']): boolean =>
  states.indexOf(state) >= states.indexOf(wanted)

/** Which of the needed roles are filled today, and by how many different persons (domain.md 1.4, role coverage). */
export type RoleCoverage = {
  readonly roles: readonly { readonly role: string; readonly persons: readonly string[] }[]
  readonly persons: number
  readonly minPersons: number
  readonly isCovered: boolean
}

export function roleCoverage(
  coverage: NonNullable<Programme['coverage']>,
  assignments: readonly RoleAssignment[],
  today: string,
): RoleCoverage {
  const roles = coverage.roles.map(role => ({
    role,
    persons: [
      ...new Set(
        assignments
          .filter(own => own.role === role && isHeldWithin(own, today, today))
          .map(({ personId }) => personId),
      ),
    ],
  }))
  const persons = new Set(roles.flatMap(own => own.persons)).size
  const { minPersons } = coverage
  const isCovered = persons >= minPersons && roles.every(own => own.persons.length > 0)
  return { roles, persons, minPersons, isCovered }
}
