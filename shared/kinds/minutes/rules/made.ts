import * as Y from 'yjs'
import { fillMinutes, type MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { type FindingOptions, findings } from '#shared/kinds/minutes/findings.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'

/** For tests of the rules: what they find in minutes that are written through the handle, a line each. */
export function found(content: MinutesContent, options?: FindingOptions): string[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  fillMinutes(minutes.open(doc), content)
  return findings(minutes.project(doc).value, options).map(
    ({ rule, level, path, detail, fields }) =>
      `${rule} ${level} ${path.join('/')} ${detail} ${JSON.stringify(fields)}`,
  )
}

const there = { status: 'anwesend', voting: 'stimmberechtigt' } as const

/**
 * The meeting of scenarios.md (a) with nothing to find in it. E(t): 10:05 five, 11:42 four, 12:12 five, 12:38 four,
 * 12:55 three; four are needed.
 */
export const meeting = {
  header: {
    title: 'Sitzung des Regionalteams',
    meetingKind: 'regionalteam',
    date: '2026-03-14',
    start: '10:00',
    end: '13:20',
    chair: 'u.ma',
    minuteTakers: ['u.dy'],
  },
  quorum: { rule: { type: 'mindestzahl', min: 4, of: 6 } },
  attendance: [
    { id: 'u.ma', ...there, intervals: [['10:00', '13:20']] },
    { id: 'u.dy', ...there, intervals: [['10:00', '13:20']] },
    { id: 'u.hp', ...there, intervals: [['10:00', '12:50']] },
    {
      id: 'u.jw',
      ...there,
      intervals: [
        ['10:00', '10:52'],
        ['11:55', '13:20'],
      ],
    },
    { id: 'u.sk', ...there, intervals: [['10:00', '12:30']] },
    { id: 'u.ro', ...there, voting: 'beratend', intervals: [['10:00', '13:20']] },
  ],
  agenda: [
    { id: 'top4', title: 'Informationsabend', type: 'beschluss', onInvitation: true, result: 'beschlossen' },
  ],
  decisions: [
    { id: 'd1', agendaItemId: 'top4', wording: ['Das Regionalteam richtet einen Informationsabend aus.'] },
  ],
} satisfies MinutesContent

/** The confirmed count of `d1` at 11:42. */
export const confirmed = {
  decisionId: 'd1',
  votes: { yes: 3, no: 0, abstain: 1, invalid: 0 },
  objections: null,
  eligiblePresent: 4,
  at: '11:42',
  rule: 'einfach',
  result: 'angenommen',
} as const

/** The people of the space. */
export const members = [
  { personId: 'u.ma', displayName: 'Marlies Achterberg' },
  { personId: 'u.dy', displayName: 'Deniz Yıldırım' },
  { personId: 'u.hp', displayName: 'Hanne Pfefferkorn' },
  { personId: 'u.sk', displayName: 'Svea Kallweit' },
  { personId: 'u.km', displayName: 'Karin M.' },
  { personId: 'u.bernd', displayName: 'Bernd' },
]
