import { describe, expect, it } from 'vitest'
import { paragraphTexts } from '#shared/document/prose.ts'
import { nodesFromLines } from '#shared/document/proseLines.ts'
import { proseNodes } from '#shared/document/proseMaking.ts'
import { proseSchema } from './extensions.ts'
import { decorations, type TextMark } from './textMarks.ts'

const content = proseNodes([
  'Die {{gruppe.name}} hilft Menschen',
  ...nodesFromLines(['- erster Punkt', '- **fetter** Punkt', '| Kopf | Zelle |']),
  {
    type: 'paragraph',
    content: [{ type: 'text', text: 'eins' }, { type: 'hardBreak' }, { type: 'text', text: 'zwei' }],
  },
])
const doc = proseSchema.nodeFromJSON({ type: 'doc', content })
const texts = paragraphTexts(content)

function marked(block: number, match: string, shift = 0): string[] {
  const from = (texts[block] ?? '').indexOf(match) + shift
  const mark: TextMark = { id: 'm', block, from, to: from + match.length, match, tone: 'warn' }
  return decorations(doc, [mark]).map(found => doc.textBetween(found.from, found.to))
}

describe('marks of a text', () => {
  it.each([
    [0, 'Die'],
    [0, 'hilft'],
    [0, 'Menschen'],
    [1, 'Punkt'],
    [2, 'fetter Punkt'],
    [4, 'Zelle'],
    [5, 'eins'],
    [5, 'zwei'],
  ])('in block %i: %s', (block, match) => {
    expect(marked(block, match)).toEqual([match])
  })
  it('what does not stand there any more is not marked', () => {
    expect(marked(0, 'hilft', 1)).toEqual([])
    expect(marked(9, 'hilft')).toEqual([])
    expect(marked(0, 'gruppe')).toEqual([])
  })
})
