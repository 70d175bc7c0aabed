import { type KitMaster } from './master.ts'

export const sp17: KitMaster = {
  code: 'SP-17',
  title: 'Kleinstkonzept',
  itemKind: 'text',
  purpose:
    'Auf ein bis zwei Seiten stellt ihr euch Praxen, Beratungsstellen, Ämtern und allen anderen vor, die auf euch hinweisen können.',
  phases: [2, 3, 4, 5],
  formats: ['Konzept'],
  owner: 'oeffentlichkeitsarbeit',
  documentKind: 'concept',
  version: '1.0',
  asOf: '2026-03-01',
  licence: 'CC BY-SA 4.0',
  languages: ['de'],
  plainLanguage: 'keine',
  validUntil: null,
  review: null,
  blocks: [
    {
      id: 'wer_wir_sind',
      title: 'Wer wir sind',
      lines: [
        '{{gruppe.name}} ist eine Selbsthilfegruppe für {{gruppe.zielgruppe}}. Wir sind keine Fachleute, sondern Menschen, die wissen, wovon sie reden.',
        'Wir gehören zum Verband {{bundesverband.name}} und arbeiten in der Region {{region.name}} mit anderen Gruppen zusammen. Erstes Treffen: {{erstesTreffen.datum}}.',
      ],
    },
    {
      id: 'was_wir_anbieten',
      title: 'Was wir anbieten',
      lines: [
        'Wir treffen uns {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}. Die Adresse ist {{gruppe.ort.strasse}}, {{gruppe.ort.plz}} {{gruppe.ort.stadt}}. Wir hören einander zu, sprechen über das, was uns beschäftigt, und machen uns Mut. Manchmal laden wir jemanden ein, der zu einem Thema etwas weiß. Die Teilnahme kostet nichts und verpflichtet zu nichts.',
      ],
    },
    {
      id: 'was_wir_nicht_sind',
      title: 'Was wir nicht sind',
      lines: [
        'Wir sind keine Beratungsstelle und keine Therapie. Wir stellen keine Bescheinigungen aus. Wir geben keine Auskunft darüber, wer zu uns kommt, auch nicht an Behörden oder Kliniken. Wenn jemand mehr Hilfe braucht, als eine Gruppe geben kann, nennen wir Stellen, die dafür da sind.',
      ],
    },
    {
      id: 'wie_man_zu_uns_kommt',
      title: 'Wie man zu uns kommt',
      lines: [
        'Die Gruppe ist {{gruppe.zugang}}. Erreichbar sind wir unter {{gruppe.kontakt.telefon}}. Auf dem Anrufbeantworter genügen ein Vorname und eine Nummer. Niemand muss den Nachnamen nennen. Ob unsere Gruppe passt, entscheiden beide Seiten in Ruhe.',
      ],
    },
    {
      id: 'haltung',
      title: 'Unsere Haltung',
      lines: [
        'Wir reden mit Menschen, nicht über sie. Wir werten nicht, welchen Weg jemand geht. Was in der Gruppe gesprochen wird, bleibt in der Gruppe. Wir verwenden Worte, die niemanden auf eine Krankheit verkürzen, und bitten auch unsere Partner darum.',
      ],
    },
    {
      id: 'wuensche_an_partner',
      title: 'Was wir uns von Partnern wünschen',
      lines: [
        '- Legen Sie unser Kärtchen dort aus, wo man es unbeobachtet einstecken kann.',
        '- Weisen Sie auf uns hin, aber schicken Sie niemanden: Selbsthilfe wirkt nur freiwillig.',
        '- Nennen Sie uns eine feste Person, die wir bei Fragen anrufen können.',
        '- Laden Sie uns ein, wenn Sie in Ihrem Team über Selbsthilfe sprechen. Wir kommen gern zu zweit und bleiben eine halbe Stunde.',
      ],
    },
    {
      id: 'kontakt',
      title: 'Kontakt',
      lines: [
        '{{gruppe.name}}, Telefon {{gruppe.kontakt.telefon}}, E-Mail {{gruppe.kontakt.email}}. Unterstützt von: {{partner.kontaktstelle.name}} und Regionalteam {{region.name}}.',
        'Verantwortlich für den Inhalt: {{visdp.name}}, {{visdp.anschrift}}. Stand: {{stand}}',
      ],
    },
  ],
}
