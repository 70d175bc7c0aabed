/**
 * Whether two wordings mean one group: the same id, or the same words, whatever stands around them. „Ufer“ and
 * „Gruppe Ufer Niederlauben“ are one, „Lichtblick Auenstedt“ and „Lichtblick Hohenlichtern“ are two.
 */
export function isSameGroup(left: string, right: string): boolean {
  if (left.trim() === right.trim()) return left.trim() !== ''
  const [shorter = [], longer = []] = [wordsOf(left), wordsOf(right)].toSorted((a, b) => a.length - b.length)
  return shorter.length > 0 && shorter.every((word, place) => word === longer[place])
}

/** So much of a name is looked at, in characters; a label has 120. */
const longestName = 300
/** What names of groups begin with and what says nothing about which it is. */
const aroundNames: ReadonlySet<string> = new Set([
  'die',
  'der',
  'gruppe',
  'shg',
  'selbsthilfegruppe',
  'e',
  'v',
  'ev',
])

const wordsOf = (name: string): string[] =>
  (
    name
      .slice(0, longestName)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter(word => !aroundNames.has(word))
