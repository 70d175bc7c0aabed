/** Facts by their names in merge fields (domain.md 5.3). What nobody has entered yet is not there. */
export type Facts = Readonly<Record<string, string>>

/** `{{gruppe.ort.stadt}}`: letters, digits, `_` and dots. Conditions (`{{#wenn …}}`) are no merge fields. */
export const mergeField = /\{\{([\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*)\}\}/gu

/** The names of the merge fields of a text, each once, in order. */
export function mergeFieldNames(text: string): string[] {
  return [...new Set([...text.matchAll(mergeField)].map(([, name = '']) => name))]
}

/** How a fact reads in a text; `undefined` for one that nobody has entered. */
export function shownFact(facts: Facts, name: string): string | undefined {
  const value = Object.hasOwn(facts, name) ? facts[name]?.trim() : undefined
  if (value === undefined || value === '') return undefined
  return (name === 'gruppe.zugang' && opennessWords.get(value)) || cut(value)
}

/** No fact of a sentence is longer, in UTF-16 units; what is shows that it is cut. */
export const longestFact = 2_000
/** A text whose facts have made it so long takes no more of them: the next fields stay as they are. */
const longestText = 1_000_000

const cut = (value: string): string =>
  value.length > longestFact ? `${value.slice(0, longestFact).replace(/[\uD800-\uDBFF]$/, '')}…` : value

/** Texts choose their paragraph by this fact (domain.md 4.2), so it keeps the stored value; people read words. */
const opennessWords: ReadonlyMap<string, string> = new Map([
  ['offen', 'offen'],
  ['offen_mit_vorgespraech', 'offen nach einem Vorgespräch'],
  ['geschlossen', 'zurzeit geschlossen'],
])

/** The text with its facts. A merge field whose fact is not known stays `{{name}}`. */
export function fillIn(text: string, facts: Facts): string {
  let length = text.length
  return text.replaceAll(mergeField, (field, name: string) => {
    const fact = length < longestText ? shownFact(facts, name) : undefined
    length += fact?.length ?? 0
    return fact ?? field
  })
}

/** The merge fields of the texts that nobody has entered a fact for, each once, in order. */
export function unresolved(texts: readonly string[], facts: Facts): string[] {
  const names = new Set(texts.flatMap(mergeFieldNames))
  return [...names].filter(name => shownFact(facts, name) === undefined)
}
