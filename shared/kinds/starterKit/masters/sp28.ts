import { type KitMaster } from './master.ts'

export const sp28: KitMaster = {
  code: 'SP-28',
  title: 'Vorgespräch mit Neuen (Leitfaden)',
  itemKind: 'text',
  purpose:
    'Der Leitfaden hilft euch bei den ersten zwanzig Minuten mit einem Menschen, der zu euch kommen möchte.',
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
      title: 'Wozu das Gespräch da ist',
      lines: [
        'Das Gespräch ist keine Prüfung. Ihr lernt euch kennen, und beide Seiten sehen, ob es passt. Ihr müsst niemanden einschätzen und keinen Rat geben. Etwa zwanzig Minuten reichen.',
        'Unsere Gruppe ist {{gruppe.zugang}}.',
      ],
    },
    {
      id: 'b02',
      title: 'Vorher',
      lines: [
        '- Verabredet einen ruhigen Ort: am Telefon, bei einem Spaziergang, im Raum vor dem Treffen.',
        '- Geht am Anfang zu zweit, dann könnt ihr euch hinterher austauschen.',
        '- Ruft nur zurück, wenn euch jemand darum gebeten hat. Sagt am Telefon zuerst nur euren Vornamen: Vielleicht geht jemand anderes ans Telefon.',
      ],
    },
    {
      id: 'b03',
      title: 'Der Anfang',
      lines: [
        '„Schön, dass du dich meldest. Ich heiße … und bin selbst in der Gruppe. Wir haben etwa zwanzig Minuten. Du musst mir nichts erzählen, was du nicht möchtest. Ich erzähle dir gern zuerst, wie es bei uns ist.“',
      ],
    },
    {
      id: 'b04',
      title: 'Das erzählt ihr',
      lines: [
        '- Wir treffen uns {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}.',
        '- So viele sind wir ungefähr, so läuft ein Treffen ab.',
        '- Was gesprochen wird, bleibt in der Gruppe. Ein Vorname reicht.',
        '- Wenn jemand vor dem Treffen getrunken oder etwas genommen hat, gilt bei uns: ______________________________',
        '- Wir sind keine Beratungsstelle und keine Therapie.',
      ],
    },
    {
      id: 'b05',
      title: 'Das könnt ihr fragen',
      lines: [
        '- Was wünschst du dir von einer Gruppe?',
        '- Kommst du für dich selbst, oder geht es um einen Menschen, der dir nahe ist?',
        '- Gibt es etwas, das wir wissen sollten, damit du gut dabei sein kannst? Zum Beispiel Stufen, Hören, Sprache oder Kinder.',
        '- Kennst du vielleicht schon jemanden aus der Gruppe? Wäre das in Ordnung für dich?',
      ],
    },
    {
      id: 'b06',
      title: 'Das fragt ihr nicht',
      lines: [
        'Fragt nicht nach Diagnosen, Mengen, Strafen, Nachnamen oder Arbeitgebern. Fragt nicht, wie lange jemand schon ohne lebt. Wer davon erzählen möchte, tut es.',
      ],
    },
    {
      id: 'b07',
      title: 'Wenn es gerade brennt',
      lines: [
        'Manchmal merkt ihr: Dieser Mensch braucht jetzt mehr als eine Gruppe. Sagt das offen und nennt Stellen von eurer Kontaktliste (SP-04). Bei akuter Gefahr gilt die Karte Notfall- und Krisennummern (SP-25).',
      ],
    },
    {
      id: 'b08',
      title: 'Das Ende',
      lines: [
        '„Schlaf eine Nacht darüber. Wenn du kommen möchtest, holt dich beim ersten Mal jemand an der Tür ab. Wenn nicht, ist das auch gut.“',
        'Passt es nicht, sagt es freundlich und nennt einen anderen Weg: eine andere Gruppe in der Region oder die Kontaktstelle ({{partner.kontaktstelle.name}}).',
      ],
    },
    {
      id: 'b09',
      title: 'Danach',
      lines: [
        'Schreibt nichts über die Person auf, außer wann sie kommen möchte und wie sie angesprochen wird. Erzählt der Gruppe nur: Nächstes Mal ist jemand neu.',
      ],
    },
  ],
}
