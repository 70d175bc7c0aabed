import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'

export const { useWords, word } = defineWords('space', { de, en: () => import('./words.en.ts') })
