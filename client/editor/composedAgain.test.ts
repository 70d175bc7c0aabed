import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseElements } from '#shared/document/proseMaking.ts'
import { composedAgain } from './composedAgain.ts'

function found(lines: readonly string[], before: string, composed: string, after: string): string | null {
  const fragment = new Y.Doc().getXmlFragment('text')
  fragment.insert(0, proseElements(lines))
  const place = composedAgain(fragment, { before, composed, after })
  if (!place) return null
  const paragraph = fragment.toArray().findIndex(child => child === place.text.parent)
  return `${paragraph}:${place.index}`
}

describe('a composition in a text that was moved', () => {
  it.each<[string, readonly string[], string, string, string, string | null]>([
    ['in a copy of the whole line', ['Oben', 'Anfang にほEnde'], 'Anfang ', 'にほ', 'Ende', '1:7'],
    ['where the line was cut before it', ['Anf', 'ang にほEnde'], 'Anfang ', 'にほ', 'Ende', '1:4'],
    ['where it was joined to another', ['VorherAnfang にほEnde'], 'Anfang ', 'にほ', 'Ende', '0:13'],
    ['at the end of a line', ['Anfang にほ'], 'Anfang ', 'にほ', '', '0:7'],
    ['at the start of a line', ['にほEnde'], '', 'にほ', 'Ende', '0:0'],
    ['where nothing of it was written yet', ['Anf', 'ang Ende'], 'Anfang ', '', 'Ende', '1:4'],
    ['beside a merge field', ['in {{gruppe.name}} da にほEnde'], 'in \uFFFC da ', 'にほ', 'Ende', '0:4'],
    [
      'not in one of two equal lines',
      ['Anfang にほEnde', 'Anfang にほEnde'],
      'Anfang ',
      'にほ',
      'Ende',
      null,
    ],
    ['not twice in one line', ['にほEnde にほEnde'], '', 'にほ', 'Ende', null],
    ['not where it is gone', ['Anfang Ende'], 'Anfang ', 'にほ', 'Ende', null],
    ['not without anything around it', ['にほ'], '', 'にほ', '', null],
  ])('is found %s', (_, lines, before, composed, after, place) => {
    expect(found(lines, before, composed, after)).toBe(place)
  })
})
