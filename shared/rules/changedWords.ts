/** What became of a passage: the words that were taken out (absent: none), and those that stand there now. */
export type ChangedWords = { readonly replaces?: string; readonly text: string }

const months =
  'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December'
// What is one word to a reader: a day, a time, an amount, a word; blanks and marks by themselves.
const token = new RegExp(
  [
    `\\d{1,2}\\.[\\s\\u00a0](?:${months})(?:[\\s\\u00a0]\\d{4})?`,
    '\\d{1,2}:\\d{2}(?:[\\s\\u00a0]Uhr)?',
    '\\d[\\d.,]*(?:[\\s\\u00a0](?:Euro|€|Prozent|%))?',
    "\\p{L}+(?:[-’']\\p{L}+)*",
    '\\s+',
    '[^\\s\\p{L}\\d]',
  ].join('|'),
  'gu',
)

const tokensOf = (text: string): string[] => text.match(token) ?? []

/**
 * The one passage in which two texts differ, widened to whole words: „18. Juni 2026“ became „25. Juni 2026“, not „18“
 * „25“. `null` where they are the same.
 */
export function changedWords(before: string, after: string): ChangedWords | null {
  if (before === after) return null
  const [left, right] = [tokensOf(before), tokensOf(after)]
  const shorter = Math.min(left.length, right.length)
  let start = 0
  while (start < shorter && left[start] === right[start]) start++
  let end = 0
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++
  const replaces = left
    .slice(start, left.length - end)
    .join('')
    .trim()
  const text = right
    .slice(start, right.length - end)
    .join('')
    .trim()
  return replaces === '' ? { text } : { replaces, text }
}
