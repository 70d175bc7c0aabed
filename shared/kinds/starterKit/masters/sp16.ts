import { type KitMaster } from './master.ts'

export const sp16: KitMaster = {
  code: 'SP-16',
  title: 'Social-Media-Kacheln 1080 × 1080 mit Alternativtext',
  itemKind: 'bild',
  purpose: 'Vier quadratische Bilder mit Text, dazu die Beschreibung für Menschen, die das Bild nicht sehen.',
  phases: [2],
  formats: ['PNG'],
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
      title: 'Kachel 1: Wir sind da',
      lines: [
        'Text auf dem Bild: **{{gruppe.name}}. Neu in {{gruppe.ort.stadt}}.**',
        'Alternativtext: Helle Kachel mit dunkler Schrift. Darauf steht: {{gruppe.name}}. Neu in {{gruppe.ort.stadt}}. Darunter eine Zeichnung von Stühlen, die im Kreis stehen.',
      ],
    },
    {
      id: 'b02',
      title: 'Kachel 2: Wann und wo',
      lines: [
        'Text auf dem Bild: **Wir treffen uns {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}.**',
        'Alternativtext: Kachel mit einer gezeichneten offenen Tür. Darauf steht: Wir treffen uns {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}.',
      ],
    },
    {
      id: 'b03',
      title: 'Kachel 3: Was bei uns gilt',
      lines: [
        'Text auf dem Bild: **Niemand muss etwas erzählen. Zuhören ist genug.**',
        'Alternativtext: Zwei gezeichnete Hände halten eine Tasse. Darüber steht: Niemand muss etwas erzählen. Zuhören ist genug.',
      ],
    },
    {
      id: 'b04',
      title: 'Kachel 4: So erreichst du uns',
      lines: [
        'Text auf dem Bild: **Ein Anruf, ein Vorname. Mehr nicht. {{gruppe.kontakt.telefon}}**',
        'Alternativtext: Kachel mit einem gezeichneten Telefon. Darauf steht: Ein Anruf, ein Vorname. Mehr nicht. Die Telefonnummer ist {{gruppe.kontakt.telefon}}.',
      ],
    },
    {
      id: 'b05',
      title: 'Text unter dem Bild',
      lines: [
        'In {{gruppe.ort.stadt}} gibt es eine Selbsthilfegruppe für {{gruppe.zielgruppe}}. Wir treffen uns {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}. Bitte schreibt eure Geschichte nicht in die Kommentare: Alle können mitlesen. Ruft uns lieber an.',
      ],
    },
    {
      id: 'b06',
      title: 'Bevor ihr etwas hochladet',
      lines: [
        '[ ] Der Alternativtext ist eingetragen.',
        '[ ] Auf dem Bild ist niemand zu erkennen.',
        '[ ] Wir markieren keine Menschen, auch nicht mit deren Profilnamen.',
        '[ ] Jemand sieht in den nächsten Tagen nach, was darunter geschrieben wird.',
        '[ ] Alle in der Gruppe wissen: Ein „Gefällt mir“ sehen auch andere.',
      ],
    },
    {
      id: 'b07',
      title: 'Logo',
      lines: [
        'Das Logo des Verbands steht unten rechts mit genug Abstand zum Rand. Form und Farben bleiben, wie sie sind. Nur Gruppen, die zum Verband gehören, dürfen es verwenden.',
      ],
      locked: true,
    },
  ],
}
