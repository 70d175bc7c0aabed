import { type KitMaster } from './master.ts'

export const sp14: KitMaster = {
  code: 'SP-14',
  title: 'Kurzmeldung Mitteilungsblatt (400 Zeichen)',
  itemKind: 'text',
  purpose:
    'Die Meldung passt in jedes Mitteilungsblatt: höchstens 400 Zeichen, wenn eure Angaben eingesetzt sind.',
  phases: [2],
  formats: ['Text'],
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
      title: 'Die Meldung',
      lines: [
        'Selbsthilfegruppe „{{gruppe.name}}“: Für Menschen, die Erfahrungen mit Alkohol, Medikamenten oder anderen Substanzen haben, und für Angehörige. Treffen {{gruppe.wochentag.adverb}}, {{gruppe.zeit}}, {{gruppe.ort.mitPraeposition}}. Kostenfrei und vertraulich. Wer kommen möchte, ruft vorher kurz an: {{gruppe.kontakt.telefon}}.',
      ],
    },
  ],
}
