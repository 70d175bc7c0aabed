import type { AgendaType, MeetingKind } from './enums.ts'
import type { MinutesContent } from './fill.ts'
import { meetingKinds } from './meetingKinds.ts'

type Item = readonly [title: string, type: AgendaType]

const opening: Item = ['Begrüßung und Formalia', 'formalia']
const ending: Item = ['Verschiedenes und Termine', 'information']

/**
 * What the agenda of a meeting of this kind usually is. Regional team, visit and founding follow the documents A1, A2
 * and C3 of scenarios.md; the others the special fields of domain.md 2.1.
 */
const agendas: Readonly<Record<MeetingKind, readonly Item[]>> = {
  regionalteam: [
    opening,
    ['Berichte von Gruppenbesuchen', 'bericht'],
    ['Stand der Gruppen in der Region', 'beratung'],
    ending,
  ],
  gruppenbesuch: [
    ['Anlass und Ablauf', 'bericht'],
    ['Was in der Gruppe gut läuft', 'bericht'],
    ['Was die Gruppe braucht', 'bericht'],
    ['Beobachtungen, die über die Gruppe hinausgehen', 'bericht'],
    ['Zusammenarbeit vor Ort', 'bericht'],
    ['Verabredungen', 'information'],
  ],
  fruehjahrstreffen: [
    opening,
    ['Arbeit in Gruppen', 'beratung'],
    ['Ergebnisse', 'bericht'],
    ['Ausblick und Termine', 'information'],
  ],
  herbsttreffen: [
    opening,
    ['Auswertung des Jahres', 'bericht'],
    ['Arbeit in Gruppen', 'beratung'],
    ['Ergebnisse', 'bericht'],
    ['Ausblick und Termine', 'information'],
  ],
  steuerungsgruppe: [opening, ['Stand des Projekts', 'bericht'], ['Empfehlungen', 'beratung'], ending],
  delegiertenversammlung: [
    opening,
    ['Feststellung der Mandate', 'formalia'],
    ['Zwischenbericht', 'bericht'],
    ['Entlastung', 'beschluss'],
    ['Wahlen', 'wahl'],
    ['Anträge', 'beschluss'],
    ending,
  ],
  gruendungstreffen: [
    ['Begrüßung und Anlass', 'formalia'],
    ['Ziel der Gruppe', 'beratung'],
    ['Beschlüsse', 'beschluss'],
    ['Abschluss', 'information'],
  ],
  naloxon_peer: [['Ablauf', 'bericht']],
  kooperationstreffen: [
    opening,
    ['Stand der Zusammenarbeit', 'bericht'],
    ['Verabredungen', 'beratung'],
    ending,
  ],
  facharbeitskreis: [opening, ['Thema', 'beratung'], ['Rückmeldung der Delegierten', 'bericht'], ending],
  fachveranstaltung: [
    ['Ablauf', 'bericht'],
    ['Ergebnisse', 'bericht'],
  ],
}

/** What a founding has to decide (document C3); the contact person is elected. */
const foundingSubjects = ['Name', 'Tag, Zeit und Ort', 'Zugang', 'Anschluss an den Verband']

/**
 * What new minutes of a kind of meeting begin with. Offered while the agenda is empty, never written unasked; the ids
 * are new each time: where two people take it at once it stands there twice, and nothing that was typed is lost.
 */
export function firstContent(kind: MeetingKind, newId: () => string): MinutesContent {
  const { protocolType, rule } = meetingKinds[kind]
  const agenda = agendas[kind].map(([title, type]) => ({ id: newId(), title, type, onInvitation: true }))
  const header = { meetingKind: kind, protocolType }
  if (kind !== 'gruendungstreffen') return { header, agenda }
  const agendaItemId = agenda.find(({ type }) => type === 'beschluss')?.id ?? null
  return {
    header,
    agenda,
    decisions: foundingSubjects.map(subject => ({ id: newId(), agendaItemId, subject, rule })),
    elections: [{ id: newId(), agendaItemId, office: 'Ansprechperson', rule, candidates: [{ id: newId() }] }],
  }
}
