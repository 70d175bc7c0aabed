import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { z } from 'zod'
import { nodesFromLines } from '#shared/document/proseLines.ts'
import { fillMinutes, type MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { lateContributionSchema } from '#shared/kinds/minutes/late.ts'
import { type MinutesRecord, minutesRecordSchema } from '#shared/kinds/minutes/record.ts'
import { type MinutesDraft, minutes, votesSchema } from '#shared/kinds/minutes/schema.ts'
import { contentOf, readFixture, startSchema } from './minutesFixture.ts'

/** A document of scenarios.md as it is printed there, in lines. */
export const readDocument = (name: 'A1' | 'A2' | 'C3'): string[] =>
  readFileSync(new URL(`../fixtures/documents/${name}.md`, import.meta.url), 'utf8').split('\n')

/** Minutes with this content, written through the handle, as anybody projects them. */
export function minutesDraft(content: MinutesContent): MinutesDraft {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  fillMinutes(minutes.open(doc), content)
  const { value, issues } = minutes.project(doc)
  if (issues.length > 0) throw new Error(JSON.stringify(issues))
  return value
}

/** The lines below a heading of a printed document, up to the next heading; empty lines left out. */
export function sectionOf(lines: readonly string[], heading: string): string[] {
  const start = lines.findIndex(line => line === heading)
  if (start < 0) throw new Error(`No heading ${heading}`)
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(line => /^#{1,3} /.test(line))
  return (end < 0 ? rest : rest.slice(0, end)).filter(line => line !== '')
}

const oneOfSchema = z.object({ oneOf: z.array(z.string()) })
const afterSchema = z.object({
  formalia: z.object({ agendaApproved: z.object({ approved: z.boolean(), changes: z.array(z.string()) }) }),
  lateContributions: z.array(lateContributionSchema.extend({ op: z.string() })),
  agenda: z.array(z.looseObject({ body: z.array(z.union([z.string(), oneOfSchema])) })),
})

/** A1 as it stands at 14:10 (fixture `a.afterTimeline`): of texts that may end in two ways, the first. */
export function a1Content(): MinutesContent {
  const fixture = z.looseObject({}).parse(readFixture('a.afterTimeline'))
  const { formalia, lateContributions, agenda } = afterSchema.parse(fixture)
  const settled = agenda.map(item => ({
    ...item,
    body: item.body.map(text => (typeof text === 'string' ? text : text.oneOf[0])),
  }))
  return {
    ...contentOf(startSchema.parse({ ...fixture, agenda: settled })),
    formalia,
    lateContributions: lateContributions.map(({ op, ...late }) => ({ id: op, ...late })),
  }
}

const ledgerSchema = z.object({
  records: z.array(
    z.looseObject({
      kind: z.string(),
      at: z.string(),
      by: z.string(),
      decision: z.string().optional(),
      votes: votesSchema.optional(),
      E: z.int().optional(),
      wording: z.string().optional(),
      registers: z.array(z.object({ register: z.string(), decision: z.string() })).optional(),
    }),
  ),
})

/** The rows of fixture `a.ledger` as the record side of A1. */
export function a1Record(): MinutesRecord {
  const { records } = ledgerSchema.parse(readFixture('a.ledger'))
  const of = (kind: string) => records.filter(row => row.kind === kind)
  const registers = new Map(
    of('meetingClosed').flatMap(row => (row.registers ?? []).map(own => [own.decision, own.register])),
  )
  return minutesRecordSchema.parse({
    state: 'geschlossen',
    decisions: of('tallyConfirmed').map(row => ({
      ...row,
      decisionId: row.decision,
      eligiblePresent: row.E,
      register: registers.get(row.decision ?? ''),
    })),
    quorum: of('quorumAscertained'),
    frozen: of('wordingFrozen').map(row => ({ ...row, decisionId: row.decision })),
  })
}

const a2Sections = [
  'Anlass und Ablauf',
  'Was in der Gruppe gut läuft',
  'Was die Gruppe braucht',
  'Beobachtungen, die über die Gruppe hinausgehen',
  'Zusammenarbeit vor Ort',
  'Verabredungen',
]

/** A2, the short report on a visit: its text from the document, its fields as fixture `a.visit` has them. */
export function a2Content(): MinutesContent {
  const lines = readDocument('A2')
  return {
    header: {
      title: 'Kurzbericht über einen Gruppenbesuch',
      meetingKind: 'gruppenbesuch',
      protocolType: 'verlauf',
      date: '2026-01-22',
      start: '19:00',
      end: '20:45',
      place: 'Pfarrscheune Auenstedt',
      minuteTakers: ['u.ma'],
      confidentiality: 'team',
    },
    visit: {
      visitedGroup: 'g.windlicht',
      visitors: ['u.ma'],
      welcomedBy: 'Gerd T., Ansprechperson der Gruppe',
      participantCount: 9,
      projectPresented: true,
      groupConsent: true,
      consentRead: true,
      needs: [
        { id: 'n1', need: 'austausch_nachbargruppen' },
        { id: 'n2', need: 'material_einfache_sprache' },
      ],
      earlyWarnings: [
        { id: 'w1', signal: 'wartezeit_suchtberatung' },
        { id: 'w2', signal: 'mischkonsum_schmerzmittel_alkohol' },
      ],
      forwarded: [{ id: 'f1', to: 'org.land', on: '2026-02-02' }],
    },
    agenda: a2Sections.map((title, index) => ({
      id: `s${index + 1}`,
      title,
      type: 'bericht',
      body: nodesFromLines(sectionOf(lines, `## ${title}`)),
    })),
    tasks: [
      {
        id: 'T1',
        what: 'In Lindenfurt und Niederlauben nach einem Termin für den gemeinsamen Nachmittag fragen',
        who: ['u.ma'],
        due: '2026-02-28',
      },
      { id: 'T2', what: 'Zugang zur Internetseite klären', who: ['u.gt'], due: '2026-01-29' },
      {
        id: 'T3',
        what: 'Bitte um Material in einfacher Sprache an den Fachbereich Öffentlichkeitsarbeit geben',
        who: ['u.ma'],
        due: '2026-02-14',
      },
    ],
  }
}

const founder = {
  status: 'anwesend' as const,
  voting: 'stimmberechtigt' as const,
  listing: 'kuerzel' as const,
  intervals: [['17:30', '19:10']] as [string, string][],
}
const guest = { status: 'gast' as const, voting: 'ohne' as const, intervals: founder.intervals }
const c3Sections = [
  ['1. Begrüßung und Anlass', 'formalia'],
  ['2. Ziel der Gruppe', 'beratung'],
  ['3. Beschlüsse', 'beschluss'],
  ['4. Ein zweites Treffen online', 'beratung'],
  ['6. Abschluss', 'information'],
] as const

/** One voting of C3 as it is printed: „G-01 Name. Die Gruppe heißt … Ja 5, Nein 0, Enthaltung 0 – angenommen.“ */
function printedVoting(register: string): { subject: string; wording: string } {
  const line = sectionOf(readDocument('C3'), '## 3. Beschlüsse').find(own => own.startsWith(`**${register} `))
  const found = /^\*\*\S+ (.+?)\.\*\* (.+?) Ja \d/.exec(line ?? '')
  if (!found) throw new Error(`${register} is not printed`)
  return { subject: found[1] ?? '', wording: found[2] ?? '' }
}
const c3Decision = (id: string, register: string, dissent?: string) => {
  const { subject, wording } = printedVoting(register)
  return {
    id,
    agendaItemId: 's3',
    subject,
    wording: [dissent === undefined ? wording : wording.replace(` ${dissent}`, '')],
    ...(dissent !== undefined && { dissentNote: [dissent] }),
  }
}

/** C3, the founding minutes: texts from the document. The fifth founder has a row and no name. */
export function c3Content(): MinutesContent {
  const lines = readDocument('C3')
  return {
    header: {
      title: 'Gründungsprotokoll der Selbsthilfegruppe Lichtblick Hohenlichtern',
      meetingKind: 'gruendungstreffen',
      protocolType: 'ergebnis_mit_verlauf',
      date: '2026-05-04',
      start: '17:30',
      end: '19:10',
      format: 'praesenz',
      place: 'Haus am Anger, Raum 1, Am Anger 3, 00456 Hohenlichtern',
      chair: 'u.hp',
      minuteTakers: ['u.bernd'],
      confidentiality: 'verband',
      nextMeeting: { date: '2026-05-11' },
    },
    attendance: [
      { id: 'ak', name: 'A. K.', ...founder },
      { id: 'u.bernd', name: 'Bernd', ...founder },
      { id: 'dilek', name: 'Dilek', ...founder },
      { id: 'u.km', name: 'Karin M.', ...founder },
      { id: 'ohne', ...founder },
      {
        id: 'u.as',
        name: 'Annegret Sommerlatte',
        affiliation: 'Selbsthilfekontaktstelle Lindenfurt',
        ...guest,
      },
      { id: 'u.hp', name: 'Hanne Pfefferkorn', function: 'Kooperationsperson der Region', ...guest },
    ],
    agenda: c3Sections.map(([heading, type]) => ({
      id: `s${heading.slice(0, 1)}`,
      title: heading.slice(3),
      type,
      onInvitation: true,
      body: type === 'beschluss' ? [] : nodesFromLines(sectionOf(lines, `## ${heading}`)),
    })),
    decisions: [
      c3Decision('d1', 'G-01'),
      c3Decision('d2', 'G-02'),
      c3Decision('d3', 'G-03', 'Dilek hätte lieber gleich geöffnet, weil sie selbst lange gesucht hat.'),
      c3Decision('d5', 'G-05'),
    ],
    elections: [
      {
        id: 'w4',
        agendaItemId: 's3',
        office: 'Ansprechperson',
        candidates: [{ id: 'k1', person: 'u.bernd', accepted: true }],
      },
    ],
    tasks: [
      {
        id: 'T1',
        what: 'Gruppennummer einrichten und Ansage aufsprechen',
        who: ['u.bernd'],
        due: '2026-05-11',
      },
      {
        id: 'T2',
        what: 'Leitfaden aus dem Starterpaket anpassen',
        who: ['u.km', 'u.bernd'],
        due: '2026-05-18',
      },
      { id: 'T3', what: 'Programm für Videotreffen erfragen', who: ['dilek'], due: '2026-06-01' },
      {
        id: 'T4',
        what: 'Eigenes Konto für die Gruppe klären, damit ein Förderantrag möglich ist',
        who: ['ak', 'u.hp'],
        due: '2026-06-30',
      },
    ],
    founding: {
      foundersCount: 5,
      name: 'Lichtblick Hohenlichtern',
      openness: 'geschlossen',
      admissionNote: 'bis Ende Juni; danach offen nach einem kurzen Gespräch',
      contactPerson: 'u.bernd',
      contact: '069 90009-214',
      affiliation: 'Brückenschlag Landesverband Mittelland',
      slots: [
        { id: 'mo', weekday: 'MO', from: '17:30', to: '19:00', place: 'Haus am Anger, Raum 1' },
        { id: 'online', format: 'online', state: 'erwogen' },
      ],
    },
  }
}

const foundingSchema = z.object({
  decisions: z.array(
    z.looseObject({
      register: z.string(),
      subject: z.string(),
      candidate: z.string().optional(),
      votes: votesSchema,
      eligiblePresent: z.int(),
      result: z.string(),
    }),
  ),
})
/** The printed minutes name no times of the votes: everybody was there from beginning to end. */
const votedAt = '18:15'

/** The votes of fixture `c.founding` as the record side of C3. */
export function c3Record(): MinutesRecord {
  const { decisions } = foundingSchema.parse(readFixture('c.founding'))
  const rows = decisions.map(row => ({ ...row, at: votedAt }))
  return minutesRecordSchema.parse({
    state: 'geschlossen',
    decisions: rows
      .filter(({ candidate }) => candidate === undefined)
      .map(row => ({ ...row, decisionId: `d${Number(row.register.slice(2))}` })),
    elections: rows
      .filter(({ candidate }) => candidate !== undefined)
      .map(row => ({
        ...row,
        electionId: 'w4',
        candidates: [{ candidateId: 'k1', votes: row.votes }],
        elected: row.result === 'gewaehlt' ? ['k1'] : [],
      })),
  })
}
