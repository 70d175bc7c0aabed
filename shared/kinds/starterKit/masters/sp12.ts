import { type KitMaster } from './master.ts'

export const sp12: KitMaster = {
  code: 'SP-12',
  title: 'Visitenkarte / Kärtchen',
  itemKind: 'vorlage_druck',
  purpose: 'Das Kärtchen passt in jede Hosentasche und verrät nichts, wenn es jemand anderes findet.',
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
    {
      id: 'b01',
      title: 'Vorderseite',
      lines: ['**{{gruppe.name}}**', '{{gruppe.treffen}}', '{{gruppe.ort.mitPraeposition}}'],
    },
    {
      id: 'b02',
      title: 'Rückseite',
      lines: [
        'Telefon {{gruppe.kontakt.telefon}}',
        '{{gruppe.kontakt.email}}',
        'Ein Vorname genügt.',
        'Verantwortlich: {{visdp.name}}, {{visdp.anschrift}}',
      ],
    },
    {
      id: 'b03',
      title: 'Hinweise zum Verteilen',
      lines: [
        'Auf dem Kärtchen steht mit Absicht kein Wort über Sucht. So kann man es einstecken, ohne etwas zu verraten.',
        'Legt es dort aus, wo man es unbeobachtet mitnehmen kann: in Wartezimmern, Büchereien, Toilettenräumen, an der Kasse der Apotheke. Fragt vorher. Seht alle paar Wochen nach, ob noch welche da sind.',
      ],
    },
  ],
}
