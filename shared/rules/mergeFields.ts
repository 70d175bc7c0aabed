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
  return (name === 'gruppe.zugang' && opennessWords.get(value)) || value
}

/** Texts choose their paragraph by this fact (domain.md 4.2), so it keeps the stored value; people read words. */
const opennessWords: ReadonlyMap<string, string> = new Map([
  ['offen', 'offen'],
  ['offen_mit_vorgespraech', 'offen nach einem Vorgespräch'],
  ['geschlossen', 'zurzeit geschlossen'],
])

/** The text with its facts. A merge field whose fact is not known stays `{{name}}`. */
export function fillIn(text: string, facts: Facts): string {
  return text.replaceAll(mergeField, (field, name: string) => shownFact(facts, name) ?? field)
}

/** The merge fields of the texts that nobody has entered a fact for, each once, in order. */
export function unresolved(texts: readonly string[], facts: Facts): string[] {
  const names = new Set(texts.flatMap(mergeFieldNames))
  return [...names].filter(name => shownFact(facts, name) === undefined)
}
