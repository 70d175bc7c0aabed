import { quoteHash } from '#shared/rules/quote.ts'

/** The same word kept by two people at once is one entry: its id comes from rule and word, whatever the case. */
export const keptId = (rule: string, word: string): string =>
  `${rule}.${quoteHash({ text: word.toLowerCase(), name: rule, function: '' }).slice(0, 16)}`
