import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'

/** The words that only a running meeting needs. */
export const { useWords, word, wordIfKnown } = defineWords('meeting', {
  de,
  en: () => import('./words.en.ts'),
})
