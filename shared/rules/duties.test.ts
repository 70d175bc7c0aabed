import { describe, expect, it } from 'vitest'
import type { MeetingEntry, Placed, VisitEntry } from '#shared/kinds/minutes/projections/entry.ts'
import { type Duty, type Programme, programmeSchema, type RoleAssignment } from '#shared/programmes/schema.ts'
import { dutyStandings, roleCoverage } from './duties.ts'
import { type NotCounted, openFeedback, visitsOf, whyNotCounted } from './visits.ts'

const visit = (changes: Partial<Placed<VisitEntry>> = {}): Placed<VisitEntry> => ({
  register: 'visit',
  path: 'visit/visitedGroup',
  meeting: { name: 'Kurzbericht', date: '2026-01-22' },
  documentId: 'A2',
  spaceId: 'org.region',
  source: 'report',
  date: '2026-01-22',
  group: 'Windlicht Auenstedt',
  visitors: [{ id: 'u.ma', name: null }],
  state: 'geschlossen',
  consent: true,
  forwarded: [{ to: 'Landesverband', on: '2026-02-02' }],
  participantCount: 9,
  projectPresented: true,
  partnershipReadiness: null,
  needs: [],
  report: null,
  ...changes,
})
const line = (changes: Partial<Placed<VisitEntry>> = {}) =>
  visit({ source: 'table', documentId: 'A1', consent: null, forwarded: [], ...changes })
const facts = {
  isAtHome: (person: string, group: string) => person === 'u.sk' && group === 'Ufer Niederlauben',
  isAssociation: (to: string) => to === 'Landesverband',
}
const year = { from: '2026-01-01', to: '2026-12-31' }

describe('a visit counts when (domain.md 1.4)', () => {
  it('the minutes are closed, the group is another one, it has agreed, and the report went to Land or Bund', () => {
    expect(whyNotCounted(visit(), 'u.ma', facts)).toBeNull()
  })
  it.each<[NotCounted, Partial<Placed<VisitEntry>>, string]>([
    ['reportMissing', { source: 'table' }, 'u.ma'],
    ['notClosed', { state: 'laufend' }, 'u.ma'],
    ['dateMissing', { date: null }, 'u.ma'],
    ['groupMissing', { group: null }, 'u.ma'],
    ['ownGroup', { group: 'Ufer Niederlauben' }, 'u.sk'],
    ['consentOpen', { consent: null }, 'u.ma'],
    ['consentRefused', { consent: false }, 'u.ma'],
    ['notForwarded', { forwarded: [] }, 'u.ma'],
    ['notForwarded', { forwarded: [{ to: 'Jobcenter', on: '2026-02-02' }] }, 'u.ma'],
    ['notForwarded', { forwarded: [{ to: 'Landesverband', on: null }] }, 'u.ma'],
  ])('else: %s', (why, changes, person) => {
    expect(whyNotCounted(visit(changes), person, facts)).toBe(why)
  })
})

describe('a visit stands there once', () => {
  const of = (...entries: Placed<VisitEntry>[]) =>
    visitsOf(entries, year, facts).map(({ person, visited, counted }) => [person, visited, counted])

  it('the line of a team gives way to the report it names, or to one of the same day', () => {
    expect(of(visit(), line({ report: 'A2' }))).toEqual([['u.ma', 1, 1]])
    expect(of(visit(), line({ group: 'Gruppe Windlicht' }))).toEqual([['u.ma', 1, 1]])
  })
  it('the same line in the minutes of two meetings is one visit', () => {
    const later = line({ documentId: 'A3', meeting: { name: '2', date: '2026-09-12' } })
    expect(of(line(), later)).toEqual([['u.ma', 1, 0]])
  })
  it('another day, another group and another person are other visits', () => {
    expect(of(visit(), line({ date: '2026-02-17' }))).toEqual([['u.ma', 2, 1]])
    expect(of(visit(), line({ visitors: [{ id: 'u.dy', name: null }] }))).toEqual([
      ['u.ma', 1, 1],
      ['u.dy', 1, 0],
    ])
  })
  it('of another year counts for that year', () => {
    expect(of(visit({ date: '2025-12-31' }))).toEqual([])
  })
})

describe('feedback not forwarded', () => {
  const open = (changes: Partial<Placed<VisitEntry>>, today: string) =>
    openFeedback([visit({ forwarded: [], ...changes })], today)
  it('waits after 30 days, not on the thirtieth', () => {
    expect(open({}, '2026-02-21')).toEqual([])
    expect(open({}, '2026-02-22')).toMatchObject([{ days: 31, hindrance: null }])
  })
  it('says where the group was not asked, or has refused', () => {
    expect(open({ consent: null }, '2026-03-01')).toMatchObject([{ hindrance: 'consentOpen' }])
    expect(open({ consent: false }, '2026-03-01')).toMatchObject([{ hindrance: 'consentRefused' }])
  })
  it('is done once it went anywhere; a line of a team is no report', () => {
    expect(openFeedback([visit()], '2026-12-01')).toEqual([])
    expect(openFeedback([line()], '2026-12-01')).toEqual([])
  })
})

const role = (personId: string, own: string, changes: Partial<RoleAssignment> = {}): RoleAssignment => ({
  id: '00000000-0000-4000-8000-000000000001',
  personId,
  role: own,
  from: '2026-01-01',
  to: null,
  appointedBy: '',
  ...changes,
})
const programme = (duty: Partial<Duty>): Programme =>
  programmeSchema.parse({
    id: 'p',
    title: 'Programm',
    roles: [
      { id: 'multi', title: 'Multiplikationsperson' },
      { id: 'transparenz', title: 'Transparenzperson' },
    ],
    phases: [{ id: 'herbst', title: 'Herbst 2026', from: '2026-09-01', to: '2027-02-28' }],
    duties: [
      {
        id: 'd',
        title: 'Besuche',
        roles: ['multi', 'transparenz'],
        min: 2,
        per: 'kalenderjahr',
        countMode: 'person',
        evidence: { kind: 'gruppenbesuch' },
        validFrom: '2026-01-01',
        source: 'Test',
        ...duty,
      },
    ],
  })
const meeting = (date: string, state: MeetingEntry['state']): Placed<MeetingEntry> => ({
  register: 'meeting',
  path: 'header/date',
  meeting: { name: date, date },
  documentId: date,
  spaceId: 'org.region',
  kind: 'regionalteam',
  date,
  state,
})

describe('duties', () => {
  const visits = [
    visit(),
    visit({
      documentId: 'B',
      date: '2026-10-01',
      visitors: [
        { id: 'u.ma', name: null },
        { id: 'u.dy', name: null },
      ],
    }),
    visit({ documentId: 'C', date: '2026-05-01', visitors: [{ id: 'u.hp', name: null }] }),
  ]
  const assignments = [role('u.ma', 'multi'), role('u.dy', 'transparenz')]
  const counted = (
    duty: Partial<Duty>,
    today = '2026-11-01',
    roles = assignments,
    meetings: Placed<MeetingEntry>[] = [],
  ) => {
    const [own] = dutyStandings(programme(duty), { today, assignments: roles, visits, meetings, facts })
    return (
      own && {
        period: own.period.name,
        subjects: own.subjects.map(({ persons, counted: count }) => [persons.join('+'), count]),
        others: own.others.map(({ persons, counted: count }) => [persons.join('+'), count]),
      }
    )
  }

  it('per person and calendar year; who has no such role is shown apart', () => {
    expect(counted({})).toEqual({
      period: { type: 'year', year: 2026 },
      subjects: [
        ['u.ma', 2],
        ['u.dy', 1],
      ],
      others: [['u.hp', 1]],
    })
  })
  it('as a pair: a visit of both is one', () => {
    expect(counted({ countMode: 'tandem' })?.subjects).toEqual([['u.ma+u.dy', 2]])
  })
  it('as a team: all visits', () => {
    expect(counted({ countMode: 'team', roles: [] })).toMatchObject({ subjects: [['', 3]], others: [] })
  })
  it('per phase: only what lies within the one of today, and nothing between two', () => {
    expect(counted({ per: 'phase' })).toMatchObject({
      period: { type: 'phase', id: 'herbst' },
      subjects: [
        ['u.ma', 1],
        ['u.dy', 1],
      ],
    })
    expect(counted({ per: 'phase' }, '2026-05-01')).toBeUndefined()
  })
  it('only as long as the duty applies', () => {
    expect(counted({ validFrom: '2027-01-01' })).toBeUndefined()
    expect(counted({ validTo: '2026-10-31' })).toBeUndefined()
    expect(counted({ validTo: '2026-11-01' })).toBeDefined()
  })
  it('of whoever had the role on some day of the time', () => {
    const roles = [
      role('u.ma', 'multi', { from: '2025-01-01', to: '2025-12-31' }),
      role('u.dy', 'multi', { from: '2025-01-01', to: '2026-01-01' }),
      role('u.hp', 'multi', { from: '2026-12-31' }),
      role('u.sk', 'multi', { from: '2027-01-01' }),
    ]
    expect(counted({}, '2026-11-01', roles)?.subjects.map(([who]) => who)).toEqual(['u.dy', 'u.hp'])
  })
  it('minutes count from the state on that the duty asks for', () => {
    const meetings = [
      meeting('2026-03-14', 'genehmigt'),
      meeting('2026-09-12', 'geschlossen'),
      meeting('2026-10-01', 'laufend'),
      meeting('2026-12-01', 'laufend'),
      meeting('2025-11-15', 'genehmigt'),
    ]
    const held = (state: Duty['evidence']['state']) =>
      counted(
        { countMode: 'team', roles: [], evidence: { kind: 'regionalteam', state } },
        '2026-11-01',
        assignments,
        meetings,
      )?.subjects
    expect(held('geschlossen')).toEqual([['', 2]])
    expect(held('genehmigt')).toEqual([['', 1]])
  })
})

describe('role coverage', () => {
  const rule = { roles: ['multi', 'transparenz', 'koop'], minPersons: 3 }
  const full = [role('a', 'multi'), role('b', 'transparenz'), role('c', 'koop')]
  it.each<[string, RoleAssignment[], string, boolean]>([
    ['three roles, three persons', full, '2026-06-01', true],
    [
      'one person has two of them',
      [role('a', 'multi'), role('a', 'transparenz'), role('c', 'koop')],
      '2026-06-01',
      false,
    ],
    [
      'two with two roles, and a third person',
      [...full.slice(0, 2), role('a', 'koop'), role('c', 'koop')],
      '2026-06-01',
      true,
    ],
    ['one is missing', full.slice(0, 2), '2026-06-01', false],
    ['not yet', full, '2025-12-31', false],
    ['no longer', [...full.slice(0, 2), role('c', 'koop', { to: '2026-05-31' })], '2026-06-01', false],
    [
      'on the last day still',
      [...full.slice(0, 2), role('c', 'koop', { to: '2026-06-01' })],
      '2026-06-01',
      true,
    ],
  ])('%s', (_, assignments, today, isCovered) => {
    expect(roleCoverage(rule, assignments, today).isCovered).toBe(isCovered)
  })
})
