import { type KitMaster } from './master.ts'

export const sp06: KitMaster = {
  code: 'SP-06',
  title: 'Gründungsprotokoll (Vorlage)',
  itemKind: 'formular',
  purpose: 'Die Vorlage führt euch durch das Gründungstreffen und hält eure fünf Beschlüsse fest.',
  phases: [3],
  formats: ['Protokollvorlage'],
  owner: 'organisation',
  documentKind: 'minutes',
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
      title: 'Begrüßung und Anlass',
      lines: [
        'Wer begrüßt, welche Gäste sind da? ______________________________',
        'Heute muss nichts entschieden werden, was nicht alle verstanden haben. Wer etwas nicht versteht, fragt nach.',
        'Warum wir uns zusammentun (zwei oder drei Sätze, ohne persönliche Geschichten): ______________________________',
        'Ihr dürft im Protokoll mit Vornamen, Kürzel oder gar nicht genannt werden. Die Zahl der Anwesenden genügt.',
      ],
    },
    {
      id: 'b02',
      title: 'Ziel der Gruppe',
      lines: [
        'Vorschlag: Die Gruppe gibt Menschen mit Suchterfahrung und Angehörigen einen festen Ort, an dem sie sich austauschen und gegenseitig stärken. Niemand muss ein bestimmtes Ziel verfolgen.',
        'Wenn jemand vor dem Treffen getrunken oder etwas genommen hat, gilt bei uns: ______________________________',
      ],
    },
    {
      id: 'b03',
      title: 'Beschluss: Name',
      lines: [
        'Vorschlag für den Wortlaut: Die Gruppe heißt „{{gruppe.name}}“.',
        'Stimmen: Ja ____, Nein ____, Enthaltung ____',
      ],
    },
    {
      id: 'b04',
      title: 'Beschluss: Tag, Zeit und Ort',
      lines: [
        'Vorschlag für den Wortlaut: Die Gruppe trifft sich {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}. An Feiertagen fällt das Treffen aus.',
        'Stimmen: Ja ____, Nein ____, Enthaltung ____',
      ],
    },
    {
      id: 'b05',
      title: 'Beschluss: Zugang',
      lines: [
        'Wählt einen Satz und streicht die anderen.',
        '- Die Gruppe ist offen. Neue können jederzeit dazukommen.',
        '- Die Gruppe ist offen für Menschen, die vorher ein kurzes Gespräch mit uns führen.',
        '- Die Gruppe bleibt bis zum ______________ geschlossen und öffnet sich danach für neue Mitglieder.',
        'Stimmen: Ja ____, Nein ____, Enthaltung ____',
        'Wer anders denkt, darf den eigenen Grund ins Protokoll schreiben lassen: ______________________________',
      ],
    },
    {
      id: 'b06',
      title: 'Beschluss: Ansprechperson',
      lines: [
        'Vorschlag für den Wortlaut: Ansprechperson der Gruppe ist ______________________________.',
        'Stimmen: Ja ____, Nein ____, Enthaltung ____',
        'Die gewählte Person nimmt die Wahl an: ja / nein',
        'Erreichbar ist die Gruppe unter {{gruppe.kontakt.telefon}}, nicht über private Telefonnummern.',
      ],
    },
    {
      id: 'b07',
      title: 'Beschluss: Anschluss an den Verband',
      lines: [
        'Vorschlag für den Wortlaut: Die Gruppe schließt sich dem Landesverband an ({{landesverband.name}}) und arbeitet in der Region {{region.name}} mit.',
        'Stimmen: Ja ____, Nein ____, Enthaltung ____',
      ],
    },
    {
      id: 'b08',
      title: 'Was noch offen ist',
      lines: [
        'Manches entscheidet sich besser später, zum Beispiel ein zusätzliches Treffen per Video. Haltet hier fest, worüber ihr noch nachdenkt und wann ihr wieder darüber sprecht: ______________________________',
      ],
    },
    {
      id: 'b09',
      title: 'Aufgaben',
      lines: [
        'Jede Aufgabe braucht einen Namen und einen Tag.',
        '- Telefonnummer der Gruppe einrichten und eine Ansage aufsprechen',
        '- Leitfaden für die ersten Treffen anpassen (SP-07)',
        '- Eigenes Konto für die Gruppe klären, falls ihr Förderung beantragen möchtet',
        '- Protokoll weitergeben, wenn alle einverstanden sind: {{partner.kontaktstelle.name}}, {{landesverband.name}}',
      ],
    },
    {
      id: 'b10',
      title: 'Abschluss',
      lines: [
        'Alle sagen zum Schluss einen Satz. Das nächste Treffen ist am ______________________________.',
        'Zwei Menschen stehen für das Protokoll ein: Eine Person hat es geschrieben, eine zweite hat es gegengelesen. Weitergegeben wird nur diese Fassung.',
      ],
    },
  ],
}
