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
  const called = [...new Set(names)].filter(name => name !== '').sort((a, b) => b.length - a.length)
  if (called.length === 0) return () => []
  const any = called.map(escaped).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${any})(?:['’]?s|['’])?(?![\\p{L}\\p{N}])`, 'gu')
  return text => Array.from(text.matchAll(pattern), found => ({ name: found[1] ?? '', index: found.index }))
}

const escaped = (name: string): string =>
  name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)
