import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'

/** The words that only press texts need. */
export const { useWords, word, wordIfKnown } = defineWords('pressTemplate', {
  de,
  en: () => import('./words.en.ts'),
})
