/** „Deniz Yıldırım“ → „DY“, „Gerd T.“ → „GT“, „Marlies“ → „Ma“. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter(word => /^\p{L}/u.test(word))
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return '?'
  return words.length === 1 ? first.slice(0, 2) : (letter(first) + letter(last)).toLocaleUpperCase()
}

const letter = (word: string): string => String.fromCodePoint(word.codePointAt(0) ?? 0)
