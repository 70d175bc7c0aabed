import { paragraphTexts } from '#shared/document/prose.ts'
import type { CheckedText } from '#shared/rules/language/check.ts'
import type { PressDraft } from './schema.ts'

/**
 * What the language check reads of a release, in the order of the sheet. A paragraph of prose is `<path>#<number>`;
 * a quote is somebody's own words throughout.
 */
export function languageTexts(value: PressDraft): CheckedText[] {
  const { text, access, boilerplate } = value
  const prose = (path: string, nodes: PressDraft['text']['lead']): CheckedText[] =>
    paragraphTexts(nodes).map((line, block) => ({ path: `${path}#${block}`, text: line }))
  return [
    { path: 'text/headline', text: text.headline },
    { path: 'text/subheading', text: text.subheading },
    ...prose('text/lead', text.lead),
    ...prose('text/body', text.body),
    ...prose('access/offen', access.offen),
    ...prose('access/offen_mit_vorgespraech', access.offen_mit_vorgespraech),
    ...prose('access/geschlossen', access.geschlossen),
    ...value.quotes.map(({ id, text: words }) => ({ path: `quotes/${id}/text`, text: words, speech: true })),
    { path: 'boilerplate/federation', text: boilerplate.federation },
    { path: 'boilerplate/region', text: boilerplate.region },
    ...value.images.map(({ id, caption }) => ({ path: `images/${id}/caption`, text: caption })),
  ].filter(({ text: line }) => line.trim() !== '')
}
