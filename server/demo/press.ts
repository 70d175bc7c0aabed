import { z } from 'zod'
import type { PressContent } from '#shared/kinds/pressTemplate/fill.ts'
import { readFixture } from './files.ts'

const quotes = z
  .object({
    quotes: z.array(
      z.object({
        id: z.string(),
        speaker: z.string(),
        printedName: z.string(),
        printNote: z.string().optional(),
        function: z.string(),
        attribution: z.enum(['klarname', 'vorname', 'name_geaendert']),
        text: z.string(),
      }),
    ),
  })
  .parse(readFixture('b.quotes')).quotes

/** The quotes of fixture `b.quotes` as they stand in B3; `draft`: as in B2, before they were corrected. */
function quotesOf(moment: 'draft' | 'released'): NonNullable<PressContent['quotes']> {
  return quotes.map(({ speaker, ...quote }) => ({
    ...quote,
    ...(moment === 'draft' && draftQuote(quote)),
    speakerId: speaker,
    ...(quote.id === 'Q2' && { verb: 'erzählt', functionFirst: true }),
  }))
}

/** `b.quotes` draftDifferences: a comma, and a function. */
const draftQuote = ({ text, function: role }: { text: string; function: string }) => ({
  text: text.replace('trocken, aber', 'trocken aber'),
  function: role.replace('Leiterin', 'Geschäftsführerin'),
})

const contact = {
  name: 'Theodora Lindqvist-Baum',
  function: 'Referentin für Öffentlichkeitsarbeit',
  phone: '069 90009-120',
  email: 'presse@brueckenschlag.example',
}
const responsible = {
  name: 'Matthis Grönefeld',
  address: 'Brückenschlag Suchtselbsthilfe – Bundesverband e. V., Uferweg 12, 00234 Musterhafen',
}
const basedOn = { documentId: null, code: 'PV-03', version: '1.2' }
const event = { date: '2026-06-18', time: '18:30' }
const helpful =
  'Unterstützt wird die Gründung von der Selbsthilfekontaktstelle Lindenfurt und vom Regionalteam Oberes Lindental. Es begleitet Gruppen in der Region, vermittelt Kontakte zu Beratungsstellen und hilft bei Raumsuche und Öffentlichkeitsarbeit.'

/** B2: the faulty draft 0.3 (scenarios.md b.4). Two variables are open, the picture shows four people. */
export const b2 = {
  header: {
    form: 'mitteilung',
    title: 'Neue Gruppe in Hohenlichtern, Entwurf',
    version: '0.3',
    date: '2026-06-10',
    basedOn,
  },
  embargo: { until: '2026-06-18T18:00' },
  event,
  text: {
    headline: 'Neue Hilfe für Alkoholiker in Hohenlichtern',
    subheading: 'Selbsthilfegruppe „Lichtblick“ holt Suchtkranke aus der Einsamkeit',
    datelinePlace: 'Hohenlichtern',
    lead: [
      'In Hohenlichtern gibt es endlich eine Selbsthilfegruppe für Menschen, die unter Alkoholsucht leiden oder mit Drogenmissbrauch zu tun haben. Die Gruppe „Lichtblick Hohenlichtern“ trifft sich montags von 17:30 bis 19:00 Uhr im Haus am Anger. Vorgestellt wird sie am 18. Juni 2026 um 18:30 Uhr {{veranstaltung.ort}} bei einem öffentlichen Informationsabend. Der Eintritt ist frei, eine Anmeldung ist nicht nötig.',
    ],
    body: [
      '{{zitat.1}}',
      'Viele Betroffene stecken seit Jahren im Drogensumpf und haben den Glauben an sich selbst verloren. Manche sind nach einer Therapie wieder rückfällig geworden, andere seit Monaten clean und suchen nun Anschluss. Auch Co-Abhängige sind willkommen. In der Gruppe unterstützen sich Menschen gegenseitig, die Ähnliches erlebt haben. Niemand wird behandelt oder beurteilt. Wer kommt, entscheidet selbst, was sie oder er erzählt. Was in der Gruppe gesprochen wird, bleibt in der Gruppe. Die Teilnahme ist kostenfrei und freiwillig. Anders als bei den Anonymen Alkoholikern gibt es kein festes Programm; die Gruppe bestimmt ihre Themen selbst.',
      '{{absatz.zugang}}',
      '{{zitat.2}}',
      'Gegründet wurde die Gruppe am 4. Mai 2026 von fünf Personen aus Hohenlichtern und den umliegenden Orten. Bisher war die nächste Gruppe mehr als zwanzig Kilometer entfernt und mit dem Bus am Abend kaum zu erreichen. Gerade ältere Menschen und Familien ohne Auto hatten deshalb keine Möglichkeit, regelmäßig an einem Treffen teilzunehmen. Das Haus am Anger liegt nur wenige Schritte von der Haltestelle entfernt, ist stufenlos zugänglich und verfügt über eine kleine Küche, in der vor jedem Treffen Tee gekocht wird.',
      `${helpful} Mit der Gruppe in Hohenlichtern gehören nun sieben Selbsthilfegruppen zur Region; damit ist das Ziel erreicht, das sich der Verband für die Region gesetzt hatte. Im Herbst folgen zwei weitere Veranstaltungen, bei denen es um Hilfe im Drogennotfall geht.`,
      '{{zitat.3}}',
    ],
  },
  access: {
    openness: 'offen_mit_vorgespraech',
    offen_mit_vorgespraech: [
      'Die Gruppe nimmt neue Mitglieder ab dem 6. Juli nach einem kurzen Vorgespräch auf. Einen Termin gibt es unter {{gruppe.kontakt.telefon}}.',
    ],
  },
  quotes: quotesOf('draft'),
  boilerplate: {
    federation: 'Brückenschlag ist ein Verband der Suchtselbsthilfe mit Gruppen in ganz Deutschland.',
    region: 'Das Regionalteam Oberes Lindental begleitet sieben Gruppen.',
  },
  contact,
  responsible,
  images: [{ id: 'I1', caption: 'Gruppenfoto vom zweiten Treffen', recognisable: 4 }],
} satisfies PressContent

/** B3: the released version 1.0 (scenarios.md b.5). */
export const b3 = {
  header: {
    form: 'mitteilung',
    title: 'Neue Gruppe in Hohenlichtern',
    version: '1.0',
    date: '2026-06-17',
    basedOn,
    voucherCopy: true,
  },
  embargo: { until: '2026-06-18T18:00', reason: 'Beginn der Veranstaltung 18:30 Uhr' },
  event: { ...event, place: 'im Kulturhaus Lindenfurt' },
  text: {
    headline: 'Hohenlichtern: Neue Selbsthilfegruppe „Lichtblick“ startet',
    subheading:
      'Menschen mit Suchterfahrung und Angehörige finden im Haus am Anger einen festen Ort zum Austausch',
    datelinePlace: 'Hohenlichtern',
    lead: [
      'In Hohenlichtern gibt es eine neue Selbsthilfegruppe für Menschen, die Erfahrungen mit Alkohol, Medikamenten oder anderen Substanzen haben. Die Gruppe „Lichtblick Hohenlichtern“ trifft sich montags von 17:30 bis 19:00 Uhr im Haus am Anger. Vorgestellt wird sie am {{veranstaltung.datum}} um {{veranstaltung.uhrzeit}} Uhr {{veranstaltung.ort}} bei einem öffentlichen Informationsabend. Der Eintritt ist frei, eine Anmeldung ist nicht nötig.',
    ],
    body: [
      '{{zitat.1}}',
      'In einer Selbsthilfegruppe unterstützen sich Menschen gegenseitig, die Ähnliches erlebt haben. Niemand wird behandelt oder beurteilt. Wer kommt, entscheidet selbst, was sie oder er erzählt. Was in der Gruppe gesprochen wird, bleibt in der Gruppe. Die Teilnahme ist kostenfrei und freiwillig. Auch Angehörige sind willkommen.',
      '{{absatz.zugang}}',
      '{{zitat.2}}',
      'Bisher war die nächste Gruppe mehr als zwanzig Kilometer entfernt und abends mit dem Bus kaum zu erreichen. Das Haus am Anger liegt nahe der Haltestelle und ist stufenlos zugänglich. Gegründet wurde die Gruppe am 4. Mai 2026 von fünf Personen.',
      `${helpful} Mit Hohenlichtern gehören nun sieben Gruppen zur Region.`,
      '{{zitat.3}}',
    ],
  },
  access: {
    openness: 'offen_mit_vorgespraech',
    offen_mit_vorgespraech: [
      'Die Gruppe nimmt neue Mitglieder ab dem 6. Juli nach einem kurzen Vorgespräch auf. Einen Termin gibt es unter {{gruppe.kontakt.telefon}}.',
    ],
  },
  quotes: quotesOf('released'),
  boilerplate: {
    federation:
      'Brückenschlag Suchtselbsthilfe ist ein Verband von Selbsthilfegruppen für Menschen mit Suchterfahrung und ihre Angehörigen. Der Verband arbeitet ehrenamtlich, überkonfessionell und unabhängig von wirtschaftlichen Interessen.',
    region:
      'Das Regionalteam Oberes Lindental besteht aus drei ehrenamtlich Engagierten und begleitet sieben Gruppen zwischen Niederlauben und Bergstätten. Mehr unter www.brueckenschlag.example.',
  },
  contact: { ...contact, hours: 'Dienstag bis Donnerstag, 9 bis 13 Uhr' },
  responsible,
  images: [
    {
      id: 'I2',
      caption: 'Das Türschild im Haus am Anger',
      credit: 'Foto: Svea Kallweit / Brückenschlag',
      licence: 'Abdruck honorarfrei im Zusammenhang mit dieser Mitteilung',
      altText: 'Ein Türschild mit dem Namen der Gruppe',
      recognisable: 0,
      motifCheck: 'geprueft',
    },
  ],
  crisis: {
    notice: 'Notruf 112 · TelefonSeelsorge 0800 1110111 oder 116 123 (kostenfrei, rund um die Uhr)',
  },
  values: [{ id: 'gruppe.kontakt.telefon', value: '069 90009-214' }],
} satisfies PressContent
