/** What is looked for. */
export type Query = {
  readonly words: string
  /** „Haus“ is not „haus“ */
  readonly matchCase: boolean
  /** „Haus“ is not in „Hausmeister“ */
  readonly wholeWord: boolean
}
export type Span = { readonly from: number; readonly to: number }

const special = /[\\^$.*+?()[\]{}|/]/g
const letter = '[\\p{L}\\p{N}\\p{M}_]'

/** Every place of the query in a text, from the start, none within another. */
export function matchesIn(text: string, query: Query): Span[] {
  if (query.words === '') return []
  const words = query.words.replace(special, '\\$&').replace(/\s/g, '\\s')
  const source = query.wholeWord ? `(?<!${letter})${words}(?!${letter})` : words
  return [...text.matchAll(new RegExp(source, query.matchCase ? 'gu' : 'giu'))].map(found => ({
    from: found.index,
    to: found.index + found[0].length,
  }))
}

/** The text with every place of the query replaced. */
export function replacedIn(text: string, query: Query, replacement: string): string {
  let result = ''
  let read = 0
  for (const { from, to } of matchesIn(text, query)) {
    result += text.slice(read, from) + replacement
    read = to
  }
  return result + text.slice(read)
}
