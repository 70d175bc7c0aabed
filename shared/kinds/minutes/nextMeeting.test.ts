import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { paragraphTexts } from '#shared/document/prose.ts'
import { fillMinutes, type MinutesContent } from './fill.ts'
import { findings } from './findings.ts'
import { nextMeeting } from './nextMeeting.ts'
import { type MinutesDraft, minutes } from './schema.ts'

function draft(content: MinutesContent): MinutesDraft {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  fillMinutes(minutes.open(doc), content)
  return minutes.project(doc).value
}
const counter = () => {
  let count = 0
  return () => `n${(count += 1)}`
}
const interval: [string, string] = ['10:00', '13:20']
const there = { status: 'anwesend' as const, voting: 'stimmberechtigt' as const, intervals: [interval] }

/** What is left of A1 at the end of the day. */
const previous = {
  header: {
    number: 'RT-OL 2026-01',
    title: 'Protokoll der 1. Sitzung 2026 des Regionalteams',
    orgId: 'org.region',
    meetingKind: 'regionalteam',
    protocolType: 'ergebnis_mit_verlauf',
    date: '2026-03-14',
    start: '10:00',
    end: '13:20',
    place: 'Raum 2',
    breaks: [{ from: '12:14', to: '12:24' }],
    chair: 'u.ma',
    minuteTakers: ['u.dy'],
    invitedOn: '2026-02-27',
    objectionsUntil: '2026-04-11',
    nextMeeting: { date: '2026-09-12', start: '10:30', place: 'Alte Färberei' },
  },
  quorum: { rule: { type: 'mindestzahl', min: 4, of: 6 }, abstentionsBreakUnanimity: true },
  attendance: [
    { id: 'u.ma', ...there, function: 'Multiplikationsperson' },
    { id: 'u.dy', ...there },
    { id: 'u.ro', ...there, voting: 'beratend' },
    { id: 'u.jw', ...there, substituteFor: 'u.gt', affiliation: 'Neuland' },
    { id: 'u.as', name: 'Annegret Sommerlatte', status: 'gast' },
  ],
  agenda: [
    { id: 'top6', title: 'Pressearbeit', type: 'beschluss', result: 'beschlossen' },
    {
      id: 'top7',
      title: 'Finanzierung der Impulswoche Herbst 2026',
      type: 'beschluss',
      presenter: 'u.dy',
      plannedMin: 20,
      result: 'vertagt',
      body: ['Drei Stimmberechtigte sind noch da.'],
    },
  ],
  decisions: [
    { id: 'd05', agendaItemId: 'top6', wording: ['Erscheint im Juni.'] },
    {
      id: 'd06',
      agendaItemId: 'top7',
      movedBy: 'u.dy',
      wording: ['Das Regionalteam beantragt 640 Euro.'],
      tallyProposals: { 'u.sk': { yes: 3, no: 0, abstain: 0, invalid: 0 } },
    },
  ],
  tasks: [
    { id: 'T1', what: 'Raum anfragen', who: ['u.hp'], due: '2026-04-17', state: 'erledigt' },
    { id: 'T2', what: 'Flyer', who: ['u.hp'], due: '2026-04-17', state: 'entfallen' },
    {
      id: 'T7',
      what: 'Kostenplan',
      who: ['u.dy'],
      due: '2026-10-01',
      agendaItemId: 'top7',
      state: 'in_arbeit',
    },
    { id: 'T8', what: 'Besuch planen', who: ['u.ma'], due: '2026-12-01', agendaItemId: 'top6' },
  ],
  regionTeam: {
    multiplicators: ['u.ma'],
    visits: [
      { id: 'v1', person: 'u.ma', group: 'Windlicht Auenstedt', date: '2026-01-22' },
      { id: 'v0', person: 'u.ma', group: 'Ufer Niederlauben', date: '2025-05-02' },
    ],
  },
  groupRecordId: 'r1',
} satisfies MinutesContent

const options = { previousId: 'doc-1', newId: counter() }
const next = (content: MinutesContent = previous, more: object = {}) =>
  draft(nextMeeting(draft(content), { ...options, newId: counter(), ...more }))

describe('the next meeting, prepared (domain.md 2.5)', () => {
  it('is where and when it was agreed on, led by the same people; nothing of the last one is closed', () => {
    const { header } = next()
    expect(header).toMatchObject({
      number: '',
      title: '',
      orgId: 'org.region',
      meetingKind: 'regionalteam',
      protocolType: 'ergebnis_mit_verlauf',
      date: '2026-09-12',
      start: '10:30',
      place: 'Alte Färberei',
      chair: 'u.ma',
      minuteTakers: ['u.dy'],
      previousMinutesId: 'doc-1',
    })
    expect([header.end, header.invitedOn, header.objectionsUntil, header.nextMeeting]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(header.breaks).toEqual([])
    expect(next(previous, { title: '2. Sitzung', number: 'RT-OL 2026-02' }).header).toMatchObject({
      title: '2. Sitzung',
      number: 'RT-OL 2026-02',
    })
    const { nextMeeting: _, ...undated } = previous.header
    expect(next({ ...previous, header: undated }).header).toMatchObject({
      date: null,
      start: '10:00',
      place: 'Raum 2',
    })
  })

  it('has the same people without times; no guests; no substitutes', () => {
    const { attendance, quorum } = next()
    expect(attendance.map(({ id, voting, intervals }) => [id, voting, intervals])).toEqual([
      ['u.ma', 'stimmberechtigt', []],
      ['u.dy', 'stimmberechtigt', []],
      ['u.ro', 'beratend', []],
      ['u.gt', 'stimmberechtigt', []],
    ])
    expect(attendance[0]?.function).toBe('Multiplikationsperson')
    expect(attendance[3]).not.toHaveProperty('affiliation')
    expect(quorum).toEqual(previous.quorum)
  })

  it('begins with approving the minutes, goes on with open tasks and what was postponed', () => {
    const { agenda, decisions } = next()
    expect(
      agenda.map(({ title, type, result, onInvitation }) => [title, type, result, onInvitation]),
    ).toEqual([
      ['Begrüßung und Formalia', 'formalia', 'offen', true],
      ['Stand der offenen Aufgaben', 'bericht', 'offen', true],
      ['Finanzierung der Impulswoche Herbst 2026', 'beschluss', 'offen', true],
      ['Verschiedenes und Termine', 'information', 'offen', true],
    ])
    expect(agenda[2]).toMatchObject({ presenter: 'u.dy', plannedMin: 20, body: [] })
    expect(decisions.map(({ agendaItemId, wording }) => [agendaItemId, paragraphTexts(wording)])).toEqual([
      [
        agenda[0]?.id,
        [
          'Das Protokoll der Sitzung RT-OL 2026-01 vom 14. März 2026 wird in der versandten Fassung genehmigt.',
        ],
      ],
      [agenda[2]?.id, ['Das Regionalteam beantragt 640 Euro.']],
    ])
    expect(decisions.map(({ tallyProposals }) => tallyProposals)).toEqual([{}, {}])
  })

  it('takes over no motion that was voted on', () => {
    const votes = { yes: 3, no: 0, abstain: 0, invalid: 0 }
    const row = { decisionId: 'd06', votes, objections: null, eligiblePresent: 3, at: '12:55' }
    const record = { decisions: [{ ...row, rule: 'einfach', result: 'angenommen' }] }
    expect(next(previous, { record }).decisions).toHaveLength(1)
  })

  it('carries open tasks over, each with where it comes from', () => {
    const { tasks, agenda } = next()
    expect(
      tasks.map(({ what, who, due, state, agendaItemId, carriedFrom }) => [
        what,
        who,
        due,
        state,
        agendaItemId,
        carriedFrom,
      ]),
    ).toEqual([
      ['Kostenplan', ['u.dy'], '2026-10-01', 'in_arbeit', agenda[2]?.id, 'doc-1/T7'],
      ['Besuch planen', ['u.ma'], '2026-12-01', 'offen', null, 'doc-1/T8'],
    ])
    expect(next({ ...previous, tasks: [] }).agenda.map(({ title }) => title)).not.toContain(
      'Stand der offenen Aufgaben',
    )
  })

  it('goes on counting visits in the same year only', () => {
    expect(next().regionTeam.visits.map(({ id }) => id)).toEqual(['v1'])
    expect(next().regionTeam.multiplicators).toEqual(['u.ma'])
    expect(next().groupRecordId).toBe('r1')
    const inNewYear = { ...previous.header, nextMeeting: { date: '2027-03-13' } }
    expect(next({ ...previous, header: inNewYear }).regionTeam.visits).toEqual([])
  })

  it('keeps members, mandates and partners of other kinds of meeting; a visit begins empty', () => {
    const of = (
      meetingKind: 'steuerungsgruppe' | 'delegiertenversammlung' | 'kooperationstreffen' | 'gruppenbesuch',
    ) =>
      next({
        header: { ...previous.header, meetingKind },
        steering: {
          members: [{ id: 'm', institution: 'Jobcenter' }],
          recommendations: [{ id: 'e', addressee: 'x' }],
        },
        assembly: {
          mandates: [{ id: 'm', organisation: 'Mittelland', seats: 3 }],
          discharges: [{ id: 'd' }],
        },
        cooperation: { partners: [{ id: 'p', name: 'Kontaktstelle' }], theme: 'Alt' },
        visit: { visitedGroup: 'g.windlicht' },
      })
    expect(of('steuerungsgruppe').steering).toMatchObject({
      members: [{ institution: 'Jobcenter' }],
      recommendations: [],
    })
    expect(of('delegiertenversammlung').assembly).toMatchObject({ mandates: [{ seats: 3 }], discharges: [] })
    expect(of('kooperationstreffen').cooperation).toMatchObject({
      partners: [{ name: 'Kontaktstelle' }],
      theme: '',
    })
    expect(of('gruppenbesuch').visit.visitedGroup).toBeNull()
    expect(of('gruppenbesuch').decisions).toEqual([])
  })

  it('has nothing that a rule finds before the meeting', () => {
    expect(findings(next())).toEqual([])
  })

  it('is the same whoever prepares it with the same ids, and changes nothing of the previous', () => {
    const value = draft(previous)
    const before = JSON.stringify(value)
    const twice = [1, 2].map(() => nextMeeting(value, { previousId: 'doc-1', newId: counter() }))
    expect(twice[0]).toEqual(twice[1])
    expect(JSON.stringify(value)).toBe(before)
  })
})
