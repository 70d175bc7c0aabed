import { getSchema } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseMarkNames, proseNodeNames } from '#shared/document/prose.ts'
import { unknownContent } from './check.ts'
import { proseSchema } from './extensions.ts'

type Spec =
  | string
  | {
      type: string
      attrs?: Record<string, string>
      marks?: Record<string, object>
      children?: Spec[]
    }

function build(spec: Spec): Y.XmlElement | Y.XmlText {
  if (typeof spec === 'string') return new Y.XmlText(spec)
  if (spec.marks) {
    const text = new Y.XmlText()
    text.applyDelta([{ insert: 'markiert', attributes: spec.marks }])
    return text
  }
  const element = new Y.XmlElement(spec.type)
  for (const [name, value] of Object.entries(spec.attrs ?? {})) element.setAttribute(name, value)
  element.insert(0, (spec.children ?? []).map(build))
  return element
}
function problems(...specs: Spec[]): string[] {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('f')
  fragment.insert(0, specs.map(build))
  const before = Y.encodeStateAsUpdate(doc)
  const found = unknownContent(fragment, proseSchema)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  return found
}
const paragraph = (...children: Spec[]): Spec => ({ type: 'paragraph', children })
const text = (marks: Record<string, object>): Spec => ({ type: '', marks })

describe('[ED1] what an editor would destroy', () => {
  it('knows every name of the prose schema and no other', () => {
    expect(Object.keys(proseSchema.nodes).toSorted()).toEqual([...proseNodeNames, 'doc'].toSorted())
    expect(Object.keys(proseSchema.marks).toSorted()).toEqual([...proseMarkNames].toSorted())
  })

  it('finds nothing in what the editor itself writes', () => {
    expect(
      problems(
        paragraph('Text', { type: 'hardBreak' }, 'mehr'),
        paragraph(text({ bold: {}, italic: {}, underline: {}, link: { href: 'https://example.org' } })),
        { type: 'heading', attrs: { level: '2' }, children: ['Titel'] },
        { type: 'bulletList', children: [{ type: 'listItem', children: [paragraph('Punkt')] }] },
        {
          type: 'orderedList',
          attrs: { start: '3' },
          children: [{ type: 'listItem', children: [paragraph('drei')] }],
        },
        { type: 'blockquote', children: [paragraph('Zitat')] },
      ),
    ).toEqual([])
  })

  it.each<[string, Spec]>([
    ['node callout', { type: 'callout', children: [paragraph('wichtig')] }],
    ['node callout', { type: 'blockquote', children: [paragraph('a'), { type: 'callout', children: [] }] }],
    ['node constructor', { type: 'constructor', children: [] }],
    ['mark suggestion', paragraph(text({ suggestion: { by: 'x' } }))],
    ['attribute paragraph.align', { type: 'paragraph', attrs: { align: 'right' }, children: ['a'] }],
    ['attribute link.title', paragraph(text({ link: { href: 'https://example.org', title: 't' } }))],
    ['structure blockquote', { type: 'blockquote', children: ['nackt'] }],
    ['text outside a block', 'nackt'],
  ])('finds %s', (found, spec) => {
    expect(problems(paragraph('bleibt'), spec)).toContain(found)
  })

  it('lets an emptied list be tidied away', () => {
    expect(problems({ type: 'bulletList', children: [] })).toEqual([])
  })

  it('asks the schema it is given', () => {
    const doc = new Y.Doc()
    const fragment = doc.getXmlFragment('f')
    fragment.insert(0, [build({ type: 'heading', attrs: { level: '2' }, children: ['Titel'] })])
    expect(unknownContent(fragment, getSchema([Document, Paragraph, Text]))).toEqual(['node heading'])
  })
})
