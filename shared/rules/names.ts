import type { Listing } from '#shared/kinds/minutes/enums.ts'

const titles = new Set(['dr.', 'prof.', 'dipl.', 'med.', 'phil.', 'jur.', 'mag.'])
const partsOf = (name: string): string[] =>
  name
    .trim()
    .split(/\s+/)
    .filter(part => part !== '' && !titles.has(part.toLowerCase()))

/** „Karin Maler“ → „K. M.“; „Lindqvist-Baum“ counts as one name. */
export const initialsOf = (name: string): string =>
  partsOf(name)
    .map(part => `${Array.from(part)[0] ?? ''}.`.toUpperCase())
    .join(' ')

/** How a person stands in the printed list (domain.md 2.2); `null`: not by name at all. */
export function listedName(name: string, listing: Listing): string | null {
  switch (listing) {
    case 'klarname':
      return name
    case 'vorname':
      return partsOf(name)[0] ?? name
    case 'kuerzel':
      return initialsOf(name)
    default:
      return null
  }
}

/**
 * What a person is called in running text: the whole name, and each part of it of three letters and more.
 * A shorter part, or an initial such as the „M.“ of „Karin M.“, stands for nobody on its own.
 */
export function calledNames(name: string): string[] {
  const whole = name.trim().replaceAll(/\s+/g, ' ')
  const parts = partsOf(name)
  const alone = parts.filter(part => /^\p{L}[\p{L}\p{M}'’-]{2,}$/u.test(part))
  const plain = parts.join(' ')
  return [...new Set([whole, plain, ...alone])].filter(called => called !== '')
}

export type FoundName = { readonly name: string; readonly index: number }

/**
 * A search for any of the names in a text, whole words only, upper and lower case as written: „bach“ is no „Bach“.
 * The German genitive is found, too („Bernds“, „Karins“, „Hans’“). A name that is also an ordinary word (Ernst,
 * Frank) is found in both meanings; whoever reads the note decides.
 */
export function nameSearch(names: readonly string[]): (text: string) => FoundName[] {
  // Each word of the text asks only for names that begin with it: how many names there are costs a text nothing.
  const byWord = new Map<string, Map<string, string>>()
  for (const name of names) {
    const bare = name.replace(/^[^\p{L}\p{N}]+/u, '')
    const [first] = bare.match(word) ?? []
    if (first === undefined || bare.length > longestName) continue
    byWord.set(first, (byWord.get(first) ?? new Map<string, string>()).set(bare, name))
  }
  const patterns = new Map<string, RegExp[]>()
  const patternsOf = (first: string): RegExp[] => {
    const made = patterns.get(first) ?? patternsFor([...(byWord.get(first)?.keys() ?? [])])
    patterns.set(first, made)
    return made
  }
  const at = (text: string, first: string, index: number): string =>
    patternsOf(first).reduce((longest, pattern) => {
      pattern.lastIndex = index
      const found = pattern.exec(text)?.[1] ?? ''
      return found.length > longest.length ? found : longest
    }, '')
  return text => {
    if (byWord.size === 0) return []
    const found: FoundName[] = []
    let read = 0
    for (const { 0: token, index } of text.matchAll(word)) {
      if (index < read) continue
      // „Bernds“ begins with „Bernd“, too
      const [first, bare = ''] =
        [token, token.replace(/s$/u, '')]
          .filter(own => byWord.has(own))
          .map(own => [own, at(text, own, index)] as const)
          .find(([, hit]) => hit !== '') ?? []
      if (first === undefined) continue
      found.push({ name: byWord.get(first)?.get(bare) ?? bare, index })
      read = index + bare.length
    }
    return found
  }
}

const word = /[\p{L}\p{N}]+/gu
/** A longer text is nobody's name. */
const longestName = 200
/** So many names in one pattern: a regular expression of any number of them cannot be made. */
const namesAtOnce = 500

function patternsFor(names: readonly string[]): RegExp[] {
  const longestFirst = names.toSorted((a, b) => b.length - a.length)
  return Array.from({ length: Math.ceil(names.length / namesAtOnce) }, (_, part) => {
    const any = longestFirst.slice(part * namesAtOnce, (part + 1) * namesAtOnce).map(escaped)
    return new RegExp(`(${any.join('|')})(?:['’]?s|['’])?(?![\\p{L}\\p{N}])`, 'uy')
  })
}

const escaped = (name: string): string =>
  name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)
