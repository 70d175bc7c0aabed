import { type KitMaster } from './master.ts'

export const sp09: KitMaster = {
  code: 'SP-09',
  title: 'Gesprächsregeln / Moderationskarten',
  itemKind: 'karte',
  purpose: 'Zehn Karten zum Ausschneiden, mit denen jede Person ein Treffen leiten kann.',
  phases: [3, 4],
  formats: ['Karten'],
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
      title: 'Karte 1: So leitest du das Treffen',
      lines: [
        'Heute achtest du auf die Zeit und auf die Reihenfolge. Mehr musst du nicht können. Du darfst selbst mitreden. Nimm die Karten der Reihe nach in die Hand.',
        'Gruppe {{gruppe.name}}, {{gruppe.zeit}}',
      ],
    },
    {
      id: 'b02',
      title: 'Karte 2: Anfangen',
      lines: [
        '„Schön, dass ihr da seid. Wir haben Zeit bis ______ Uhr. Was hier gesprochen wird, bleibt hier. Niemand muss etwas erzählen.“',
        'Ist heute jemand neu? Dann stellen sich alle mit dem Namen vor, mit dem sie angesprochen werden möchten.',
      ],
    },
    {
      id: 'b03',
      title: 'Karte 3: Ankommen',
      lines: [
        '„Wie geht es euch heute? Ein Satz genügt. Wer nichts sagen möchte, gibt weiter.“',
        'Etwa zwanzig Minuten. Hier wird noch nicht nachgefragt.',
      ],
    },
    {
      id: 'b04',
      title: 'Karte 4: Thema finden',
      lines: [
        '„Wer möchte heute etwas besprechen? Wer braucht Zeit für sich?“',
        'Schreibt die Wünsche auf. Was am dringendsten ist, kommt zuerst. Gibt es keinen Wunsch, nehmt eines dieser Themen:',
        '- Was hat mir diese Woche gutgetan?',
        '- Was mache ich, wenn der Druck kommt?',
        '- Wem erzähle ich davon, wem nicht?',
        '- Worauf bin ich ein kleines bisschen stolz?',
      ],
    },
    {
      id: 'b05',
      title: 'Karte 5: Alle kommen dran',
      lines: [
        '„Danke. Ich möchte gern auch die anderen hören.“',
        'Wer lange nichts gesagt hat, wird gefragt, aber nicht gedrängt: „Möchtest du etwas dazu sagen? Du darfst auch Nein sagen.“',
      ],
    },
    {
      id: 'b06',
      title: 'Karte 6: Wenn Ratschläge fliegen',
      lines: [
        '„Halt, einen Moment. Möchtest du gerade einen Rat, oder tut es gut, wenn wir einfach zuhören?“',
        'Statt „Du musst …“ hilft: „Bei mir war es so …“',
      ],
    },
    {
      id: 'b07',
      title: 'Karte 7: Wenn es laut wird',
      lines: [
        '„Stopp. Wir atmen kurz durch. Dann redet erst die eine Person, danach die andere.“',
        'Hilft das nicht, macht fünf Minuten Pause mit offenem Fenster.',
      ],
    },
    {
      id: 'b08',
      title: 'Karte 8: Wenn jemand weint',
      lines: [
        'Tränen sind in Ordnung. Wartet. Bietet ein Glas Wasser an. Fragt: „Möchtest du weiterreden, still dabeisitzen oder kurz hinausgehen? Soll jemand mitkommen?“',
      ],
    },
    {
      id: 'b09',
      title: 'Karte 9: Wenn jemand nicht mehr leben möchte',
      lines: [
        'Nehmt es ernst und fragt ruhig nach. Lasst die Person nicht allein. Holt Hilfe, auch wenn ihr unsicher seid. Bei akuter Gefahr ruft 112. Alle Nummern stehen auf der Karte Notfall- und Krisennummern (SP-25). Danach sprecht in der Gruppe darüber, wie es euch damit geht.',
      ],
    },
    {
      id: 'b10',
      title: 'Karte 10: Aufhören',
      lines: [
        '„Wir haben noch zehn Minuten. Was nimmst du heute mit? Ein Satz genügt.“',
        'Klärt, wer nächstes Mal leitet und wer aufschließt. Danke sagen, aufräumen, pünktlich Schluss.',
      ],
    },
  ],
}
