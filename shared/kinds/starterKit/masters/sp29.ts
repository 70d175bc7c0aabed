import { type KitMaster } from './master.ts'

export const sp29: KitMaster = {
  code: 'SP-29',
  title: 'Umgang mit Konflikten und mit Konsum im Treffen',
  itemKind: 'text',
  purpose:
    'Das Blatt hilft euch, vorher zu verabreden, was gilt, wenn es Streit gibt oder jemand getrunken oder etwas genommen hat.',
  phases: [4],
  formats: ['Text'],
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
      title: 'Verabredet es vorher',
      lines: [
        'In jeder Gruppe gibt es einmal Streit. Und früher oder später kommt jemand, der getrunken oder etwas genommen hat. Beides heißt nicht, dass ihr etwas falsch macht. Leichter wird es, wenn ihr vorher darüber gesprochen habt. Nehmt euch dafür ein ganzes Treffen lang Zeit.',
      ],
    },
    {
      id: 'b02',
      title: 'Wenn es Streit gibt',
      lines: [
        '1. Unterbrecht. „Stopp, ich möchte, dass wir kurz durchatmen.“',
        '2. Jede Person sagt, was bei ihr angekommen ist und was sie braucht. Die andere wiederholt es, bevor sie antwortet.',
        '3. Bleibt bei dem, was heute war. Keine alten Listen.',
        '4. Sucht eine kleine Verabredung bis zum nächsten Mal.',
        '5. Geht es nicht weiter, vertagt es und holt jemanden von außen dazu.',
        'Von außen helfen {{partner.kontaktstelle.name}}, Telefon {{partner.kontaktstelle.telefon}}, und das Regionalteam {{region.name}}.',
      ],
    },
    {
      id: 'b03',
      title: 'Wenn eine Person viel Raum nimmt',
      lines: [
        'Sagt es freundlich und früh, am besten unter vier Augen: „Mir ist wichtig, dass alle drankommen. Kannst du mir dabei helfen?“ Eine Uhr oder ein Stein, der herumgeht, hilft allen.',
      ],
    },
    {
      id: 'b04',
      title: 'Wenn jemand verletzt oder droht',
      lines: [
        'Beleidigungen, Drohungen und Gewalt haben keinen Platz. Beendet das Gespräch, notfalls das Treffen. Bringt euch in Sicherheit. Bei akuter Gefahr: 112. Ob die Person wiederkommen kann, entscheidet die Gruppe später in Ruhe.',
      ],
    },
    {
      id: 'b05',
      title: 'Wenn jemand getrunken oder etwas genommen hat',
      lines: [
        'Klärt miteinander, was bei euch gilt. Kreuzt an oder schreibt einen eigenen Satz.',
        '[ ] Wir verabschieden die Person heute freundlich. Beim nächsten Mal ist sie wieder willkommen.',
        '[ ] Die Person darf bleiben, solange sie zuhören kann und niemanden stört.',
        '[ ] Unser eigener Satz: ______________________________',
        'Egal, was ihr wählt: Im Raum wird nicht konsumiert und nichts weitergegeben. Verordnete Medikamente, auch in einer Substitutionsbehandlung, sind damit nicht gemeint.',
      ],
    },
    {
      id: 'b06',
      title: 'So könnt ihr es sagen',
      lines: [
        'Wenn ihr verabredet habt, dass die Person heute geht:',
        '„Schön, dass du da bist. Ich habe den Eindruck, dass du etwas getrunken oder genommen hast. Dann passt es heute nicht in unsere Runde. Ich gehe mit dir hinaus, und wir überlegen, wie du gut nach Hause kommst. Nächstes Mal bist du willkommen.“',
        'Geht zu zweit und sprecht nicht vor allen. Niemand sollte in diesem Zustand Auto fahren oder allein losgehen.',
        'Reagiert jemand kaum noch oder atmet schlecht, ruft sofort 112 (Karte SP-25).',
      ],
    },
    {
      id: 'b07',
      title: 'Wenn jemand wieder konsumiert und davon erzählt',
      lines: [
        'Wer davon erzählt, hat Mut. Bedankt euch. Fragt, was jetzt gebraucht wird. Keine Vorwürfe, keine Belehrung. Gebt das Blatt zum Drogennotfall weiter (SP-26).',
        'Achtet auch auf die anderen: Manche brauchen danach selbst ein Gespräch.',
      ],
    },
    {
      id: 'b08',
      title: 'Hinterher',
      lines: [
        'Sprecht beim nächsten Mal darüber: Was war gut? Was machen wir anders? Passt unsere Regel noch?',
      ],
    },
  ],
}
