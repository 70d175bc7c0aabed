import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'
import { en } from './words.en.ts'

/** The words of the language check. */
export const { useWords: useLanguageWords, word: languageWord } = defineWords('language', { de, en })
