import * as Y from 'yjs'

/** Stands for what is no letter: a break, a merge field. */
export const noLetter = '\uFFFC'

/** Letters on either side by which a place is known again; the longest that is found counts. */
const contexts = [Number.POSITIVE_INFINITY, 12, 6, 3]

/**
 * Where a text stands now that was moved with what is around it: a paragraph that became a heading, or was cut or
 * joined, is a copy in the document. `null`: nowhere, or nobody could say which of several places it is.
 */
export function composedAgain(
  fragment: Y.XmlFragment,
  sought: { readonly before: string; readonly composed: string; readonly after: string },
): { readonly text: Y.XmlText; readonly index: number } | null {
  const { composed } = sought
  const before = sought.before.split(noLetter).at(-1) ?? ''
  const after = sought.after.split(noLetter)[0] ?? ''
  const texts = textsIn(fragment).map(text => ({ text, letters: lettersOf(text) }))
  for (const size of contexts) {
    const left = before.slice(Math.max(0, before.length - size))
    const needle = left + composed + after.slice(0, size)
    // without anything around it a word could stand anywhere
    if (needle === composed) return null
    const found = texts.flatMap(({ text, letters }) => {
      const at = letters.indexOf(needle)
      if (at < 0) return []
      return letters.includes(needle, at + 1) ? [null, null] : [{ text, index: at + left.length }]
    })
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null
  }
  return null
}

function textsIn(fragment: Y.XmlFragment): Y.XmlText[] {
  return fragment.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}

function lettersOf(text: Y.XmlText): string {
  const runs: readonly { readonly insert?: unknown }[] = text.toDelta()
  return runs.map(({ insert }) => (typeof insert === 'string' ? insert : noLetter)).join('')
}
