import { type KitMaster } from './master.ts'

export const sp02: KitMaster = {
  code: 'SP-02',
  title: 'Klärungsbogen: Für wen, wozu, offen oder geschlossen?',
  itemKind: 'formular',
  purpose:
    'Der Bogen hilft euch, vor der Gründung miteinander zu klären, was für eine Gruppe ihr werden möchtet.',
  phases: [0],
  formats: ['Formular'],
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
      title: 'So geht ihr vor',
      lines: [
        'Zuerst füllt jede Person den Bogen für sich aus, dann vergleicht ihr. Nehmt euch dafür viel Zeit. Wo ihr verschieden antwortet, lohnt sich das Gespräch. Nicht jede Frage braucht heute eine Antwort.',
        'So heißen wir im Moment: {{gruppe.name}}. Das darf noch ein Arbeitsname sein.',
      ],
    },
    {
      id: 'b02',
      title: 'Für wen?',
      lines: [
        '[ ] Für Menschen mit eigener Suchterfahrung',
        '[ ] Für Angehörige, zum Beispiel Eltern, Partnerinnen und Partner, Kinder, Freundinnen und Freunde',
        '[ ] Für beide gemeinsam',
        '[ ] Für junge Menschen',
        '[ ] Für etwas anderes, und zwar: ______________________________',
        'Geht es um eine bestimmte Substanz oder um ein Verhalten wie das Glücksspiel? ______________________________',
        'Wer würde sich bei uns vielleicht nicht eingeladen fühlen? Was könnten wir daran ändern? ______________________________',
      ],
    },
    {
      id: 'b03',
      title: 'Wozu?',
      lines: [
        'Wir möchten vor allem …',
        '[ ] miteinander reden und einander zuhören',
        '[ ] Wissen und Erfahrungen teilen',
        '[ ] zusammen etwas unternehmen',
        '[ ] andere Menschen informieren und sichtbar werden',
        '[ ] etwas vor Ort verändern',
        'In einem Jahr soll man von uns sagen: ______________________________',
      ],
    },
    {
      id: 'b04',
      title: 'Offen oder geschlossen?',
      lines: [
        'Alle drei Wege sind gut. Wichtig ist, dass alle wissen, welcher gilt, und dass ihr ihn später ändern dürft.',
        '| Weg | Das spricht dafür | Das solltet ihr bedenken |',
        '| Offen: Wer möchte, kommt einfach. | Der Schritt hinein ist klein. | Die Runde ist jedes Mal anders. |',
        '| Offen nach einem Vorgespräch | Neue kennen schon jemanden. Ihr könnt Fragen klären. | Jemand muss die Gespräche führen. |',
        '| Geschlossen: Die Runde bleibt unter sich. | Vertrauen wächst schneller. | Wer sucht, findet keinen Platz. Manche Förderung setzt voraus, dass ihr Neue aufnehmt. |',
        'Wir beginnen so: ______________________________',
        'Das prüfen wir wieder am: ______________________________',
      ],
    },
    {
      id: 'b05',
      title: 'Was gilt bei uns?',
      lines: [
        'Muss man bei uns ein bestimmtes Ziel haben, zum Beispiel ohne Alkohol zu leben? ______________________________',
        'Was ist, wenn jemand vor dem Treffen getrunken oder etwas genommen hat? ______________________________',
        'Dürfen Menschen kommen, die in einer Substitutionsbehandlung sind? ______________________________',
        'Was darf nach außen erzählt werden, was auf keinen Fall? ______________________________',
      ],
    },
    {
      id: 'b06',
      title: 'Wie groß, wann, wo?',
      lines: [
        'Gut reden lässt sich mit acht bis zwölf Menschen. Seid ihr weniger als sechs, wird es schwierig, sobald jemand fehlt. Ihr dürft trotzdem klein anfangen.',
        'So viele sind wir jetzt: ______ So viele möchten wir werden: ______',
        'Tag und Uhrzeit, die für die meisten gehen: ______________________________',
        'Ein Raum, den alle ohne Auto und möglichst ohne Stufen erreichen: ______________________________',
      ],
    },
    {
      id: 'b07',
      title: 'Was jede Person einbringt',
      lines: [
        '| Aufgabe | Wer kann sich das vorstellen? |',
        '| Raum öffnen und vorbereiten | |',
        '| Treffen moderieren | |',
        '| Telefon und E-Mail beantworten | |',
        '| Kontakt halten: {{partner.kontaktstelle.name}} | |',
        '| Geld und Belege | |',
        'Das nehmen wir uns als Nächstes vor: ______________________________ Wer? ______________ Bis wann? ______________',
      ],
    },
  ],
}
