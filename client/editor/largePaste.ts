import { text } from '#client/i18n/i18n.ts'
import { offered } from '#client/ui/offer.ts'

/**
 * The most characters that come in at once, by paste or drop: as one update they stay below the largest frame that
 * the server reads, even where each takes several bytes (THREATS b7).
 */
export const maxPaste = 100_000

/** Says so and takes nothing when it is too much at once; what was copied is still on the clipboard. */
export function isTooLarge(size: number): boolean {
  if (size <= maxPaste) return false
  offered.set({ says: text('editor.tooMuch', { count: size, max: maxPaste }) })
  return true
}
