import { type KitMaster } from './master.ts'

export const sp18: KitMaster = {
  code: 'SP-18',
  title: 'Präsentation „Wer wir sind“',
  itemKind: 'folien',
  purpose: 'Neun Folien für einen Besuch von zwanzig Minuten in einem Team, einer Klinik oder einer Schule.',
  phases: [2, 3, 4, 5],
  formats: ['PPTX', 'PDF'],
  owner: 'oeffentlichkeitsarbeit',
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
      title: 'Folie 1: Titel',
      lines: ['**{{gruppe.name}}**', 'Selbsthilfe bei Sucht in {{gruppe.ort.stadt}}'],
    },
    {
      id: 'b02',
      title: 'Folie 2: Wer heute spricht',
      lines: [
        '- zwei Menschen aus der Gruppe, mit Vornamen',
        '- Wir sprechen von uns, nicht über andere.',
        '- Fragen sind jederzeit willkommen. Auf manche antworten wir nicht.',
      ],
    },
    {
      id: 'b03',
      title: 'Folie 3: Was Selbsthilfe ist',
      lines: [
        '- Menschen mit ähnlicher Erfahrung unterstützen sich gegenseitig.',
        '- Niemand wird behandelt oder beurteilt.',
        '- Freiwillig, kostenfrei, vertraulich',
      ],
    },
    {
      id: 'b04',
      title: 'Folie 4: Was wir nicht sind',
      lines: [
        '- keine Beratungsstelle, keine Therapie, kein Notdienst',
        '- keine Bescheinigungen, keine Auskunft über einzelne Menschen',
        '- kein Ersatz für Fachleute, sondern eine Ergänzung',
      ],
    },
    {
      id: 'b05',
      title: 'Folie 5: Unsere Gruppe',
      lines: [
        '- für {{gruppe.zielgruppe}}',
        '- {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}',
        '- {{gruppe.zugang}}',
      ],
    },
    {
      id: 'b06',
      title: 'Folie 6: Ein Treffen bei uns',
      lines: [
        '- Ankommen: ein Satz, wie es geht',
        '- Thema: was heute jemand braucht',
        '- Schluss: was nehme ich mit?',
      ],
    },
    {
      id: 'b07',
      title: 'Folie 7: Worte machen etwas aus',
      lines: [
        '- „Menschen mit einer Abhängigkeitserkrankung“ nennt zuerst den Menschen.',
        '- Über Angehörige sprechen wir als Angehörige, nicht als Teil der Krankheit.',
        '- Wie jemand sich selbst nennt, entscheidet jede Person für sich.',
      ],
    },
    {
      id: 'b08',
      title: 'Folie 8: Das wünschen wir uns',
      lines: [
        '- eine feste Person, die wir anrufen können',
        '- Kärtchen an einem Ort, an dem man sie unbeobachtet einstecken kann',
        '- Hinweise ohne Druck: Wer kommt, kommt freiwillig.',
      ],
    },
    {
      id: 'b09',
      title: 'Folie 9: So erreichen Sie uns',
      lines: [
        'Telefon {{gruppe.kontakt.telefon}}, E-Mail {{gruppe.kontakt.email}}',
        'Unterstützt von: {{partner.kontaktstelle.name}} und Regionalteam {{region.name}}',
      ],
    },
    {
      id: 'b10',
      title: 'Logo und Quellen',
      lines: [
        'Das Logo des Verbands bleibt auf jeder Folie unverändert. Zeigt ihr Zahlen oder Bilder, steht die Quelle mit Jahr auf derselben Folie. Bilder brauchen einen Bildnachweis und die Einwilligung aller Menschen, die man erkennen kann.',
        'Text der Folien: {{bundesverband.name}}',
        'Stand: {{stand}}',
      ],
      locked: true,
    },
  ],
}
