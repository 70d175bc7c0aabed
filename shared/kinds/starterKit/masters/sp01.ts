import { type KitMaster } from './master.ts'

export const sp01: KitMaster = {
  code: 'SP-01',
  title: 'Checkliste Gruppengründung',
  itemKind: 'liste',
  purpose:
    'Die Liste führt euch von der ersten Idee bis zum ersten Jahr und sagt, welches Blatt wobei hilft.',
  phases: [0, 1, 2, 3, 4, 5],
  formats: ['HTML', 'PDF'],
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
      title: 'So benutzt ihr die Liste',
      lines: [
        'Diese Liste begleitet euch von der ersten Idee bis zum ersten Jahr. Ihr müsst nicht alles auf einmal schaffen. Von der Idee bis zum ersten Treffen vergehen oft einige Monate. Das ist in Ordnung.',
        'Hakt ab, was erledigt ist. Streicht, was für euch nicht passt. Hinter vielen Punkten steht in Klammern das Blatt aus dem Starterpaket, das euch dabei hilft.',
      ],
    },
    {
      id: 'b02',
      title: 'Phase 0: Die Idee klären',
      lines: [
        '[ ] Wir sind mindestens zu zweit. Allein zu gründen ist schwer.',
        '[ ] Wir haben nachgesehen, ob es in der Nähe schon eine ähnliche Gruppe gibt, und sie wenn möglich besucht.',
        '[ ] Wir wissen, für wen unsere Gruppe da ist und was sie möchte (Klärungsbogen, SP-02).',
        '[ ] Wir haben besprochen, ob wir offen beginnen oder zunächst geschlossen (Klärungsbogen, SP-02).',
        '[ ] Alle haben gesagt, wie viel Zeit und Kraft sie gerade haben. Auch wenig ist genug.',
      ],
    },
    {
      id: 'b03',
      title: 'Phase 1: Vorbereiten',
      lines: [
        '[ ] Wir haben mit der Kontaktstelle gesprochen: {{partner.kontaktstelle.name}}, Telefon {{partner.kontaktstelle.telefon}}.',
        '[ ] Wir haben einen Raum, der gut erreichbar ist und in dem uns niemand stört (Raumanfrage, SP-03).',
        '[ ] Wochentag und Uhrzeit stehen fest. Anderthalb bis zwei Stunden reichen.',
        '[ ] Die Gruppe hat eine eigene Telefonnummer und eine eigene E-Mail-Adresse. Private Nummern geben wir nicht weiter.',
        '[ ] Wir wissen, wen wir fragen können (Kontaktliste, SP-04).',
        '[ ] Wir haben gelesen, was wir aufschreiben dürfen und was nicht (Datenschutzblatt, SP-22).',
      ],
    },
    {
      id: 'b04',
      title: 'Phase 2: Bekannt machen',
      lines: [
        '[ ] Der Aushang hängt, wo ihn viele sehen (SP-05).',
        '[ ] Flyer, Plakat und Kärtchen sind gedruckt. Auf allem steht, wer verantwortlich ist (SP-10, SP-11, SP-12).',
        '[ ] Die Kurzmeldung ist beim Mitteilungsblatt (SP-14).',
        '[ ] Die Pressemitteilung ist freigegeben und verschickt (SP-13).',
        '[ ] Die Kontaktstelle und der Landesverband haben unsere Daten für ihre Verzeichnisse.',
        '[ ] Vor jedem Foto und jedem Zitat liegt die Einwilligung vor (SP-24).',
      ],
    },
    {
      id: 'b05',
      title: 'Phase 3: Das erste Treffen',
      lines: [
        '[ ] Der Leitfaden ist gelesen und angepasst (SP-07).',
        '[ ] Wir haben verabredet, wer begrüßt, wer auf die Zeit achtet und wer aufschreibt.',
        '[ ] Stühle, Getränke, Stifte und Karten sind da.',
        '[ ] Die Karte mit den Notfallnummern hängt im Raum (SP-25).',
        '[ ] Die Gruppenregeln sind beschlossen (SP-08).',
        '[ ] Das Gründungsprotokoll ist geschrieben und gegengelesen (SP-06).',
      ],
    },
    {
      id: 'b06',
      title: 'Phase 4: Aufbauen',
      lines: [
        '[ ] Die Aufgaben sind verteilt und wechseln.',
        '[ ] Wir wissen, wie Neue zu uns kommen (Vorgespräch, SP-28).',
        '[ ] Wir haben besprochen, was bei Streit gilt und wenn jemand konsumiert hat (SP-29).',
        '[ ] Wenn wir Geld haben: Das Kassenblatt wird geführt, und zwei Menschen sehen es an (SP-20).',
        '[ ] Wir haben geprüft, ob eine Förderung infrage kommt (SP-19).',
      ],
    },
    {
      id: 'b07',
      title: 'Phase 5: Dranbleiben',
      lines: [
        '[ ] Nach zehn Treffen haben wir gemeinsam zurückgeblickt (SP-31).',
        '[ ] Mindestens zwei Menschen können das Treffen leiten.',
        '[ ] Unsere Angaben in Verzeichnissen, auf Flyern und im Netz stimmen noch.',
        '[ ] Mit Stellen, die uns oft empfehlen, gibt es eine feste Absprache (SP-30).',
        '[ ] Das Fördergeld ist abgerechnet (SP-21).',
      ],
    },
    {
      id: 'b08',
      title: 'Das gilt für unsere Gruppe',
      lines: [
        '| Was | Unsere Angabe |',
        '| Name | {{gruppe.name}} |',
        '| Erstes Treffen | {{erstesTreffen.datum}} |',
        '| Tag und Zeit | {{gruppe.treffen}} |',
        '| Ort | {{gruppe.ort.name}}, {{gruppe.ort.strasse}}, {{gruppe.ort.plz}} {{gruppe.ort.stadt}} |',
        '| Telefon der Gruppe | {{gruppe.kontakt.telefon}} |',
      ],
    },
  ],
}
