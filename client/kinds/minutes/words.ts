import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'

/** The words that only minutes need. */
export const { useWords, word, wordIfKnown } = defineWords('minutes', {
  de,
  en: () => import('./words.en.ts'),
})
