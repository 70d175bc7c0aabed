import { type KitMaster } from './master.ts'

export const sp10: KitMaster = {
  code: 'SP-10',
  title: 'Flyer',
  itemKind: 'vorlage_druck',
  purpose: 'Der Flyer stellt eure Gruppe auf sechs kleinen Seiten vor.',
  phases: [2],
  formats: ['PDF (Druck)'],
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
      title: 'Seite 1: Titel',
      lines: [
        '**{{gruppe.name}}**',
        'Selbsthilfegruppe in {{gruppe.ort.stadt}}',
        'Reden mit Menschen, die wissen, wovon du sprichst.',
      ],
    },
    {
      id: 'b02',
      title: 'Seite 2: Für wen wir da sind',
      lines: [
        'Wir sind eine Gruppe für {{gruppe.zielgruppe}}.',
        'Es spielt keine Rolle, um welche Substanz es geht, wie lange es her ist oder ob du schon einmal Hilfe hattest. Du musst dich nicht entscheiden, bevor du kommst.',
      ],
    },
    {
      id: 'b03',
      title: 'Seite 3: Was dich erwartet',
      lines: [
        '- eine feste Zeit und eine Runde, die zuhört',
        '- Menschen mit eigener Erfahrung, keine Fachleute',
        '- keine Pflicht, etwas zu erzählen',
        '- kein Formular, kein Nachname, keine Kosten',
        'Was gesprochen wird, bleibt in der Gruppe. Wir sagen niemandem, wer zu uns kommt.',
      ],
    },
    {
      id: 'b04',
      title: 'Seite 4: Wann und wo',
      lines: [
        'Wir treffen uns {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}.',
        '{{gruppe.ort.strasse}}, {{gruppe.ort.plz}} {{gruppe.ort.stadt}}',
        'Der Raum ist {{gruppe.ort.stufenfrei}}.',
        'Die Gruppe ist {{gruppe.zugang}}.',
      ],
    },
    {
      id: 'b05',
      title: 'Seite 5: Fragen, die viele haben',
      lines: [
        '**Muss ich abstinent sein?** Frag uns, was in unserer Gruppe gilt. Niemand verurteilt dich dafür, wie es dir gerade geht.',
        '**Kann ich jemanden mitbringen?** Beim ersten Mal gern, wenn du es uns vorher sagst.',
        '**Was, wenn ich nach einer halben Stunde gehen möchte?** Dann gehst du. Du musst es nicht erklären.',
      ],
    },
    {
      id: 'b06',
      title: 'Seite 6: So erreichst du uns',
      lines: [
        'Telefon {{gruppe.kontakt.telefon}}',
        'E-Mail {{gruppe.kontakt.email}}',
        'Auf dem Anrufbeantworter genügen ein Vorname und eine Nummer.',
        'Unterstützt von: {{partner.kontaktstelle.name}}, Telefon {{partner.kontaktstelle.telefon}}',
      ],
    },
    {
      id: 'b07',
      title: 'Förderhinweis (löschen, wenn ihr keine Förderung bekommt)',
      lines: ['{{foerderhinweis}}'],
    },
    {
      id: 'b08',
      title: 'Impressum',
      lines: [
        'Verantwortlich im Sinne des Presserechts: {{visdp.name}}, {{visdp.anschrift}}',
        'Stand: {{stand}}',
      ],
      locked: true,
    },
    {
      id: 'b09',
      title: 'Logo und Druck',
      lines: [
        'Das Logo des Verbands bleibt, wie es ist: Form und Farben werden nicht verändert. Nur Gruppen, die zum Verband gehören, dürfen es verwenden. Logos von Krankenkassen und Ministerien kommen nur mit deren Zustimmung auf den Flyer, zusammen mit dem Satz, den sie dafür vorschreiben. Fotos brauchen einen Bildnachweis und die Einwilligung aller Menschen, die man erkennen kann.',
      ],
      locked: true,
    },
  ],
}
