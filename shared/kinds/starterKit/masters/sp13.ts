import { type KitMaster } from './master.ts'

export const sp13: KitMaster = {
  code: 'SP-13',
  title: 'Pressevorlage „Neue Gruppe startet“ (PV-03)',
  itemKind: 'verweis',
  purpose:
    'Aus der Pressevorlage PV-03 wird eure Pressemitteilung; die Angaben zu eurer Gruppe sind schon eingesetzt.',
  phases: [2],
  formats: ['Pressevorlage'],
  owner: 'oeffentlichkeitsarbeit',
  documentKind: 'pressTemplate',
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
      title: 'So wird daraus eure Pressemitteilung',
      lines: [
        'Der Text steht in der Pressevorlage PV-03 „Neue Gruppe startet“. Name, Zeit, Ort und Telefon von {{gruppe.name}} kommen aus den Angaben eurer Gruppe. Ihr ergänzt die Veranstaltung, die Zitate und ein Bild.',
        'Verschickt wird sie erst, wenn dreierlei stimmt:',
        '- Alle Zitate sind freigegeben.',
        '- Die Gruppe hat zugestimmt.',
        '- Zwei Menschen, die nicht mitgeschrieben haben, haben Ja gesagt.',
      ],
    },
    {
      id: 'b02',
      title: 'Über uns',
      lines: [
        '{{bundesverband.name}} ist ein Verband von Selbsthilfegruppen für Menschen mit Suchterfahrung und ihre Angehörigen. Der Verband arbeitet ehrenamtlich, überkonfessionell und unabhängig von wirtschaftlichen Interessen.',
      ],
      locked: true,
    },
  ],
}
