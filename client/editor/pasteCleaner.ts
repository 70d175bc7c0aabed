import { text } from '#client/i18n/i18n.ts'
import { offered } from '#client/ui/offer.ts'
import { cleanPaste } from './cleanPaste.ts'
import { proseHtml } from './proseHtml.ts'

/**
 * HTML with more letters than this is not read: 5 MB of Word take well under a second (THREATS b50), this twice that.
 * Then the plain text comes in instead.
 */
const maxHtml = 10_000_000

export const isTooMuchHtml = (html: string): boolean => html.length > maxHtml

/** Foreign HTML in this editor's own; says what was left out. */
export function cleanHtml(html: string): string {
  const { nodes, images, links } = cleanPaste(html)
  const says = [
    ...(images > 0 ? [text('editor.paste.images', { count: images })] : []),
    ...(links > 0 ? [text('editor.paste.links', { count: links })] : []),
  ]
  if (says.length > 0) offered.set({ says: says.join(' ') })
  return proseHtml(nodes)
}
