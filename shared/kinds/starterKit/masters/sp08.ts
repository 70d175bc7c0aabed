import { type KitMaster } from './master.ts'

export const sp08: KitMaster = {
  code: 'SP-08',
  title: 'Gruppenregeln',
  itemKind: 'karte',
  purpose:
    'Die Karte nennt sieben Regeln, über die ihr beim ersten Treffen sprecht und die ihr gemeinsam beschließt.',
  phases: [3],
  formats: ['Karte A5'],
  owner: 'organisation',
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
      title: 'Unsere Regeln',
      lines: [
        'Gruppe {{gruppe.name}}',
        '1. Was hier gesprochen wird, bleibt hier. Auch, wer da war.',
        '2. Wir lassen einander ausreden.',
        '3. Jede Person spricht von sich. Wir sagen „ich“ statt „man“.',
        '4. Niemand muss etwas sagen. Schweigen ist erlaubt.',
        '5. Ratschläge gibt es nur, wenn jemand darum bittet.',
        '6. Wir bewerten einander nicht und vergleichen nicht, wer es schwerer hat.',
        '7. Wir beginnen und enden pünktlich und sagen Bescheid, wenn wir nicht kommen.',
      ],
    },
    {
      id: 'b02',
      title: 'Alkohol, Medikamente, andere Drogen',
      lines: ['Das haben wir für unsere Treffen verabredet: ______________________________'],
    },
    {
      id: 'b03',
      title: 'Wenn jemand eine Regel bricht',
      lines: [
        'Wir sprechen es ruhig an, am besten gleich. Geredet wird über die Regel, nicht über den Menschen.',
        'Beschlossen am ______________. Wir sehen die Regeln wieder an am ______________.',
      ],
    },
  ],
}
