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
        'Wer begrüßt, welche Gäste sind da?',
        'Heute muss nichts entschieden werden, was nicht alle verstanden haben. Wer etwas nicht versteht, fragt nach.',
        'Warum tun wir uns zusammen? Zwei oder drei Sätze genügen, ohne persönliche Geschichten.',
        'Ihr dürft im Protokoll mit Vornamen, mit Kürzel oder gar nicht genannt werden. Die Zahl der Anwesenden genügt.',
      ],
    },
    {
      id: 'b02',
      title: 'Ziel der Gruppe',
      lines: [
        'Vorschlag: Die Gruppe gibt Menschen mit Suchterfahrung und Angehörigen einen festen Ort, an dem sie sich austauschen und gegenseitig stärken. Niemand muss ein bestimmtes Ziel verfolgen.',
        'Was gilt, wenn jemand vor dem Treffen getrunken oder etwas genommen hat?',
      ],
    },
    {
      id: 'b03',
      title: 'Beschluss: Name',
      lines: [
        'Vorschlag für den Wortlaut: Die Gruppe heißt „{{gruppe.name}}“.',
        'Haltet bei jedem Beschluss fest, wie viele mit Ja, mit Nein und mit Enthaltung gestimmt haben.',
      ],
    },
    {
      id: 'b04',
      title: 'Beschluss: Tag, Zeit und Ort',
      lines: [
        'Vorschlag für den Wortlaut: Die Gruppe trifft sich {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}. An Feiertagen fällt das Treffen aus.',
      ],
    },
    {
      id: 'b05',
      title: 'Beschluss: Zugang',
      lines: [
        'Vorschlag für den Wortlaut. Wählt einen Satz und löscht die anderen:',
        '- Die Gruppe ist offen. Neue können jederzeit dazukommen.',
        '- Die Gruppe ist offen für Menschen, die vorher ein kurzes Gespräch mit ihr führen.',
        '- Die Gruppe bleibt bis zum ______________ geschlossen und öffnet sich danach für neue Mitglieder.',
        'Wer anders denkt, darf den eigenen Grund ins Protokoll schreiben lassen.',
      ],
    },
    {
      id: 'b06',
      title: 'Beschluss: Ansprechperson',
      lines: [
        'Vorschlag für den Wortlaut: Ansprechperson der Gruppe ist ______________.',
        'Fragt die gewählte Person, ob sie die Wahl annimmt.',
        'Erreichbar ist die Gruppe unter {{gruppe.kontakt.telefon}}, nicht über private Telefonnummern.',
      ],
    },
    {
      id: 'b07',
      title: 'Beschluss: Anschluss an den Verband',
      lines: [
        'Vorschlag für den Wortlaut: Die Gruppe schließt sich dem Landesverband an ({{landesverband.name}}) und arbeitet in der Region {{region.name}} mit.',
      ],
    },
    {
      id: 'b08',
      title: 'Was noch offen ist',
      lines: [
        'Manches entscheidet sich besser später, zum Beispiel ein zusätzliches Treffen per Video. Worüber denken wir noch nach, und wann sprechen wir wieder darüber?',
      ],
    },
    {
      id: 'b09',
      title: 'Aufgaben',
      lines: [
        'Jede Aufgabe braucht einen Namen und einen Tag. Zum Beispiel:',
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
        'Alle sagen zum Schluss einen Satz. Wann ist das nächste Treffen?',
        'Zwei Menschen stehen für das Protokoll ein: Eine Person hat es geschrieben, eine zweite hat es gegengelesen. Weitergegeben wird nur diese Fassung.',
      ],
    },
  ],
}
