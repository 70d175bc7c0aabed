import { z } from 'zod'

/** What the desk shows of a document, whatever its kind. */
export const cardContentSchema = z.object({
  title: z.string(),
  /** ISO day of the meeting, if there is one */
  date: z.string().nullable(),
  /** „10:05“ */
  start: z.string().nullable(),
  place: z.string().nullable(),
  /** the parts of the document by their titles, in order */
  outline: z.array(z.string()),
  /** ids of the documents that lie inside this one: lists show them there */
  parts: z.array(z.string()).optional(),
})
/**
 * So many parts of a document are on its card at the most. A long sheet has 100 sections (GOALS C1), a kit 32 items
 * (domain.md 5.2); of what comes after, lists show nothing.
 */
export const maxCardParts = 200
/** So long is a text on a card; a title is begun with no more (`documents.create`). */
export const maxCardText = 300

/** The card as it is kept and sent, with every list: whatever stands in the document, it stays small. */
export function boundedCard({ parts, ...content }: CardContent): CardContent {
  const bounded = {
    ...content,
    title: short(content.title),
    place: content.place === null ? null : short(content.place),
    outline: content.outline.slice(0, maxCardParts).map(short),
  }
  return parts === undefined ? bounded : { ...bounded, parts: parts.slice(0, maxCardParts).map(short) }
}

/** Never half a character. */
const short = (text: string): string =>
  text.length <= maxCardText ? text : `${text.slice(0, maxCardText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`

export type CardContent = z.infer<typeof cardContentSchema>
