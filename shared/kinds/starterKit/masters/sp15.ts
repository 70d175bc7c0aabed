import { type KitMaster } from './master.ts'

export const sp15: KitMaster = {
  code: 'SP-15',
  title: 'Text für die Internetseite',
  itemKind: 'text',
  purpose:
    'Der Text füllt eine Seite im Netz, auf der Menschen in einer Minute sehen, ob eure Gruppe zu ihnen passt.',
  phases: [2],
  formats: ['HTML'],
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
      title: 'Oben auf der Seite',
      lines: [
        '**{{gruppe.name}}: Selbsthilfegruppe in {{gruppe.ort.stadt}}**',
        'Wir sind eine Gruppe für {{gruppe.zielgruppe}}. Wir treffen uns {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}.',
      ],
    },
    {
      id: 'b02',
      title: 'Was bei uns geschieht',
      lines: [
        'Wir sitzen im Kreis und reden. Wer möchte, erzählt, wie es gerade geht. Wer nicht möchte, hört zu. Wir teilen, was uns geholfen hat, und auch, was nicht geklappt hat. Manchmal laden wir jemanden ein, der zu einem Thema etwas weiß.',
        'Wir sind keine Beratungsstelle und keine Therapie. Wir stellen keine Bescheinigungen aus.',
      ],
    },
    {
      id: 'b03',
      title: 'So kommst du zu uns',
      lines: [
        'Die Gruppe ist {{gruppe.zugang}}. Ruf uns an oder schreib uns, wenn du unsicher bist: Telefon {{gruppe.kontakt.telefon}}, E-Mail {{gruppe.kontakt.email}}. Du musst deinen Nachnamen nicht nennen.',
        'Wir melden uns so bald wie möglich. Wir sind keine Hotline: Manchmal dauert es einen oder zwei Tage.',
      ],
    },
    {
      id: 'b04',
      title: 'Der Weg',
      lines: [
        '{{gruppe.ort.name}}, {{gruppe.ort.strasse}}, {{gruppe.ort.plz}} {{gruppe.ort.stadt}}',
        'Der Raum ist {{gruppe.ort.stufenfrei}}.',
        'Nächste Haltestelle: ______________________________',
        'Eingang, Klingel, Raum: ______________________________',
      ],
    },
    {
      id: 'b05',
      title: 'Für Angehörige',
      lines: [
        'Es ist auch für dich schwer. Du musst niemanden ändern, um zu uns zu kommen. Frag uns, ob Angehörige in dieser Runde dabei sind oder ob es eine eigene Runde für sie gibt.',
      ],
    },
    {
      id: 'b06',
      title: 'Häufige Fragen',
      lines: [
        '**Was kostet das?** Nichts.',
        '**Erfährt jemand, dass ich da war?** Von uns nicht. Was gesprochen wird und wer da ist, bleibt in der Gruppe.',
        '**Muss ich jedes Mal kommen?** Nein. Wir freuen uns, wenn du Bescheid sagst.',
        '**Spricht mich jemand an, wenn wir uns in der Stadt treffen?** Nur wenn du es möchtest.',
      ],
    },
    {
      id: 'b07',
      title: 'Impressum, Datenschutz und Hilfe in Krisen',
      lines: [
        'Zur Seite gehören ein Impressum und eine Datenschutzerklärung, jeweils mit einem Klick erreichbar. Steht euer Text auf der Seite des Verbands oder der Kontaktstelle, gelten deren Angaben. Habt ihr eine eigene Seite, fragt vorher beim Verband nach.',
        'Verantwortlich für den Inhalt: {{visdp.name}}, {{visdp.anschrift}}. Stand: {{stand}}',
        'Hilfe in Krisen: Bei akuter Gefahr Notruf 112. Rund um die Uhr TelefonSeelsorge 0800 1110111, 0800 1110222 oder 116 123 (kostenfrei) und Sucht & Drogen Hotline 01806 313031 (20 Cent pro Anruf).',
      ],
      locked: true,
    },
  ],
}
