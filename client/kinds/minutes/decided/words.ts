import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'

/** The words of deciding: of commands, why they are refused, and what follows a meeting. */
export const { useWords, word, wordIfKnown } = defineWords('minutesDecided', {
  de,
  en: () => import('./words.en.ts'),
})
