import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { IssueList } from './issue.ts'
import { type ProseNode, paragraphTexts, projectProse } from './prose.ts'
import { inlineNodes, isProseInput, type ProseInput, proseElements, proseNodes } from './proseMaking.ts'

function read(input: ProseInput): { nodes: ProseNode[]; issues: readonly unknown[] } {
  const fragment = new Y.Doc().getXmlFragment('f')
  fragment.insert(0, proseElements(input))
  const issues = new IssueList()
  return { nodes: projectProse(fragment, [], issues), issues: issues.all }
}

describe('new prose', () => {
  it('turns texts into paragraphs and `{{name}}` into merge fields', () => {
    expect(read(['Wir, {{gruppe.name}}, treffen uns', '', '{{#wenn notruf}} {{ offen']).nodes).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Wir, ' },
          { type: 'mergeField', attrs: { name: 'gruppe.name' } },
          { type: 'text', text: ', treffen uns' },
        ],
      },
      { type: 'paragraph' },
      { type: 'paragraph', content: [{ type: 'text', text: '{{#wenn notruf}} {{ offen' }] },
    ])
    expect(inlineNodes('{{öffnung.tag_1}}')).toEqual([
      { type: 'mergeField', attrs: { name: 'öffnung.tag_1' } },
    ])
  })

  it('[DM18] cleans what it is given', () => {
    expect(paragraphTexts(read(['a\0b\ud800']).nodes)).toEqual(['ab\ufffd'])
    expect(proseNodes([{ type: 'paragraph', content: [{ type: 'text', text: 'x\0' }] }])).toEqual(
      proseNodes(['x']),
    )
  })

  it('refuses what the editor does not know', () => {
    const refused: ProseNode[] = [
      { type: 'callout' },
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'sparkle' }] }] },
      { type: 'paragraph', attrs: { at: new Y.Map() } },
    ]
    for (const node of refused) expect(() => proseElements([node])).toThrow(TypeError)
    expect(isProseInput(['a', { type: 'paragraph' }])).toBe(true)
    for (const other of [1, null, [], { text: 'x' }, { type: 'paragraph', content: 'x' }]) {
      expect(isProseInput([other])).toBe(false)
    }
  })

  it('is read from the document as it was promised', () => {
    const seed = 20260314
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), anyBlock), { maxLength: 6 }), input => {
        const { nodes, issues } = read(input)
        expect(nodes).toEqual(proseNodes(input))
        expect(issues).toEqual([])
        // what was read can be written again
        expect(proseNodes(nodes)).toEqual(nodes)
      }),
      { seed, numRuns: 300 },
    )
  })
})

const anyText = fc.record(
  {
    type: fc.constant('text'),
    text: fc.string(),
    marks: fc.subarray([
      { type: 'bold' },
      { type: 'italic' },
      { type: 'link', attrs: { href: 'https://example.org/' } },
    ]),
  },
  { requiredKeys: ['type', 'text'] },
)
const anyInline = fc.oneof(
  anyText,
  fc.constant<ProseNode>({ type: 'hardBreak' }),
  fc.constant<ProseNode>({ type: 'mergeField', attrs: { name: 'gruppe.name' } }),
)
const anyParagraph = fc
  .array(anyInline, { maxLength: 4 })
  .map((content): ProseNode => ({ type: 'paragraph', content }))
const anyBlock: fc.Arbitrary<ProseNode> = fc.oneof(
  anyParagraph,
  anyParagraph.map((line): ProseNode => ({ ...line, type: 'heading', attrs: { level: 2 } })),
  anyParagraph.map(
    (line): ProseNode => ({
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: true }, content: [line] }],
    }),
  ),
  anyParagraph.map(
    (line): ProseNode => ({
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [line] }] }],
    }),
  ),
)
