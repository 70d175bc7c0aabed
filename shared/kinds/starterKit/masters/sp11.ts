import { type KitMaster } from './master.ts'

export const sp11: KitMaster = {
  code: 'SP-11',
  title: 'Plakat A3',
  itemKind: 'vorlage_druck',
  purpose:
    'Das Plakat sagt aus drei Metern Entfernung, dass es euch gibt, und aus der Nähe, wie man euch erreicht.',
  phases: [2],
  formats: ['PDF (Druck)'],
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
    { id: 'b01', title: 'Groß', lines: ['**Du bist nicht allein damit.**'] },
    {
      id: 'b02',
      title: 'Mittelgroß',
      lines: ['Neue Selbsthilfegruppe „{{gruppe.name}}“', 'für {{gruppe.zielgruppe}}'],
    },
    {
      id: 'b03',
      title: 'Wann und wo',
      lines: [
        '{{gruppe.treffen}}',
        '{{gruppe.ort.name}}, {{gruppe.ort.strasse}}, {{gruppe.ort.stadt}}',
        'Erstes Treffen: {{erstesTreffen.datum}}',
      ],
    },
    {
      id: 'b04',
      title: 'Kontakt',
      lines: ['Telefon {{gruppe.kontakt.telefon}}', 'Kostenfrei. Vertraulich. Ein Vorname reicht.'],
    },
    {
      id: 'b05',
      title: 'Förderhinweis (löschen, wenn ihr keine Förderung bekommt)',
      lines: ['{{foerderhinweis}}'],
    },
    {
      id: 'b06',
      title: 'Impressum',
      lines: ['Verantwortlich im Sinne des Presserechts: {{visdp.name}}, {{visdp.anschrift}}'],
      locked: true,
    },
    {
      id: 'b07',
      title: 'Logo und Druck',
      lines: [
        'Das Logo des Verbands steht unten rechts und wird nicht verändert. Wählt ein Bild, das niemanden bloßstellt: eine offene Tür, leere Stühle im Kreis, Hände mit Tasse. Keine Flaschen, keine Spritzen, keine abgewandten Gestalten. Dunkle Schrift auf hellem Grund lässt sich am besten lesen. Fragt, bevor ihr ein Plakat aufhängt.',
      ],
      locked: true,
    },
  ],
}
