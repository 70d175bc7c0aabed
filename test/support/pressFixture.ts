import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { z } from 'zod'
import { paragraphTexts } from '#shared/document/prose.ts'
import { fillPress, type PressContent } from '#shared/kinds/pressTemplate/fill.ts'
import { renderRelease } from '#shared/kinds/pressTemplate/render.ts'
import { type PressDraft, pressTemplate } from '#shared/kinds/pressTemplate/schema.ts'
import { germanDay } from '#shared/rules/germanForms.ts'
import type { Facts } from '#shared/rules/mergeFields.ts'
import { readFixture } from './minutesFixture.ts'

/** A document of scenarios.md as it is printed there. */
export const readDocument = (name: 'B1' | 'B2' | 'B3'): string =>
  readFileSync(new URL(`../fixtures/documents/${name}.md`, import.meta.url), 'utf8')

/** The draft with this content, as anybody projects it. */
export function pressDraft(content: PressContent): PressDraft {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, pressTemplate.seed)
  fillPress(pressTemplate.open(doc), content)
  const { value, issues } = pressTemplate.project(doc)
  if (issues.length > 0) throw new Error(JSON.stringify(issues))
  return value
}

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
export const b2: PressContent = {
  header: {
    form: 'mitteilung',
    title: 'Lichtblick Hohenlichtern',
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
}

/** B3: the released version 1.0 (scenarios.md b.5). */
export const b3: PressContent = {
  header: {
    form: 'mitteilung',
    title: 'Lichtblick Hohenlichtern',
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
}

/** A release in the form in which scenarios.md prints it (B2, B3). */
export function releaseDocument(value: PressDraft, facts: Facts = {}): string {
  const release = renderRelease(value, facts)
  const [lead = '', ...body] = paragraphTexts(release.text)
  const dateline = `${value.text.datelinePlace}, `
  const stop = lead.indexOf('.', lead.indexOf(' 20')) + 1
  const [embargo = '', ...request] = (release.embargo ?? '').split(/ (?=\(|–)/u)
  const isDraft = value.header.version.startsWith('0.')
  const stand =
    isDraft && value.header.date !== null
      ? ` · Entwurf ${value.header.version} · ${germanDay(value.header.date)}`
      : ''
  if (!lead.startsWith(dateline)) throw new Error('The lead should begin with its dateline')
  return `${[
    `**PRESSEMITTEILUNG**${stand}\n**${embargo}** ${request.join(' ')}`,
    `## ${release.headline}`,
    `### ${release.subheading}`,
    `**${lead.slice(0, stop)}**${lead.slice(stop)}`,
    ...body,
    '---',
    `**Über uns**\n${release.about}`,
    `**Pressekontakt**\n${release.contact}\nVerantwortlich im Sinne des Presserechts: ${release.responsible}`,
    `**Bildmaterial**\n${release.images.join('\n')}`,
    ...(release.crisis === '' ? [] : [`**Hilfe in Krisen:** ${release.crisis}`]),
    ...(value.header.voucherCopy ? ['Belegexemplar erbeten'] : []),
  ].join('\n\n')}\n`
}

const access = ['offen', 'offen_mit_vorgespraech', 'geschlossen'] as const

/** A template in the form in which scenarios.md prints it (B1): what the kind itself prints stands as merge fields. */
export function templateDocument(value: PressDraft): string {
  const { header, text } = value
  const lines = (nodes: PressDraft['text']['lead']) => paragraphTexts(nodes)
  const body = lines(text.body).map(line =>
    line === '{{absatz.zugang}}'
      ? access
          .map(openness =>
            [`{{#wenn gruppe.zugang = ${openness}}}`, ...lines(value.access[openness]), '{{/wenn}}'].join(
              '\n',
            ),
          )
          .join('\n')
      : line,
  )
  const limit = String(header.lengthLimit).replace(/(?=\d{3}$)/u, '.')
  const date = '{{sperrfrist.datum_oder_versanddatum}}'
  return `${[
    `# Pressevorlage ${header.code} „${header.title}“ · Fassung ${header.version}`,
    `**Herausgeber:** ${header.publisher} · **Verwendung:** ${header.usage} · **Umfang:** höchstens ${limit} Zeichen mit Leerzeichen (Überschrift bis Ende Haupttext)`,
    '---',
    '**PRESSEMITTEILUNG**\n{{#wenn sperrfrist}}**Sperrfrist: {{sperrfrist.wochentag}}, {{sperrfrist.datum}}, {{sperrfrist.uhrzeit}} Uhr** – Bitte nicht vorher veröffentlichen.{{/wenn}}',
    `## ${text.headline}`,
    `### ${text.subheading}`,
    [`**${text.datelinePlace}, ${date}.**`, ...lines(text.lead)].join(' '),
    ...body,
    '---',
    '**Über uns**\n{{boilerplate.bundesverband}} {{boilerplate.region}}',
    '**Pressekontakt**\n{{presse.name}}, {{presse.funktion}}, Telefon {{presse.telefon}}, E-Mail {{presse.email}}\nVerantwortlich im Sinne des Presserechts: {{visdp.name}}, {{visdp.anschrift}}',
    '**Bildmaterial**\n{{bild.titel}} · {{bild.nachweis}} · Abdruck honorarfrei im Zusammenhang mit dieser Mitteilung',
    `**Zeichen (mit Leerzeichen):** {{auto.zeichen}}${header.voucherCopy ? ' · **Belegexemplar erbeten**' : ''}`,
    '---',
    '**Hinweise für die Redaktion vor Ort (werden nicht gedruckt)**',
    lines(value.local.notes)
      .map((note, index) => `${index + 1}. ${note}`)
      .join('\n'),
  ].join('\n\n')}\n`
}
