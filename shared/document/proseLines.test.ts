import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphTexts, proseNodeNames } from './prose.ts'
import { nodesFromLines } from './proseLines.ts'
import { proseNodes } from './proseMaking.ts'

const words = (text: string) => ({ type: 'text', text })
const line = (text: string) => ({ type: 'paragraph', content: [words(text)] })

describe('the notation of masters', () => {
  it('has paragraphs, headings, bold words and merge fields', () => {
    expect(nodesFromLines(['Wir sind **{{gruppe.name}} am Anger**.', '', '### Anfahrt'])).toEqual([
      {
        type: 'paragraph',
        content: [
          words('Wir sind '),
          { type: 'mergeField', attrs: { name: 'gruppe.name' } },
          { type: 'text', text: ' am Anger', marks: [{ type: 'bold' }] },
          words('.'),
        ],
      },
      { type: 'paragraph' },
      { type: 'heading', attrs: { level: 3 }, content: [words('Anfahrt')] },
    ])
  })

  it('joins lines that follow each other to lists', () => {
    const nodes = nodesFromLines(['- a', '- b', '1. c', '2. d', '[ ] e', '[ ] f', '- g'])
    expect(nodes.map(({ type }) => type)).toEqual(['bulletList', 'orderedList', 'taskList', 'bulletList'])
    expect(paragraphTexts(nodes)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    expect(nodes[2]?.content?.[1]).toEqual({
      type: 'taskItem',
      attrs: { checked: false },
      content: [line('f')],
    })
  })

  it('takes a date at the start of a line for a date', () => {
    expect(nodesFromLines(['14. März 2026', '1. eins', '3. drei'])).toEqual([
      line('14. März 2026'),
      { type: 'orderedList', content: [{ type: 'listItem', content: [line('eins')] }] },
      line('3. drei'),
    ])
  })

  it('makes a table of rows, with a header and no gaps', () => {
    const cell = (type: string, text: string) => ({
      type,
      content: [text ? line(text) : { type: 'paragraph' }],
    })
    expect(nodesFromLines(['| Was | Wer |', '| Plakat | Jana |', '| Raum |'])).toEqual([
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Was'), cell('tableHeader', 'Wer')] },
          { type: 'tableRow', content: [cell('tableCell', 'Plakat'), cell('tableCell', 'Jana')] },
          { type: 'tableRow', content: [cell('tableCell', 'Raum'), cell('tableCell', '')] },
        ],
      },
    ])
  })

  it('always gives nodes that may be written, and loses no line', () => {
    const seed = 20260314
    const part = fc.constantFrom(
      '- ',
      '1. ',
      '2. ',
      '[ ] ',
      '| ',
      ' |',
      '### ',
      '**',
      '{{a.b}}',
      '{{',
      'Wort',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.array(
          fc.array(part).map(parts => parts.join('')),
          { maxLength: 8 },
        ),
        lines => {
          const nodes = nodesFromLines(lines)
          expect(proseNodes(nodes).map(({ type }) => type)).toEqual(nodes.map(({ type }) => type))
          const names: readonly string[] = proseNodeNames
          expect(nodes.every(({ type }) => names.includes(type))).toBe(true)
          const count = (texts: readonly string[]) => texts.join(' ').split('Wort').length
          expect(count(paragraphTexts(nodes))).toBe(count(lines))
        },
      ),
      { seed, numRuns: 500 },
    )
  })
})
