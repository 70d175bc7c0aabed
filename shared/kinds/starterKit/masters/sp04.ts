import { type KitMaster } from './master.ts'

export const sp04: KitMaster = {
  code: 'SP-04',
  title: 'Kontaktliste: Wer uns unterstützt (Kontaktstelle, Beratung, Landesverband)',
  itemKind: 'liste',
  purpose: 'Auf dieser Liste steht, wen ihr wofür anrufen könnt.',
  phases: [1],
  formats: ['Liste'],
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
      title: 'Wozu die Liste da ist',
      lines: [
        'Ihr müsst nicht alles selbst wissen. Tragt ein, wer euch wobei hilft. Schreibt nur dienstliche Telefonnummern auf, keine privaten. Seht die Liste einmal im Halbjahr durch.',
        'Stand: {{stand}}',
      ],
    },
    {
      id: 'b02',
      title: 'Wer uns beim Gründen hilft',
      lines: [
        '| Stelle | Wobei sie hilft | Erreichbar |',
        '| {{partner.kontaktstelle.name}} | Raum, Begleitung beim Start, Kontakt zu anderen Gruppen | {{partner.kontaktstelle.telefon}} |',
        '| Regionalteam {{region.name}} | Besuch in der Gruppe, Austausch, Öffentlichkeitsarbeit | |',
        '| {{landesverband.name}} | Schulungen, Fragen zu Geld und Versicherung | |',
        '| {{bundesverband.name}} | Starterpaket, Texte, Logo | |',
        '| Eine Gruppe, die es schon länger gibt | Erfahrung, Gruppenpartnerschaft | |',
      ],
    },
    {
      id: 'b03',
      title: 'Wohin wir Menschen weiterschicken',
      lines: [
        'Eine Gruppe kann viel, aber nicht alles. Tragt ein, welche Stellen ihr nennt, wenn jemand mehr Hilfe braucht. Ruft vorher an und fragt, wie lange man dort auf einen Termin wartet.',
        '| Wofür | Stelle und Ort | Telefon, Sprechzeit |',
        '| Suchtberatung, auch für Angehörige | | |',
        '| Entgiftung und Behandlung | | |',
        '| Hausärztliche Praxis, die sich auskennt | | |',
        '| Schuldenberatung | | |',
        '| Hilfe für Kinder und Familien | | |',
        '| Hilfe bei Gewalt | | |',
      ],
    },
    {
      id: 'b04',
      title: 'Wer uns sonst noch kennen sollte',
      lines: [
        '| Wer | Feste Ansprechperson (Aufgabe) | Dienstliches Telefon |',
        '| Jobcenter | | |',
        '| Rathaus, Sozialamt | | |',
        '| Krankenkasse | | |',
        '| Kirchen- und Moscheegemeinden | | |',
        '| Redaktion des Mitteilungsblatts | | |',
        '| Hausverwaltung unseres Raums | | |',
      ],
    },
    {
      id: 'b05',
      title: 'Im Notfall',
      lines: [
        'Für akute Gefahr und für schwere Stunden gibt es eine eigene Karte: Notfall- und Krisennummern (SP-25). Hängt sie neben diese Liste.',
      ],
    },
  ],
}
