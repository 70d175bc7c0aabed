import { nodesFromLines } from '#shared/document/proseLines.ts'
import type { PressContent } from '#shared/kinds/pressTemplate/fill.ts'

/** The press template PV-03 „Neue Gruppe startet“, version 1.2 (scenarios.md b.3); the starter kit brings it as SP-13. */
export const pv03: PressContent = {
  header: {
    form: 'vorlage',
    code: 'PV-03',
    title: 'Neue Gruppe startet',
    version: '1.2',
    publisher: 'Brückenschlag Suchtselbsthilfe – Bundesverband e. V., Fachbereich Öffentlichkeitsarbeit',
    usage: 'durch Regionalteams und Gruppen, nach Freigabe',
    voucherCopy: true,
  },
  text: {
    headline: '{{gruppe.ort.stadt}}: Neue Selbsthilfegruppe „{{gruppe.name}}“ startet',
    subheading:
      'Menschen mit Suchterfahrung und Angehörige finden {{gruppe.ort.mitPraeposition}} einen festen Ort zum Austausch',
    datelinePlace: '{{gruppe.ort.stadt}}',
    lead: [
      'In {{gruppe.ort.stadt}} gibt es eine neue Selbsthilfegruppe für Menschen, die Erfahrungen mit Alkohol, Medikamenten oder anderen Substanzen haben. Die Gruppe „{{gruppe.name}}“ trifft sich {{gruppe.treffen}} {{gruppe.ort.mitPraeposition}}. Vorgestellt wird sie am {{veranstaltung.datum}} um {{veranstaltung.uhrzeit}} Uhr {{veranstaltung.ort}} bei einem öffentlichen Informationsabend. Der Eintritt ist frei, eine Anmeldung ist nicht nötig.',
    ],
    body: [
      '{{zitat.1}}',
      'In einer Selbsthilfegruppe unterstützen sich Menschen gegenseitig, die Ähnliches erlebt haben. Niemand wird behandelt oder beurteilt. Wer kommt, entscheidet selbst, was sie oder er erzählt. Was in der Gruppe gesprochen wird, bleibt in der Gruppe. Die Teilnahme ist kostenfrei und freiwillig.',
      '{{absatz.zugang}}',
      '{{zitat.2}}',
      'Unterstützt wird die Gründung von der {{partner.kontaktstelle.name}} und vom Regionalteam {{region.name}}. Es begleitet Gruppen in der Region, vermittelt Kontakte zu Beratungsstellen und hilft bei Raumsuche und Öffentlichkeitsarbeit.',
      '{{zitat.3}}',
    ],
  },
  access: {
    offen: [
      'Neue Teilnehmende sind jederzeit willkommen. Wer vorher Fragen hat, kann anrufen: {{gruppe.kontakt.telefon}}.',
    ],
    offen_mit_vorgespraech: [
      'Die Gruppe nimmt neue Mitglieder nach einem kurzen Vorgespräch auf. Einen Termin gibt es unter {{gruppe.kontakt.telefon}}.',
    ],
    geschlossen: [
      'Die Gruppe ist zurzeit geschlossen. Menschen, die eine eigene Gruppe suchen oder gründen möchten, berät die {{partner.kontaktstelle.name}}.',
    ],
  },
  local: {
    notes: nodesFromLines([
      '1. Zitate erst einsetzen, wenn Wortlaut, Name und Funktion freigegeben sind. Jede spätere Änderung macht eine neue Freigabe nötig, auch bei einem Komma.',
      '2. Menschen aus der Gruppe nur mit geändertem Namen nennen, wenn sie es so möchten; dann steht „(Name geändert)“ im Text.',
      '3. Keine Fotos mit erkennbaren Personen ohne schriftliche Einwilligung. Besser: Türschild, leere Stühle, Hände mit Tasse. Keine Flaschen, Spritzen oder abgewandten Gestalten.',
      '4. Eine Sperrfrist braucht einen Grund, zum Beispiel eine Veranstaltung. Sie ist eine Bitte an die Redaktionen; verlassen können wir uns nur auf das, was wir selbst noch nicht verschickt haben.',
      '5. Wörter, die auf der Sprachliste stehen, werden markiert. In freigegebenen Zitaten bleiben sie stehen: Menschen dürfen sich selbst nennen, wie sie wollen.',
      '6. Private Telefonnummern gehören nicht in eine Pressemitteilung. Nutzt die Gruppennummer oder die der Kontaktstelle.',
    ]),
  },
}
