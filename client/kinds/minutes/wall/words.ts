import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'

/** The words of the wall. */
export const { useWords, word } = defineWords('minutesWall', {
  de,
  en: () => import('./words.en.ts'),
})
