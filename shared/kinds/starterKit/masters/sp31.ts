import { type KitMaster } from './master.ts'

export const sp31: KitMaster = {
  code: 'SP-31',
  title: 'Rückblick nach zehn Treffen',
  itemKind: 'formular',
  purpose: 'Mit diesen Fragen seht ihr nach zehn Treffen, was trägt und was ihr ändern möchtet.',
  phases: [5],
  formats: ['Formular'],
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
      title: 'So geht ihr vor',
      lines: [
        'Nehmt euch ein ganzes Treffen lang Zeit. Füllt den Bogen zuerst still aus, ohne Namen. Dann legt die Blätter in die Mitte und lest sie vor. Fangt mit dem an, was gut ist.',
        'Gruppe: {{gruppe.name}}',
        'Erstes Treffen: {{erstesTreffen.datum}}, heute: ______________',
      ],
    },
    {
      id: 'b02',
      title: 'Wie geht es mir in der Gruppe?',
      lines: [
        'Kreuzt in jeder Zeile an, was am besten passt.',
        '| Aussage | stimmt | teils | stimmt nicht |',
        '| Ich komme gern. | | | |',
        '| Ich traue mich zu sagen, was mich beschäftigt. | | | |',
        '| Ich werde nicht unterbrochen. | | | |',
        '| Alle kommen dran. | | | |',
        '| Die Zeit reicht. | | | |',
        '| Der Raum ist gut. | | | |',
        '| Unsere Regeln werden eingehalten. | | | |',
      ],
    },
    {
      id: 'b03',
      title: 'Drei Sätze',
      lines: [
        'Am meisten hilft mir hier: ______________________________',
        'Schwierig finde ich: ______________________________',
        'Ich wünsche mir: ______________________________',
      ],
    },
    {
      id: 'b04',
      title: 'Wie geht es der Gruppe?',
      lines: [
        'Beim ersten Treffen waren wir ______, heute sind wir ______.',
        'Neu dazugekommen sind ______, nicht mehr da sind ______. Wissen wir, warum?',
        'Wer macht welche Aufgabe? Macht jemand zu viel? ______________________________',
        'Wer könnte das Treffen auch einmal leiten? ______________________________',
        'Wie finden uns neue Menschen? ______________________________',
        'Unsere Gruppe ist {{gruppe.zugang}}. Passt das noch? ______________________________',
      ],
    },
    {
      id: 'b05',
      title: 'Das beschließen wir',
      lines: [
        '| Was bleibt? Was wird anders? | Wer kümmert sich? | Bis wann? |',
        '| | | |',
        '| | | |',
        '| | | |',
      ],
    },
    {
      id: 'b06',
      title: 'Zum Schluss',
      lines: [
        'Zehn Treffen sind viel. Feiert das, mit Kuchen oder einem Spaziergang. Den nächsten Rückblick machen wir am: ______________',
      ],
    },
  ],
}
