import { type KitMaster } from './master.ts'

export const sp05: KitMaster = {
  code: 'SP-05',
  title: 'Ausschreibungstext / Aushang „Wer macht mit?“',
  itemKind: 'text',
  purpose: 'Mit diesem Aushang findet ihr Menschen, die bei eurer Gruppe mitmachen möchten.',
  phases: [2],
  formats: ['Text'],
  owner: 'oeffentlichkeitsarbeit',
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
      title: 'Überschrift',
      lines: ['**Wer macht mit? In {{gruppe.ort.stadt}} entsteht eine Selbsthilfegruppe.**'],
    },
    {
      id: 'b02',
      title: 'Langer Text',
      lines: [
        'Alkohol, Medikamente, andere Drogen: Wer damit zu tun hat, fühlt sich oft allein. Angehörigen geht es genauso. Wir kennen das. Deshalb tun wir uns zusammen.',
        'Wir heißen „{{gruppe.name}}“ und treffen uns {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}. Das erste Treffen ist am {{erstesTreffen.datum}}.',
        'Bei uns gilt:',
        '- Niemand muss etwas erzählen. Zuhören ist genug.',
        '- Was gesprochen wird, bleibt in der Gruppe.',
        '- Ein Vorname reicht, und es muss nicht der richtige sein.',
        '- Es kostet nichts.',
        'Wir sind keine Fachleute und keine Beratungsstelle. Wir sind Menschen, die wissen, wovon sie reden. Gesucht werden auch Menschen, die beim Aufbau helfen: Tee kochen, aufschließen, Zettel verteilen.',
      ],
    },
    {
      id: 'b03',
      title: 'Kurzer Text für kleine Zettel',
      lines: [
        'Neue Selbsthilfegruppe „{{gruppe.name}}“ für {{gruppe.zielgruppe}}. Wir treffen uns {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}. Telefon {{gruppe.kontakt.telefon}}.',
      ],
    },
    {
      id: 'b04',
      title: 'So erreicht ihr uns',
      lines: [
        'Telefon {{gruppe.kontakt.telefon}}, E-Mail {{gruppe.kontakt.email}}. Auf dem Anrufbeantworter genügen ein Vorname und eine Nummer. Wir rufen zurück. Geht jemand anderes ans Telefon, sagen wir nicht, worum es geht.',
        'Verantwortlich für den Inhalt: {{visdp.name}}, {{visdp.anschrift}}',
      ],
    },
    {
      id: 'b05',
      title: 'Hilfe in Krisen',
      lines: [
        'Eine Selbsthilfegruppe ist kein Notdienst. Bei akuter Gefahr: Notruf 112. Rund um die Uhr erreichbar: TelefonSeelsorge 0800 1110111, 0800 1110222 oder 116 123 (kostenfrei), Sucht & Drogen Hotline 01806 313031 (20 Cent pro Anruf).',
      ],
      locked: true,
    },
  ],
}
