import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { nameOf } from '#server/demo/cast.ts'
import { readFixture } from '#server/demo/files.ts'
import { inWords } from '#server/demo/inWords.ts'
import { a1Content } from '#server/demo/minutesA1.ts'
import { a2Content } from '#server/demo/minutesA2.ts'
import { c3Content } from '#server/demo/minutesC3.ts'
import { regionTeamOfA1 } from '#server/demo/regionTeam.ts'
import { decisionRegister } from '#shared/kinds/minutes/projections/decisions.ts'
import { extractOf } from '#shared/kinds/minutes/projections/extract.ts'
import { openTasks } from '#shared/kinds/minutes/projections/tasks.ts'
import { shippedProgrammes } from '#shared/programmes/networkProgramme.ts'
import type { RoleAssignment } from '#shared/programmes/schema.ts'
import { dutyStandings, roleCoverage } from '#shared/rules/duties.ts'
import { regionGauge } from '#shared/rules/regionGauge.ts'
import { a1Record, c3Record, minutesDraft } from '#test/support/minutesDocuments.ts'
import { inRegister, placed } from '#test/support/placed.ts'

const a1 = minutesDraft({ ...a1Content(), regionTeam: regionTeamOfA1('A2') })
const a2 = minutesDraft(inWords(a2Content()))
const record = a1Record()
/** The report A2 is closed and passed on (fixture `a.visit`, countsFor). */
const entries = [...placed(a1, 'A1', record), ...placed(a2, 'A2', { state: 'geschlossen' })]

const roles: readonly (readonly [string, string])[] = [
  ['u.ma', 'multiplikationsperson'],
  ['u.dy', 'transparenzperson'],
  ['u.hp', 'kooperationsperson'],
]
const assignments = roles.map(
  ([personId, role], index): RoleAssignment => ({
    id: `00000000-0000-4000-8000-00000000000${index}`,
    personId,
    role,
    from: '2025-01-01',
    to: null,
    appointedBy: '',
  }),
)
const today = '2026-03-14'
const [programme] = shippedProgrammes.programmes
if (!programme) throw new Error('No programme comes with the program')
const standings = dutyStandings(programme, {
  today,
  assignments,
  visits: inRegister(entries, 'visit'),
  meetings: inRegister(entries, 'meeting'),
  facts: { isAtHome: () => false, isAssociation: to => to === nameOf('org.land') },
})
const fixture = z
  .looseObject({ visitCounter2026: z.unknown(), teamMeetingCounter2026: z.unknown() })
  .parse(readFixture('a.minutes'))
/** the fixture's words for why a visit does not count */
const whys: Readonly<Record<string, string>> = { reportMissing: 'Kurzbericht fehlt' }

describe('the counters of a.minutes', () => {
  it('visits: visited, counted, and why not', () => {
    const own = standings.find(({ duty }) => duty.id === 'besuche')
    const people = own?.subjects.map(({ persons, done, counted, visits }) => {
      const why = visits.flatMap(visit => visit.why ?? [])[0]
      const counter = { visited: done, counted, ...(why !== undefined && { why: whys[why] ?? why }) }
      return [persons[0], counter] as const
    })
    expect({ required: own?.required, ...Object.fromEntries(people ?? []) }).toEqual(fixture.visitCounter2026)
    expect(own?.period.name).toEqual({ type: 'year', year: 2026 })
  })

  it('team meetings: held of required', () => {
    const own = standings.find(({ duty }) => duty.id === 'teamtreffen')
    expect({ held: own?.subjects[0]?.counted, required: own?.required }).toEqual(
      fixture.teamMeetingCounter2026,
    )
  })

  it('no duty of another time is counted', () => {
    expect(standings.map(({ duty }) => duty.id)).toEqual(['besuche', 'teamtreffen'])
  })

  it('six groups: one is missing for a lasting regional association; the initiative is an idea', () => {
    const gauge = regionGauge(inRegister(entries, 'group'), programme.groups ?? never())
    expect(gauge).toMatchObject({ target: 7, count: 6, missing: 1, isAbove: false })
  })

  it('all three roles are filled by three persons', () => {
    expect(roleCoverage(programme.coverage ?? never(), assignments, today)).toMatchObject({
      persons: 3,
      isCovered: true,
    })
  })
})

describe('the registers of A1', () => {
  it('register of decisions: numbers, frozen wordings, results, dates, items; the rejected one, too', () => {
    const listed = decisionRegister(inRegister(entries, 'decision'))
    const decisions = z
      .array(
        z.looseObject({
          id: z.string(),
          register: z.string(),
          wording: z.string(),
          result: z.string(),
          top: z.int(),
        }),
      )
      .parse(z.looseObject({ decisions: z.unknown() }).parse(fixture).decisions)
    expect(
      listed.map(({ id, number, wording, result, item, isFrozen, meeting }) => ({
        id,
        number,
        wording,
        result,
        item: item?.number,
        isFrozen,
        meeting: meeting.name,
        date: meeting.date,
      })),
    ).toEqual(
      decisions.map(({ id, register, wording, result, top }) => ({
        id,
        number: register,
        wording,
        result,
        item: top,
        isFrozen: true,
        meeting: 'RT-OL 2026-01',
        date: '2026-03-14',
      })),
    )
    expect(listed.map(({ standing }) => standing)).toEqual(['valid', 'valid', 'valid', 'rejected', 'valid'])
    expect(listed.map(({ path }) => path)[1]).toBe('decisions/d02')
  })

  it('elections stand in it under their numbers (C3)', () => {
    const listed = decisionRegister(
      inRegister(placed(minutesDraft(c3Content()), 'C3', c3Record()), 'decision'),
    )
    expect(listed.map(({ number }) => number)).toEqual(['G-01', 'G-02', 'G-03', 'G-04', 'G-05'])
    expect(listed[3]).toMatchObject({ form: 'election', standing: 'valid', elected: [{ id: 'u.bernd' }] })
  })

  it('open tasks: all eight of A1 on the day of the meeting, in the order of their days, three of A2 overdue', () => {
    const open = openTasks(inRegister(entries, 'task'), today)
    expect(open.filter(({ documentId }) => documentId === 'A1')).toHaveLength(8)
    expect(
      open.filter(({ isOverdue }) => isOverdue).map(({ documentId, id }) => `${documentId}/${id}`),
    ).toEqual(['A2/T2', 'A2/T3', 'A2/T1'])
    expect(
      openTasks(inRegister(entries, 'task'), '2026-04-18').filter(({ isOverdue }) => isOverdue),
    ).toHaveLength(5)
  })

  it('early warnings of both, without anybody’s name', () => {
    const signals = inRegister(entries, 'earlyWarning').map(({ signal }) => signal)
    expect(signals).toHaveLength(3)
    expect(signals).toContain('Mischkonsum von Schmerzmitteln und Alkohol')
  })
})

describe('an extract', () => {
  const made = (of: string, changes: Partial<(typeof a1)['header']> = {}) =>
    extractOf({ ...a1, header: { ...a1.header, ...changes } }, record, of, nameOf)

  it('of one decision: its wording as frozen, its count, its item', () => {
    const answer = made('decisions/d02')
    expect(answer).toMatchObject({
      state: 'made',
      extract: {
        number: 'RT-OL 2026-01',
        isFinal: true,
        item: { number: 4 },
        course: [],
        decisions: [{ number: '2026-01/02', isFrozen: true, votes: { yes: 3, abstain: 1 } }],
      },
    })
  })

  it('of one item: its course and its decisions', () => {
    const answer = made('agenda/top6')
    expect(answer.state === 'made' && answer.extract.decisions.map(({ number }) => number)).toEqual([
      '2026-01/04',
      '2026-01/05',
    ])
    expect(answer.state === 'made' && answer.extract.course.length).toBeGreaterThan(0)
  })

  it('[EX1] of minutes for the leadership there is none', () => {
    expect(made('decisions/d02', { confidentiality: 'leitung' })).toEqual({
      state: 'refused',
      reason: 'leadershipOnly',
    })
  })

  it('[EX1] of a visit to which the group has not agreed there is none', () => {
    const open = { ...a2, visit: { ...a2.visit, groupConsent: null } }
    const refused = { state: 'refused', reason: 'visitWithoutConsent' }
    expect(extractOf(open, record, 'agenda/s1', nameOf)).toEqual(refused)
  })

  it.each(['team', null] as const)(
    '[EX2] minutes of confidentiality %s hold the course back',
    confidentiality => {
      const answer = made('agenda/top6', { confidentiality })
      expect(answer).toMatchObject({ state: 'made', extract: { course: [], isCourseHeldBack: true } })
      expect(answer.state === 'made' && answer.extract.decisions).toHaveLength(2)
    },
  )

  it('[EX3] names people as the attendance list does', () => {
    const listings = { 'u.ma': 'kuerzel', 'u.hp': 'ungenannt' } as const
    const attendance = a1.attendance.map(row => ({
      ...row,
      listing: Object.entries(listings).find(([id]) => id === row.id)?.[1] ?? row.listing,
    }))
    const answer = extractOf({ ...a1, attendance }, record, 'agenda/top6', nameOf)
    const text = JSON.stringify(answer)
    expect(text).not.toMatch(/Marlies|Achterberg|Hanne|Pfefferkorn/)
    expect(text).toContain('M. A. befürchtet')
    expect(text).toContain('… möchte schon')
  })

  it('of what is not there there is none', () => {
    for (const of of ['decisions/d99', 'agenda/top99', 'tasks/T1', ''])
      expect(made(of)).toEqual({ state: 'refused', reason: 'notThere' })
  })
})

const never = (): never => {
  throw new Error('The programme that comes with the program has it')
}
