import { type KitMaster } from './master.ts'

export const sp23: KitMaster = {
  code: 'SP-23',
  title: 'Verschwiegenheitserklärung',
  itemKind: 'formular',
  purpose:
    'Mit dieser Erklärung versprecht ihr euch gegenseitig, dass in der Gruppe bleibt, was in der Gruppe gesprochen wird.',
  phases: [3],
  formats: ['PDF'],
  owner: 'recht',
  documentKind: 'kitItem',
  version: '1.0',
  asOf: '2026-03-01',
  licence: 'CC BY-SA 4.0',
  languages: ['de'],
  plainLanguage: 'keine',
  validUntil: '2027-02-28',
  review: 'recht',
  blocks: [
    {
      id: 'b01',
      title: 'Vor dem Gebrauch prüfen lassen',
      lines: [
        'Diesen Text muss eine Fachperson für Recht prüfen, bevor ihr ihn benutzt. Das Datum der Prüfung gehört hierher.',
        'Geprüft von: ______________________________ Geprüft am: ______________',
        'Steht hier kein Datum, ist der Text ein Entwurf. Verteilt ihn dann bitte noch nicht.',
      ],
    },
    {
      id: 'b02',
      title: 'Worum es geht',
      lines: [
        'Nur wer sich sicher fühlt, kann offen reden. Darum steht diese Erklärung am Anfang. Sie ist ein Versprechen unter Menschen. Ob und wann sie auch vor Gericht zählt, sagt euch die Prüfung.',
        'Lest sie einmal im Jahr gemeinsam vor. Das wirkt oft mehr als eine Unterschrift.',
      ],
    },
    {
      id: 'b03',
      title: 'Die Erklärung',
      lines: [
        'Ich komme in die Gruppe {{gruppe.name}}. Ich verspreche:',
        '- Ich erzähle niemandem, wer zur Gruppe gehört und wer da war.',
        '- Ich erzähle nicht weiter, was andere gesagt haben, auch nicht ohne Namen, wenn man die Person erkennen könnte.',
        '- Von mir selbst darf ich überall erzählen.',
        '- Ich mache keine Fotos und keine Aufnahmen.',
        '- Treffe ich jemanden aus der Gruppe woanders, spreche ich die Person nicht auf die Gruppe an.',
        '- Das gilt auch gegenüber Familie, Arbeitgebern, Ämtern und im Internet.',
        '- Das gilt auch dann noch, wenn ich nicht mehr komme.',
      ],
    },
    {
      id: 'b04',
      title: 'Eine Ausnahme',
      lines: [
        'Ist ein Mensch in akuter Gefahr, dürfen wir Hilfe holen und sagen, was dafür nötig ist. Danach sprechen wir in der Gruppe darüber.',
      ],
    },
    {
      id: 'b05',
      title: 'Unterschrift',
      lines: [
        'Name, Kürzel oder der Name, mit dem ich angesprochen werden möchte: ______________________________',
        'Datum: ______________________________',
      ],
    },
    {
      id: 'b06',
      title: 'Wohin mit dem Blatt?',
      lines: [
        'Am besten behält jede Person das eigene Blatt. Ein Stapel mit Unterschriften wäre eine Liste aller, die zu euch kommen. Wenn ihr die Blätter sammelt, dann verschlossen und nur so lange, wie ihr sie braucht.',
      ],
    },
  ],
}
