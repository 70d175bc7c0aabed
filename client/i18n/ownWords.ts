import type { Words } from '#shared/programmes/schema.ts'
import { currentLanguage } from './i18n.ts'

/** Words that a federation has written down: in the language chosen now where it said them in both. */
export const ownWords = (words: Words): string =>
  typeof words === 'string' ? words : words[currentLanguage()]
