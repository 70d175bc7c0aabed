import { nodesFromLines } from '#shared/document/proseLines.ts'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { readDocument, sectionOf } from './files.ts'

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
  const report = readDocument('A2').split('\n')
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
      body: nodesFromLines(sectionOf(report, `## ${title}`)),
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
