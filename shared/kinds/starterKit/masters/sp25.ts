import { type KitMaster } from './master.ts'

export const sp25: KitMaster = {
  code: 'SP-25',
  title: 'Notfall- und Krisennummern',
  itemKind: 'karte',
  purpose: 'Die Karte hängt in eurem Raum und sagt in einer Minute, wen ihr anruft und was ihr sagt.',
  phases: [0, 1, 2, 3, 4, 5],
  formats: ['Karte'],
  owner: 'organisation',
  documentKind: 'kitItem',
  version: '1.0',
  asOf: '2026-03-01',
  licence: 'CC BY-SA 4.0',
  languages: ['de'],
  plainLanguage: 'keine',
  validUntil: '2027-02-28',
  review: 'medizin',
  blocks: [
    {
      id: 'b01',
      title: 'Vor dem Gebrauch prüfen lassen',
      lines: [
        'Diese Karte muss eine medizinische Fachperson prüfen, bevor ihr sie aufhängt. Das Datum der Prüfung gehört hierher.',
        'Geprüft von: ______________________________ Geprüft am: ______________',
      ],
      locked: true,
    },
    {
      id: 'b02',
      title: 'Bei akuter Gefahr: 112',
      lines: [
        'Ruft die 112 an, wenn ein Leben in Gefahr sein könnte: wenn jemand nicht mehr reagiert, schlecht atmet, einen Krampfanfall hat, sich etwas antun will oder schwer verletzt ist. Der Anruf kostet nichts. Lieber einmal zu viel als einmal zu wenig.',
      ],
      locked: true,
    },
    {
      id: 'b03',
      title: 'Wir sind hier',
      lines: [
        '{{gruppe.ort.name}}, {{gruppe.ort.strasse}}, {{gruppe.ort.plz}} {{gruppe.ort.stadt}}',
        'Stockwerk, Raum, Eingang (mit der Hand eintragen): ______________________________',
      ],
      locked: true,
    },
    {
      id: 'b04',
      title: 'Das sagt ihr am Telefon',
      lines: [
        '1. Wo seid ihr? Lest die Adresse von dieser Karte ab.',
        '2. Was ist geschehen?',
        '3. Wie viele Menschen brauchen Hilfe? Wie geht es ihnen?',
        '4. Wisst oder vermutet ihr, was genommen wurde? Sagt es. Es hilft beim Helfen.',
        '5. Legt nicht auf. Wartet auf Fragen.',
        'Eine Person telefoniert, eine bleibt bei dem Menschen, eine geht zur Tür und wartet auf den Rettungsdienst.',
      ],
      locked: true,
    },
    {
      id: 'b05',
      title: 'Wenn ihr mit jemandem reden möchtet',
      lines: [
        '| Wer | Nummer | Was es kostet |',
        '| TelefonSeelsorge, rund um die Uhr | 0800 1110111, 0800 1110222, 116 123 | kostenfrei |',
        '| Sucht & Drogen Hotline, rund um die Uhr | 01806 313031 | 20 Cent pro Anruf |',
        'Eine Selbsthilfegruppe ist kein Notdienst. Unsere Nummer {{gruppe.kontakt.telefon}} ist nicht immer besetzt.',
      ],
      locked: true,
    },
    {
      id: 'b06',
      title: 'Danach',
      lines: [
        'Setzt euch zusammen, bevor alle gehen. Fragt, wer heute nicht allein sein möchte. Beim nächsten Treffen ist Zeit, darüber zu reden.',
      ],
      locked: true,
    },
  ],
}
