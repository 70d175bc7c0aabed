import { type KitMaster } from './master.ts'

export const sp30: KitMaster = {
  code: 'SP-30',
  title: 'Kooperationsvereinbarung (Vorlage, ergänzt – ersetzt nicht)',
  itemKind: 'text',
  purpose: 'Die Vorlage hält fest, was eure Gruppe und eine Einrichtung füreinander tun und was nicht.',
  phases: [5],
  formats: ['DOCX'],
  owner: 'recht',
  documentKind: 'kitItem',
  version: '1.0',
  asOf: '2026-03-01',
  licence: 'CC BY-SA 4.0',
  languages: ['de'],
  plainLanguage: 'keine',
  validUntil: null,
  review: null,
  blocks: [
    {
      id: 'b01',
      title: 'Zwischen wem',
      lines: [
        'Selbsthilfegruppe {{gruppe.name}}, erreichbar unter {{gruppe.kontakt.telefon}} und {{gruppe.kontakt.email}},',
        'und Einrichtung: ______________________________',
        'vertreten durch: ______________________________',
      ],
    },
    {
      id: 'b02',
      title: 'Selbsthilfe ergänzt, sie ersetzt nicht',
      lines: [
        'Selbsthilfe ergänzt, sie ersetzt nicht. Die Gruppe übernimmt keine Aufgaben, für die es Fachleute gibt und für die andere bezahlt werden. Ihre Arbeit ist ehrenamtlich und darf nicht dazu dienen, ein Angebot einzusparen.',
      ],
      locked: true,
    },
    {
      id: 'b03',
      title: 'Was die Einrichtung tut',
      lines: [
        '[ ] Sie weist Menschen auf die Gruppe hin, freiwillig und ohne Druck.',
        '[ ] Sie legt das Kärtchen an einem Ort aus, an dem man es unbeobachtet mitnehmen kann.',
        '[ ] Sie stellt einen Raum zur Verfügung: ______________________________',
        '[ ] Sie nennt eine feste Ansprechperson (Aufgabe und dienstliches Telefon): ______________________________',
        '[ ] Sie lädt die Gruppe ein, sich dem Team vorzustellen: ______ Mal im Jahr.',
        '[ ] Anderes: ______________________________',
      ],
    },
    {
      id: 'b04',
      title: 'Was die Gruppe tut',
      lines: [
        '[ ] Sie sagt Bescheid, wenn sich Tag, Zeit oder Ort ändern. Zurzeit: {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}.',
        '[ ] Sie stellt sich auf Einladung vor, zu zweit und für etwa eine halbe Stunde.',
        '[ ] Sie nennt Menschen, die mehr Hilfe brauchen, die Einrichtung als einen möglichen Weg.',
        '[ ] Anderes: ______________________________',
      ],
    },
    {
      id: 'b05',
      title: 'Was beide achten',
      lines: [
        '- Über Inhalte und Geld der Gruppe entscheidet allein die Gruppe.',
        '- Niemand wird geschickt. Wer kommt, kommt freiwillig. Nicht zu kommen hat keine Folgen.',
        '- Die Gruppe gibt keine Auskunft darüber, wer zu ihr kommt, und stellt keine Bescheinigungen aus.',
        '- Die Einrichtung gibt keine Namen an die Gruppe.',
        '- Beide sprechen über Menschen mit Achtung und benutzen Worte, die niemanden auf eine Krankheit verkürzen.',
        '- Logos benutzt jede Seite nur, wenn die andere zugestimmt hat.',
      ],
    },
    {
      id: 'b06',
      title: 'Wie lange das gilt',
      lines: [
        'Die Vereinbarung gilt ab ______________. Einmal im Jahr setzen wir uns zusammen: Was war gut, was ändern wir? Jede Seite kann sie jederzeit mit einer Frist von ______ Wochen beenden. Ein Grund ist nicht nötig.',
      ],
    },
    {
      id: 'b07',
      title: 'Unterschriften',
      lines: [
        'Ort und Datum: ______________________________',
        'Für die Gruppe {{gruppe.name}}: ______________________________',
        'Für die Einrichtung: ______________________________',
      ],
    },
  ],
}
