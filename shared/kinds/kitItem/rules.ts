import { paragraphTexts } from '#shared/document/prose.ts'
import type { KitBlock, KitItemDraft, PlainLanguage, Review } from './schema.ts'

/** Whether a block may be written in, moved away or removed; `why` is a code for the words of the kind. */
export type EditRight = { readonly state: 'free' } | { readonly state: 'locked'; readonly why: 'fromMaster' }

/**
 * A locked block is the master's: in a group's copy nobody changes it (domain.md 5.4). In the master itself it is free.
 * The page keeps to it. What another client writes there is taken, as every oddity is (ARCHITECTURE 5), and KI05 tells
 * it to everybody; what stands in the sheet decides nothing that a server confirms.
 */
export const mayEditBlock = (
  item: { readonly basedOn: KitItemDraft['header']['basedOn'] },
  block: Pick<KitBlock, 'locked'>,
): EditRight =>
  block.locked && item.basedOn !== null ? { state: 'locked', why: 'fromMaster' } : { state: 'free' }

/** How a block stands to the master it was copied from. */
export type BlockOrigin = 'own' | 'unchanged' | 'changed'

export function originOf({ base, title, body }: Pick<KitBlock, 'base' | 'title' | 'body'>): BlockOrigin {
  if (base === null) return 'own'
  const texts = paragraphTexts(body)
  const isSame =
    base.title === title &&
    base.texts.length === texts.length &&
    base.texts.every((text, place) => text === texts[place])
  return isSame ? 'unchanged' : 'changed'
}

/** Whether a group has made the copy its own: a block written, changed or left out. */
export function isAdapted({ header, blocks }: Pick<KitItemDraft, 'header' | 'blocks'>): boolean {
  const present = new Set(blocks.map(block => block.id))
  return (
    (header.basedOn?.blocks ?? []).some(id => !present.has(id)) ||
    blocks.some(block => originOf(block) !== 'unchanged')
  )
}

/**
 * What a text may be called. „Leichte Sprache“ only what readers with learning difficulties have checked: an edit by
 * a group sets it back (domain.md 5.2, A1).
 */
export function plainLanguageOf(item: KitItemDraft): PlainLanguage | 'einfach_ungeprueft' {
  const { plainLanguage, basedOn } = item.header
  const isCopy = basedOn !== null
  return plainLanguage === 'leicht_geprueft' && isCopy && isAdapted(item)
    ? 'einfach_ungeprueft'
    : plainLanguage
}

/** Whether a professional still has to check the text; SP-22 to SP-26 begin so. */
export const awaitsReview = (review: Review | null): boolean =>
  review !== null && (review.by.trim() === '' || review.on === null)
