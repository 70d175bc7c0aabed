import { type ProseNode, paragraphTexts } from '#shared/document/prose.ts'
import { instantOf, isSummerTime, localMoment } from '#shared/rules/embargo.ts'
import { germanDay, germanWeekday } from '#shared/rules/germanForms.ts'
import { type Facts, fillIn, shownFact, unresolved } from '#shared/rules/mergeFields.ts'
import { accessField, opennessOf, pressFacts } from './ownFacts.ts'
import type { Embargo, PressDraft, PressImage } from './schema.ts'

/** A release as it goes out: facts filled in, exactly one access paragraph, quotes in their places. */
export type Release = {
  readonly embargo: string | null
  readonly headline: string
  readonly subheading: string
  /** lead with its dateline, then the body; an open merge field stays a merge field */
  readonly text: readonly ProseNode[]
  readonly about: string
  readonly contact: string
  readonly responsible: string
  readonly images: readonly string[]
  readonly crisis: string
  /** characters with blanks, from the headline to the end of the body (domain.md 4.1) */
  readonly length: number
  /** merge fields nobody has entered anything for, in the order of the text (4.4 G1) */
  readonly open: readonly string[]
}

/** Renders a template or a release with the facts of a group. Pure; the same for preview, print and export. */
export function renderRelease(value: PressDraft, group: Facts): Release {
  const first = pressFacts(value, group)
  const length = releaseLength(value, first)
  const facts: Facts = { ...first, 'auto.zeichen': germanNumber(length) }
  const fill = (text: string) => fillIn(text, facts).trim()
  const nodes = textNodes(value, facts)
  const rest = {
    about: [value.boilerplate.federation, value.boilerplate.region].map(fill).filter(Boolean).join(' '),
    contact: fill(contactLine(value)),
    responsible: fill([value.responsible.name, value.responsible.address].filter(Boolean).join(', ')),
    images: value.images.map(image => fill(imageLine(image))),
    crisis: fill(value.crisis.notice),
  }
  const headline = fill(value.text.headline)
  const subheading = fill(value.text.subheading)
  return {
    embargo: embargoLine(value.embargo),
    headline,
    subheading,
    text: nodes,
    ...rest,
    length,
    open: unresolved(
      [
        headline,
        subheading,
        ...paragraphTexts(nodes),
        rest.about,
        rest.contact,
        rest.responsible,
        ...rest.images,
        rest.crisis,
      ],
      facts,
    ),
  }
}

/** Headline to end of body, markup removed, paragraphs joined by one newline, spaces counted (b.expectedFindings). */
function releaseLength(value: PressDraft, facts: Facts): number {
  const { headline, subheading } = value.text
  const lines = [
    fillIn(headline, facts),
    fillIn(subheading, facts),
    ...paragraphTexts(textNodes(value, facts)),
  ].filter(line => line.trim() !== '')
  return lines.reduce((length, line) => length + characters(line), Math.max(lines.length - 1, 0))
}

/** Characters as people count them in a press text; an emoji is one. */
export function characters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

const germanNumber = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/gu, '.')

/** Lead and body with the facts in their places. Empty paragraphs are left out. */
function textNodes(value: PressDraft, facts: Facts): ProseNode[] {
  const lead = filledNodes(value.text.lead, facts)
  const dateline = datelineNodes(value, facts)
  const [first, ...more] = lead
  const withDateline: ProseNode[] =
    dateline.length === 0
      ? lead
      : first?.type === 'paragraph'
        ? [
            { ...first, content: [...dateline, { type: 'text', text: ' ' }, ...(first.content ?? [])] },
            ...more,
          ]
        : [{ type: 'paragraph', content: dateline }, ...lead]
  const openness = opennessOf(value, facts)
  const access = openness === null ? null : filledNodes(value.access[openness], facts)
  const body = value.text.body.flatMap(node =>
    isAccessPlace(node) && access !== null && access.length > 0 ? access : filledNodes([node], facts),
  )
  return [...withDateline, ...body]
}

/** Spitzmarke: „Hohenlichtern, 18. Juni 2026.“ in bold. */
function datelineNodes({ text }: PressDraft, facts: Facts): ProseNode[] {
  const place = fillIn(text.datelinePlace, facts).trim()
  if (place === '') return []
  const day =
    text.datelineDate === null
      ? fillIn('{{sperrfrist.datum_oder_versanddatum}}', facts)
      : germanDay(text.datelineDate)
  return [{ type: 'text', text: `${place}, ${day}.`, marks: [{ type: 'bold' }] }]
}

/** A paragraph that holds the access field and nothing else gives way to the access paragraph with its own form. */
function isAccessPlace(node: ProseNode): boolean {
  return node.type === 'paragraph' && paragraphTexts([node]).join('').trim() === `{{${accessField}}}`
}

function filledNodes(nodes: readonly ProseNode[], facts: Facts): ProseNode[] {
  return nodes
    .map(node => filledNode(node, facts))
    .filter(node => node.type !== 'paragraph' || paragraphTexts([node]).join('').trim() !== '')
}

function filledNode(node: ProseNode, facts: Facts): ProseNode {
  if (node.type === 'mergeField') {
    const fact = typeof node.attrs?.name === 'string' ? shownFact(facts, node.attrs.name) : undefined
    return fact === undefined
      ? node
      : { type: 'text', text: fact, ...(node.marks !== undefined && { marks: node.marks }) }
  }
  // typed in braces, it means the same
  if (node.type === 'text') return { ...node, text: fillIn(node.text ?? '', facts) }
  return node.content ? { ...node, content: node.content.map(child => filledNode(child, facts)) } : node
}

/** „Sperrfrist: Donnerstag, 18. Juni 2026, 18:00 Uhr (Grund) – Bitte nicht vorher veröffentlichen.“ */
function embargoLine(embargo: Embargo): string | null {
  const moment = writtenMoment(embargo)
  if (moment === null) return null
  const reason = embargo.reason.trim() === '' ? '' : ` (${embargo.reason.trim()})`
  return `Sperrfrist: ${moment}${reason} – Bitte nicht vorher veröffentlichen.`
}

/** „Donnerstag, 18. Juni 2026, 18:00 Uhr“; at the change of the clocks with „(Sommerzeit)“ or „(Winterzeit)“. */
export function writtenMoment(embargo: Pick<Embargo, 'until' | 'which'>): string | null {
  if (embargo.until === null) return null
  const [day = '', time] = embargo.until.split('T')
  const words = `${germanWeekday(day)}, ${germanDay(day)}`
  if (time === undefined) return words
  const isTwice = localMoment(embargo.until).state === 'twice'
  const instant = instantOf(embargo.until, embargo.which)
  const season = isTwice && instant !== null ? ` (${seasonOf(instant)})` : ''
  return `${words}, ${time} Uhr${season}`
}

export const seasonOf = (instant: number): 'Sommerzeit' | 'Winterzeit' =>
  isSummerTime(instant) ? 'Sommerzeit' : 'Winterzeit'

/** Pressekontakt in one line: „Name, Funktion, Telefon … (Zeiten), E-Mail“. */
function contactLine({ contact }: PressDraft): string {
  const hours = contact.hours === '' ? '' : ` (${contact.hours})`
  return [
    contact.name,
    contact.function,
    contact.phone === '' ? '' : `Telefon ${contact.phone}${hours}`,
    contact.email,
  ]
    .filter(part => part !== '')
    .join(', ')
}

/** „Das Türschild im Haus am Anger · Foto: … · Abdruck honorarfrei …“; without a credit the line says so. */
const imageLine = ({ caption, credit, licence }: PressImage): string =>
  [caption, credit || 'ohne Nachweis', licence].filter(part => part !== '').join(' · ')
