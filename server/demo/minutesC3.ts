import { nodesFromLines } from '#shared/document/proseLines.ts'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { readDocument, sectionOf } from './files.ts'

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
  const line = sectionOf(readDocument('C3').split('\n'), '## 3. Beschlüsse').find(own =>
    own.startsWith(`**${register} `),
  )
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
  const printed = readDocument('C3').split('\n')
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
      body: type === 'beschluss' ? [] : nodesFromLines(sectionOf(printed, `## ${heading}`)),
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
