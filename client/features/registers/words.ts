import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'

export const { useWords, word, wordIfKnown } = defineWords('registers', {
  de,
  en: () => import('./words.en.ts'),
})
