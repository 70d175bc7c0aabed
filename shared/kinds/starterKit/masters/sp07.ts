import { type KitMaster } from './master.ts'

export const sp07: KitMaster = {
  code: 'SP-07',
  title: 'Die ersten drei Treffen – ein Leitfaden',
  itemKind: 'text',
  purpose: 'Der Leitfaden hilft euch, die ersten drei Treffen eurer Gruppe vorzubereiten.',
  phases: [3],
  formats: ['DOCX', 'HTML'],
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
      title: 'Wozu dieser Leitfaden da ist',
      lines: [
        'Dieser Leitfaden hilft euch, die ersten drei Treffen eurer Gruppe vorzubereiten. Er ist ein Vorschlag. Ihr dürft streichen, ergänzen und umstellen, bis er zu euch passt. Nur die Abschnitte zu Krisen und Notfällen bleiben so, wie sie sind.',
      ],
    },
    {
      id: 'b02',
      title: 'Vor dem ersten Treffen',
      lines: [
        'Sprecht mit der Selbsthilfekontaktstelle in eurer Nähe. Sucht einen Raum, der gut erreichbar ist und in dem euch niemand stört. Legt einen festen Wochentag und eine feste Uhrzeit fest. Anderthalb bis zwei Stunden reichen. Klärt, wer den Schlüssel hat und wer an der Tür steht.',
      ],
    },
    {
      id: 'b03',
      title: 'Das erste Treffen: Ankommen',
      lines: [
        'Stellt Stühle in einen Kreis. Begrüßt jede Person einzeln. Erklärt zu Beginn, wie lange das Treffen dauert und dass niemand etwas erzählen muss. Am Ende verabredet ihr, ob und wann ihr euch wieder trefft.',
      ],
    },
    {
      id: 'b04',
      title: 'Die Eröffnungsrunde',
      lines: [
        'Beginnt mit einer kurzen Runde. Alle sagen ihren Vornamen und einen Satz dazu, warum sie gekommen sind. Wer nichts sagen möchte, gibt weiter. Plant dafür zwanzig Minuten ein.',
      ],
    },
    {
      id: 'b05',
      title: 'Gruppenregeln',
      lines: [
        'Vereinbart wenige Regeln und schreibt sie auf: Was hier gesprochen wird, bleibt hier. Wir lassen einander ausreden. Wir sprechen von uns selbst. Ratschläge gibt es nur auf Wunsch. Wir kommen pünktlich und sagen ab, wenn wir nicht kommen können.',
      ],
    },
    {
      id: 'b06',
      title: 'Ein Protokoll in der Gruppe',
      lines: [
        'Haltet am Ende jedes Treffens fest, welche Themen ihr besprochen habt und wer beim nächsten Mal moderiert. Namen und persönliche Geschichten gehören nicht ins Protokoll.',
      ],
    },
    {
      id: 'b07',
      title: 'Eine Chatgruppe',
      lines: [
        'Für kurze Absprachen könnt ihr eine Chatgruppe einrichten. Fragt vorher alle, ob sie ihre Nummer teilen möchten.',
      ],
    },
    {
      id: 'b08',
      title: 'Das zweite Treffen: Erwartungen',
      lines: [
        'Sammelt auf Karten, was ihr euch von der Gruppe wünscht und was ihr nicht möchtet. Sprecht darüber, ob die Gruppe offen für neue Menschen ist oder zunächst geschlossen bleibt. Beides ist in Ordnung; wichtig ist, dass alle es wissen.',
      ],
    },
    {
      id: 'b09',
      title: 'Das dritte Treffen: Wie es weitergeht',
      lines: [
        'Verteilt kleine Aufgaben: Wer öffnet den Raum, wer ist Ansprechperson, wer kümmert sich um Tee? Legt fest, nach wie vielen Treffen ihr gemeinsam zurückblickt.',
      ],
    },
    {
      id: 'b10',
      title: 'Wenn jemand in einer Krise ist',
      lines: [
        'Eine Selbsthilfegruppe ist kein Notdienst. Bei akuter Gefahr ruft den Notruf 112. Rund um die Uhr erreichbar sind die TelefonSeelsorge unter 0800 1110111 und die Sucht & Drogen Hotline unter 01806 313031.',
      ],
      locked: true,
    },
    {
      id: 'b11',
      title: 'Naloxon',
      lines: [
        'Naloxon ist ein Notfallmedikament bei einer Überdosierung mit Opioiden. Es gibt Naloxon als Nasenspray auf Rezept. Lasst euch in einer Schulung zeigen, wie man es anwendet. Im Notfall gilt immer: zuerst 112.',
      ],
      locked: true,
    },
    {
      id: 'b12',
      title: 'So erreicht ihr uns',
      lines: [
        'Gruppe {{gruppe.name}}, {{gruppe.wochentag.adverb}} von {{gruppe.zeit}}, {{gruppe.ort.mitPraeposition}}. Telefon {{gruppe.kontakt.telefon}}. Unterstützung: {{partner.kontaktstelle.name}} und Regionalteam {{region.name}}.',
      ],
    },
  ],
}
