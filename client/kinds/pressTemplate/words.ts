import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'
import { en } from './words.en.ts'

/** The words that only press texts need. */
export const { useWords, word, wordIfKnown } = defineWords('pressTemplate', { de, en })
