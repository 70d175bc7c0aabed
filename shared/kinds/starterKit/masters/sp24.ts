import { type KitMaster } from './master.ts'

export const sp24: KitMaster = {
  code: 'SP-24',
  title: 'Einwilligung Foto / Zitat',
  itemKind: 'formular',
  purpose:
    'Das Formular hält fest, welches Bild und welcher Satz von jemandem wo erscheinen darf, und wie lange.',
  phases: [2],
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
      locked: true,
    },
    {
      id: 'b02',
      title: 'Redet vorher miteinander',
      lines: [
        'Wer mit Bild oder Namen erscheint, wird vielleicht von Nachbarn, Vorgesetzten oder den eigenen Kindern erkannt, auch noch in Jahren. Fragt nicht kurz vor dem Druck. Gebt mindestens einen Tag Bedenkzeit. Ein Nein braucht keinen Grund. Druckt das Formular aus und füllt es mit der Hand aus.',
        'Oft geht es auch ohne: ein Türschild, leere Stühle, Hände mit Tasse, ein geänderter Name.',
      ],
    },
    {
      id: 'b03',
      title: 'Einwilligung: Foto',
      lines: [
        'Ein Bild, auf dem man einen Menschen erkennt, darf man grundsätzlich nur zeigen, wenn dieser Mensch eingewilligt hat (§ 22 Kunsturhebergesetz). Bei Kindern und Jugendlichen entscheiden auch die Eltern oder die Menschen, die für sie sorgen.',
        'Um dieses Bild geht es: ______________________________',
        'Ich bin damit einverstanden, dass es erscheint:',
        '[ ] auf gedrucktem Material der Gruppe {{gruppe.name}}',
        '[ ] auf der Internetseite der Gruppe und des Verbands',
        '[ ] in sozialen Netzwerken',
        '[ ] in Zeitungen',
        'Bis zum: ______________',
        'Unter dem Bild steht:',
        '[ ] kein Name',
        '[ ] dieser Name: ______________________________',
      ],
      locked: true,
    },
    {
      id: 'b04',
      title: 'Einwilligung: Zitat',
      lines: [
        'Das ist der genaue Wortlaut: „______________________________“',
        'Darunter steht dieser Name: ______________________________',
        '[ ] Das ist mein richtiger Name.',
        '[ ] Der Name ist geändert. Im Text steht dann „Name geändert“.',
        'Darunter steht diese Funktion: ______________________________',
        'Erscheinen darf es hier: ______________________________ Bis zum: ______________',
        'Wird etwas daran geändert, auch nur ein Komma, fragt ihr mich noch einmal.',
      ],
      locked: true,
    },
    {
      id: 'b05',
      title: 'Unterschrift und Widerruf',
      lines: [
        'Ich willige freiwillig ein. Mir entsteht kein Nachteil, wenn ich es nicht tue. Ich kann die Einwilligung jederzeit für die Zukunft widerrufen. Was schon gedruckt oder von anderen übernommen ist, lässt sich vielleicht nicht zurückholen.',
        'Datum: ______________ Unterschrift: ______________________________',
        'Widerruf an: {{gruppe.kontakt.email}} oder {{gruppe.kontakt.telefon}}',
      ],
      locked: true,
    },
    {
      id: 'b06',
      title: 'Aufbewahren',
      lines: [
        'Bewahrt das Blatt verschlossen auf, solange das Bild oder der Satz zu sehen ist. Der richtige Name zu einem geänderten Namen steht nur auf diesem Blatt, nirgends sonst. Tragt das Enddatum in den Kalender ein.',
      ],
    },
  ],
}
