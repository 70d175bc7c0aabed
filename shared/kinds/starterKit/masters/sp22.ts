import { type KitMaster } from './master.ts'

export const sp22: KitMaster = {
  code: 'SP-22',
  title: 'Datenschutzblatt und Einwilligungen',
  itemKind: 'formular',
  purpose:
    'Das Blatt erklärt, was ihr über Menschen aufschreiben dürft, und enthält die Einwilligungen dazu.',
  phases: [1, 2, 3],
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
        'Diesen Text muss eine Fachperson für Datenschutzrecht prüfen, bevor ihr ihn benutzt. Das Datum der Prüfung gehört hierher.',
        'Geprüft von: ______________________________ Geprüft am: ______________',
        'Steht hier kein Datum, ist der Text ein Entwurf. Verteilt ihn dann bitte noch nicht.',
      ],
      locked: true,
    },
    {
      id: 'b02',
      title: 'Warum das bei uns besonders wichtig ist',
      lines: [
        'Dass jemand zu einer Selbsthilfegruppe gehört, sagt etwas über die Gesundheit: über die eigene oder die eines nahen Menschen. Angaben zur Gesundheit sind in der Datenschutz-Grundverordnung besonders geschützt (Artikel 9). Ihr braucht dafür in der Regel eine ausdrückliche Einwilligung.',
      ],
      locked: true,
    },
    {
      id: 'b03',
      title: 'So haltet ihr es am einfachsten',
      lines: [
        'Druckt die Einwilligungen aus und füllt sie mit der Hand aus. In dieses Blatt am Bildschirm gehören keine Namen.',
        '[ ] Wir zählen, statt Namen aufzuschreiben. „Neun waren da“ genügt.',
        '[ ] Wir führen keine Anwesenheitsliste mit Namen.',
        '[ ] Wer möchte, benutzt einen anderen Namen.',
        '[ ] Telefonnummern schreibt nur auf, wer sie wirklich braucht.',
        '[ ] Listen liegen nicht offen herum und nicht in fremden Internetdiensten.',
        '[ ] Wir gründen keine Chatgruppe, ohne alle zu fragen. Dort sieht jede Person alle Nummern.',
        '[ ] Was wir nicht mehr brauchen, vernichten wir.',
      ],
    },
    {
      id: 'b04',
      title: 'Information für alle, die uns Daten geben',
      lines: [
        'Verantwortlich ist die Gruppe {{gruppe.name}}, erreichbar unter {{gruppe.kontakt.telefon}} und {{gruppe.kontakt.email}}.',
        'Wir schreiben nur auf, was auf der Einwilligung angekreuzt ist. Wir benutzen es nur für den Zweck, der dort steht. Wir geben es nicht weiter, außer du hast auch das angekreuzt. Wir löschen es, wenn du die Gruppe verlässt oder wenn du es möchtest.',
        'Du darfst jederzeit fragen, was wir über dich aufgeschrieben haben. Du darfst es berichtigen und löschen lassen. Du darfst deine Einwilligung jederzeit widerrufen; das gilt dann für die Zukunft. Du darfst dich bei der Datenschutzaufsicht deines Landes beschweren. Auch ohne Einwilligung darfst du an den Treffen teilnehmen.',
      ],
      locked: true,
    },
    {
      id: 'b05',
      title: 'Einwilligung: Erreichbar sein',
      lines: [
        'Ich möchte, dass die Gruppe mich erreicht. Dafür darf sie aufschreiben:',
        '[ ] den Namen, mit dem ich angesprochen werden möchte: ______________________________',
        '[ ] eine Telefonnummer: ______________________________',
        '[ ] eine E-Mail-Adresse: ______________________________',
        'Die Angaben sehen:',
        '[ ] nur die Person, die sie aufschreibt',
        '[ ] alle in der Gruppe',
        'Ich weiß, dass man daraus schließen kann, dass ich zu dieser Gruppe gehöre. Ich willige trotzdem ein.',
        'Datum: ______________ Unterschrift oder Kürzel: ______________________________',
      ],
      locked: true,
    },
    {
      id: 'b06',
      title: 'Einwilligung: Ansprechperson nach außen',
      lines: [
        'Ich spreche für die Gruppe. Dafür darf sie diesen Namen nennen: ______________________________',
        '[ ] gegenüber der Kontaktstelle und dem Verband',
        '[ ] auf Flyern und im Internet',
        '[ ] im Förderantrag gegenüber den Krankenkassen',
        'Genannt wird die Telefonnummer der Gruppe, nicht meine eigene.',
        'Datum: ______________ Unterschrift: ______________________________',
      ],
      locked: true,
    },
    {
      id: 'b07',
      title: 'Widerruf',
      lines: [
        'Ich nehme meine Einwilligung vom ______________ zurück. Bitte löscht meine Angaben.',
        'Datum: ______________ Unterschrift oder Kürzel: ______________________________',
        'Erledigt am: ______________',
      ],
      locked: true,
    },
    {
      id: 'b08',
      title: 'Aufbewahren',
      lines: [
        'Die ausgefüllten Blätter liegen verschlossen bei einer Person, die ihr bestimmt habt: ______________________________. Seht sie einmal im Jahr durch.',
      ],
    },
  ],
}
