import { defineWords } from '#client/i18n/words.ts'
import { de } from './words.de.ts'
import { en } from './words.en.ts'

export const { useWords } = defineWords('kit', { de, en })
