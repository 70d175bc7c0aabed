import type { Node } from '@tiptap/pm/model'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { unknownContent } from './check.ts'
import { proseSchema } from './extensions.ts'

/**
 * Why no editor is bound before `unknownContent` has looked (ED1): the editor's binding, as it comes, deletes what it
 * does not know, for everybody. When one of these fails after an upgrade, the binding has learned to keep it; the
 * guard stays until all of them fail.
 */
describe('[P5][b13] the stock binding deletes', () => {
  it('a node it does not know, by merely opening the text', () => {
    const fragment = textWith(paragraph('bekannt'), element('callout', paragraph('unbekannt')))
    expect(unknownContent(fragment, proseSchema)).toEqual(['node callout'])
    open(fragment)
    expect(fragment.toJSON()).toBe('<paragraph>bekannt</paragraph>')
  })

  it('a whole block around a node it does not know', () => {
    const fragment = textWith(
      paragraph('bekannt'),
      element('blockquote', element('callout', paragraph('innen'))),
    )
    open(fragment)
    expect(fragment.toJSON()).not.toContain('innen')
  })

  it('the words under a mark it does not know, by merely opening the text', () => {
    const fragment = textWith(paragraph('bekannt'), paragraph('vorgeschlagen', { suggestion: { by: 'x' } }))
    expect(unknownContent(fragment, proseSchema)).toEqual(['mark suggestion'])
    open(fragment)
    expect(fragment.toJSON()).not.toContain('vorgeschlagen')
  })

  it('an attribute it does not know, as soon as somebody types in its paragraph', () => {
    const aligned = paragraph('rechts')
    aligned.setAttribute('align', 'right')
    const fragment = textWith(aligned)
    expect(unknownContent(fragment, proseSchema)).toEqual(['attribute paragraph.align'])
    const { doc, meta } = open(fragment)
    expect(fragment.toJSON()).toContain('align="right"')
    const typed = proseSchema.topNodeType.create(null, [
      proseSchema.node('paragraph', null, [proseSchema.text(`${doc.textContent}!`)]),
    ])
    updateYFragment(fragment.doc ?? new Y.Doc(), fragment, typed, meta)
    expect(fragment.toJSON()).toBe('<paragraph>rechts!</paragraph>')
  })
})

function open(fragment: Y.XmlFragment): { doc: Node; meta: Parameters<typeof updateYFragment>[3] } {
  const { doc, meta } = initProseMirrorDoc(fragment, proseSchema)
  return { doc, meta }
}

function textWith(...blocks: Y.XmlElement[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('text')
  fragment.insert(0, blocks)
  return fragment
}

function element(name: string, ...children: Y.XmlElement[]): Y.XmlElement {
  const element = new Y.XmlElement(name)
  element.insert(0, children)
  return element
}

function paragraph(words: string, marks: Record<string, object> = {}): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.applyDelta([{ insert: words, attributes: marks }])
  element.insert(0, [text])
  return element
}
