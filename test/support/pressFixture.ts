import * as Y from 'yjs'
import { paragraphTexts } from '#shared/document/prose.ts'
import { fillPress, type PressContent } from '#shared/kinds/pressTemplate/fill.ts'
import { renderRelease } from '#shared/kinds/pressTemplate/render.ts'
import { type PressDraft, pressTemplate } from '#shared/kinds/pressTemplate/schema.ts'
import { germanDay } from '#shared/rules/germanForms.ts'
import type { Facts } from '#shared/rules/mergeFields.ts'

/** The draft with this content, as anybody projects it. */
export function pressDraft(content: PressContent): PressDraft {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, pressTemplate.seed)
  fillPress(pressTemplate.open(doc), content)
  const { value, issues } = pressTemplate.project(doc)
  if (issues.length > 0) throw new Error(JSON.stringify(issues))
  return value
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
