import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { IssueList } from './issue.ts'
import { type ProseNode, paragraphTexts, projectProse } from './prose.ts'
import { proseElements } from './proseMaking.ts'
import { maxDepth } from './text.ts'

function withFragment(fill: (fragment: Y.XmlFragment) => void) {
  const fragment = new Y.Doc().getXmlFragment('f')
  fill(fragment)
  const issues = new IssueList()
  return { nodes: projectProse(fragment, ['body'], issues), issues: issues.all }
}

describe('prose', () => {
  it('reads paragraphs with marks as ProseMirror JSON', () => {
    const { nodes, issues } = withFragment(fragment => {
      fragment.insert(0, proseElements(['Hallo Welt', '']))
      const text = new Y.XmlText()
      const heading = new Y.XmlElement('heading')
      heading.setAttribute('level', '2')
      fragment.insert(2, [heading])
      heading.insert(0, [text])
      text.insert(0, 'fett', { bold: {} })
      text.insert(4, ' Link', { bold: null, link: { href: 'https://a.example' } })
    })
    expect(issues).toEqual([])
    expect(nodes).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Hallo Welt' }] },
      { type: 'paragraph' },
      {
        type: 'heading',
        attrs: { level: '2' },
        content: [
          { type: 'text', text: 'fett', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' Link', marks: [{ type: 'link', attrs: { href: 'https://a.example' } }] },
        ],
      },
    ])
  })

  it('[DM20] keeps and flags unknown nodes and marks', () => {
    const { nodes, issues } = withFragment(fragment => {
      const callout = new Y.XmlElement('callout')
      fragment.insert(0, [callout])
      callout.insert(0, proseElements(['Zelle']))
      const text = new Y.XmlText()
      fragment.insert(1, [text])
      text.insert(0, 'x', { sparkle: { size: 3 } })
    })
    expect(paragraphTexts(nodes)).toEqual(['Zelle', 'x'])
    expect(nodes[1]?.marks).toEqual([{ type: 'sparkle', attrs: { size: 3 } }])
    expect(issues).toEqual([
      { path: ['body'], code: 'unknownNode', severity: 'info' },
      { path: ['body'], code: 'unknownMark', severity: 'info' },
    ])
  })

  it('[DM16] leaves out what is no prose at all', () => {
    const { nodes, issues } = withFragment(fragment => {
      // The types allow no hook here; a peer is not bound by them.
      const anything: { insert(index: number, content: unknown[]): void } = fragment
      anything.insert(0, [new Y.XmlHook('hook'), ...proseElements(['da'])])
      const text = new Y.XmlText()
      fragment.insert(2, [text])
      text.insertEmbed(0, { image: 'x' })
      text.insertEmbed(1, new Y.Map())
    })
    expect(paragraphTexts(nodes)).toEqual(['da'])
    expect(issues.map(issue => issue.code)).toEqual(['unknownNode', 'unknownNode', 'unknownNode'])
  })

  it('[DM18] cleans texts', () => {
    const { nodes, issues } = withFragment(fragment => {
      const text = new Y.XmlText()
      fragment.insert(0, [text])
      text.insert(0, 'a\0b')
    })
    expect(paragraphTexts(nodes)).toEqual(['ab'])
    expect(issues).toEqual([{ path: ['body'], code: 'uncleanText', severity: 'info' }])
  })

  it('[DM19] ends at 64 levels, however deep a peer has nested', () => {
    const { nodes, issues } = withFragment(fragment => {
      fragment.doc?.transact(() => {
        let parent = fragment
        for (let depth = 0; depth < 3000; depth += 1) {
          const child = new Y.XmlElement('blockquote')
          parent.insert(0, [child])
          parent = child
        }
      })
    })
    let depth = 0
    for (let level: readonly ProseNode[] | undefined = nodes; level?.[0]; level = level[0].content) depth += 1
    expect(depth).toBe(maxDepth)
    expect(issues).toEqual([{ path: ['body'], code: 'tooDeep', severity: 'error' }])
  })

  it('tells the texts of textblocks in order', () => {
    expect(
      paragraphTexts([
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
        },
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'eins' }] }] },
            { type: 'listItem', content: [{ type: 'paragraph' }] },
          ],
        },
      ]),
    ).toEqual(['a\nb', 'eins', ''])
  })

  it('reads a table row by row, and a merge field as what stands for it', () => {
    const cell = (text: string): ProseNode => ({
      type: 'tableCell',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    expect(
      paragraphTexts([
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [cell('a'), cell('b')] },
            { type: 'tableRow', content: [cell('c'), cell('d')] },
          ],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Wir sind ' },
            { type: 'mergeField', attrs: { name: 'gruppe.name' } },
            { type: 'mergeField' },
          ],
        },
      ]),
    ).toEqual(['a', 'b', 'c', 'd', 'Wir sind {{gruppe.name}}'])
  })
})
