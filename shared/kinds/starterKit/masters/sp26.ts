import { type KitMaster } from './master.ts'

export const sp26: KitMaster = {
  code: 'SP-26',
  title: 'Naloxon-Information und Drogennotfall',
  itemKind: 'text',
  purpose: 'Das Blatt sagt, woran ihr einen Drogennotfall erkennt, was ihr tut und was Naloxon ist.',
  phases: [3, 4, 5],
  formats: ['PDF', 'Karte'],
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
        'Diesen Text muss eine medizinische Fachperson prüfen, bevor ihr ihn benutzt. Das Datum der Prüfung gehört hierher.',
        'Geprüft von: ______________________________ Geprüft am: ______________',
        'Das Blatt ersetzt keine Schulung und keinen Kurs in Erster Hilfe.',
      ],
      locked: true,
    },
    {
      id: 'b02',
      title: 'So erkennt ihr einen Notfall mit Opioiden',
      lines: [
        'Opioide sind zum Beispiel Heroin, Methadon, Fentanyl und manche starken Schmerzmittel. Achtet auf diese Zeichen:',
        '- Die Person reagiert nicht, wenn ihr sie laut ansprecht und an der Schulter rüttelt.',
        '- Sie atmet sehr langsam, flach oder gar nicht. Vielleicht schnarcht oder röchelt sie.',
        '- Lippen oder Fingerspitzen werden blau oder grau.',
        '- Die Pupillen sind sehr klein.',
        'Reagiert jemand nicht oder atmet schlecht, holt sofort Hilfe. Ihr müsst euch nicht sicher sein. Wer sich nicht wecken lässt, schläft nicht einfach einen Rausch aus.',
        'Besonders gefährlich ist die Zeit nach einer Pause: Der Körper verträgt dann weniger als vorher.',
      ],
      locked: true,
    },
    {
      id: 'b03',
      title: 'Das tut ihr',
      lines: [
        '1. Ruft die 112 an. Stellt das Telefon laut. Sagt, wo ihr seid.',
        '2. Die Leitstelle sagt euch Schritt für Schritt, was zu tun ist. Tut das.',
        '3. Habt ihr Naloxon-Spray da und den Umgang damit gelernt, dann gebt es so wie in der Schulung.',
        '4. Atmet die Person, legt sie in die stabile Seitenlage. Atmet sie nicht, sagt es der Leitstelle sofort: Sie hilft euch am Telefon bei der Wiederbelebung.',
        '5. Bleibt da, bis der Rettungsdienst übernimmt. Sagt, was ihr gegeben habt und wann.',
      ],
      locked: true,
    },
    {
      id: 'b04',
      title: 'Naloxon',
      lines: [
        'Naloxon ist ein Notfallmedikament bei einer Überdosierung mit Opioiden. Es gibt Naloxon als Nasenspray. Ob ihr dafür ein Rezept braucht, hängt vom Präparat ab; fragt in der Apotheke oder in der Drogenberatung nach. Lasst euch in einer Schulung zeigen, wie man es anwendet. Im Notfall gilt immer: zuerst 112.',
        'Naloxon hilft nur gegen Opioide, nicht gegen Alkohol oder andere Substanzen. Seine Wirkung kann früher nachlassen als die des Opioids. Auch wer wieder wach ist, braucht deshalb ärztliche Hilfe und darf nicht allein bleiben.',
      ],
      locked: true,
    },
    {
      id: 'b05',
      title: 'Danach',
      lines: [
        'Wer Naloxon bekommen hat, fühlt sich oft elend und ist vielleicht verwirrt oder wütend. Erklärt ruhig, was war. Bittet darum, jetzt nichts zu nehmen und auf den Rettungsdienst zu warten.',
        'Auch wer geholfen hat, braucht jemanden zum Reden: TelefonSeelsorge 0800 1110111, 0800 1110222 oder 116 123 (kostenfrei), Sucht & Drogen Hotline 01806 313031 (20 Cent pro Anruf).',
      ],
      locked: true,
    },
    {
      id: 'b06',
      title: 'Schulung in eurer Nähe',
      lines: [
        'Fragt nach einer Schulung: {{partner.kontaktstelle.name}}, Telefon {{partner.kontaktstelle.telefon}}, oder beim Regionalteam {{region.name}}.',
        'Haltet fest, wie viele Menschen teilgenommen haben. Namen schreibt ihr nicht auf.',
        'Hier liegt unser Spray (mit der Hand eintragen): ______________________________ Haltbar bis: ______________',
      ],
      locked: true,
    },
  ],
}
