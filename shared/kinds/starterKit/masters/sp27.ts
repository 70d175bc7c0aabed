import { type KitMaster } from './master.ts'

export const sp27: KitMaster = {
  code: 'SP-27',
  title: 'Online-Treffen: Regeln und Technik',
  itemKind: 'text',
  purpose: 'Das Blatt hilft euch, ein Treffen per Video so sicher und ruhig zu machen wie das im Raum.',
  phases: [4],
  formats: ['PDF'],
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
      title: 'Braucht ihr das?',
      lines: [
        'Ein Treffen per Video hilft allen, die weit weg wohnen, im Schichtdienst arbeiten oder gerade nicht aus dem Haus können. Es ersetzt den Raum nicht. Probiert es dreimal aus und entscheidet dann gemeinsam. Euer Treffen im Raum bleibt, wie es ist: {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}.',
      ],
    },
    {
      id: 'b02',
      title: 'Regeln für alle',
      lines: [
        '- Es gelten dieselben Regeln wie im Raum. Was gesprochen wird, bleibt in der Gruppe.',
        '- Niemand nimmt auf, niemand macht Bildschirmfotos.',
        '- Niemand hört mit. Kopfhörer helfen, eine geschlossene Tür auch.',
        '- Wer kein Bild zeigen möchte, schaltet die Kamera aus.',
        '- Ein Vorname oder ein anderer Name genügt. Seht vorher nach, welchen Namen das Programm anzeigt.',
        '- Den Link bekommt nur, wer zur Gruppe gehört. Er steht nicht im Internet.',
        '- Wer nicht spricht, schaltet das Mikrofon aus.',
      ],
    },
    {
      id: 'b03',
      title: 'Das Programm auswählen',
      lines: [
        '[ ] Man kann ohne Konto und ohne Nachnamen teilnehmen.',
        '[ ] Es läuft im Browser und auf dem Telefon.',
        '[ ] Es gibt einen Warteraum. Eine Person lässt herein.',
        '[ ] Aufnahme und Chatverlauf lassen sich abschalten.',
        '[ ] Man kann sich auch mit dem Festnetztelefon einwählen.',
        '[ ] Wir wissen, wo die Daten liegen. Am besten in Europa.',
        'Fragt, welches Programm andere Gruppen benutzen: {{partner.kontaktstelle.name}}, Telefon {{partner.kontaktstelle.telefon}}.',
      ],
    },
    {
      id: 'b04',
      title: 'Vor dem ersten Mal',
      lines: [
        '[ ] Zwei Menschen haben es miteinander ausprobiert.',
        '[ ] Eine Person leitet das Gespräch, eine andere hilft bei der Technik.',
        '[ ] Wer Hilfe braucht, weiß, wen sie oder er anrufen kann.',
        '[ ] Der Link ist neu und wird regelmäßig gewechselt.',
      ],
    },
    {
      id: 'b05',
      title: 'So läuft es ab',
      lines: [
        '1. Zehn Minuten vorher öffnen, damit Zeit für die Technik ist.',
        '2. Alle der Reihe nach mit Namen aufrufen, damit niemand durcheinanderredet.',
        '3. Höchstens 90 Minuten, nach der Hälfte fünf Minuten Pause.',
        '4. Zum Schluss alle verabschieden, dann das Treffen für alle beenden.',
      ],
    },
    {
      id: 'b06',
      title: 'Wenn etwas schiefgeht',
      lines: [
        'Ist jemand plötzlich weg, ruft eine Person von euch dort an. Kommt jemand herein, der nicht dazugehört, beendet ihr das Treffen und verschickt einen neuen Link.',
        'Sorgt ihr euch um jemanden, fragt, wo sie oder er gerade ist. Der Rettungsdienst unter 112 braucht eine Adresse.',
      ],
    },
  ],
}
