import { fold } from '#client/lib/fold.ts'

/**
 * How well a name fits what was typed; smaller is better, `null` not at all. Each word typed begins a word of the
 * name, stands in it, or has its letters in one word in order; accents and capitals make no difference.
 */
export function fit(name: string, typed: string): number | null {
  const known = fold(name)
  let sum = 0
  for (const word of fold(typed).split(/\s+/u).filter(Boolean)) {
    const found = fitOf(known, word)
    if (found === null) return null
    sum += found
  }
  return sum
}

function fitOf(known: string, word: string): number | null {
  if (known.startsWith(word)) return 0
  if (known.split(/[^\p{L}\p{N}]+/u).some(part => part.startsWith(word))) return 1
  if (known.includes(word)) return 2
  // one or two letters in order are in almost every name
  if (word.length < 3) return null
  const isIn = (part: string) => {
    let at = -1
    for (const letter of word) {
      at = part.indexOf(letter, at + 1)
      if (at < 0) return false
    }
    return true
  }
  return known.split(/\s+/u).some(isIn) ? 3 : null
}

/** Those that fit, the best first; what fits alike keeps its order. */
export const fitting = <T extends { readonly label: string }>(
  all: readonly T[],
  typed: string,
): readonly T[] =>
  all
    .map(one => ({ one, fit: fit(one.label, typed) }))
    .filter((found): found is { one: T; fit: number } => found.fit !== null)
    .sort((a, b) => a.fit - b.fit)
    .map(({ one }) => one)
