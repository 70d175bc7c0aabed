import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'

export const { word, wordIfKnown, useWords } = defineWords('concept', {
  de,
  en: () => import('./words.en.ts'),
})
