import type { Section } from '#client/document/readable.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { KitItemDraft } from '#shared/kinds/kitItem/schema.ts'
import { headLine } from './headLine.ts'
import { word } from './words.ts'

/** A sheet of the kit as a person reads it from top to bottom. */
export function readableKitItem(value: KitItemDraft): Section[] {
  const { code, title } = value.header
  const head: Section = {
    title: [code, title || word('title.none')].filter(Boolean).join(' '),
    pieces: [{ path: 'header/title', label: null, paragraphs: [headLine(value)] }],
  }
  return [
    head,
    ...value.blocks.map((block): Section => {
      const body = paragraphTexts(block.body).filter(paragraph => paragraph.trim() !== '')
      return {
        title: block.title || word('block.titleNone'),
        pieces: body.length > 0 ? [{ path: `blocks/${block.id}/body`, label: null, paragraphs: body }] : [],
      }
    }),
  ]
}
