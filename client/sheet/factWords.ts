import { defineWords } from '#client/i18n/words.ts'
import { de } from './factWords.de.ts'
import { en } from './factWords.en.ts'

export const { useWords: useFactWords } = defineWords('facts', { de, en })
