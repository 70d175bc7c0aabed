import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { proseSchema } from './extensions.ts'
import { headingOrder, tooSmallHeading } from './headingOrder.ts'
import { inOrder } from './headings.ts'

const line = (words: string) => proseSchema.node('paragraph', null, [proseSchema.text(words)])
const heading = (level: 2 | 3) => proseSchema.node('heading', { level }, [proseSchema.text('Titel')])
const stateOf = (...blocks: Node[]) =>
  EditorState.create({ doc: proseSchema.node('doc', null, blocks), plugins: [headingOrder()] })
const levels = ({ doc }: EditorState) =>
  doc.children.filter(({ type }) => type.name === 'heading').map(({ attrs }) => attrs.level)

describe('headings keep their order when one goes', () => {
  it('[HO1] the first of the smaller ones takes the place of the one deleted', () => {
    const state = stateOf(line('Text'), heading(2), heading(3), heading(3), heading(2), heading(3))
    const at = line('Text').nodeSize
    expect(levels(state.apply(state.tr.delete(at, at + heading(2).nodeSize)))).toEqual([2, 3, 2, 3])
  })

  it('[HO1] the same where it becomes a line of text', () => {
    const state = stateOf(heading(2), heading(3))
    expect(levels(state.apply(state.tr.setNodeMarkup(0, proseSchema.nodes.paragraph)))).toEqual([2])
  })

  it('[HO1] what comes from elsewhere, or was out of order before, is not written to', () => {
    const state = stateOf(heading(2), heading(3))
    const arrived = state.tr.delete(0, heading(2).nodeSize).setMeta('y-sync$', { isChangeOrigin: true })
    const merged = state.apply(arrived)
    expect(levels(merged)).toEqual([3])
    expect(levels(merged.apply(merged.tr.insertText('!', 2)))).toEqual([3])
  })

  it('[HO2] a merged text is shown in order', () => {
    expect(tooSmallHeading(stateOf(line('Text'), heading(3)).doc)).toBe(line('Text').nodeSize)
    expect(tooSmallHeading(stateOf(heading(2), heading(3)).doc)).toBeNull()
    const [small, large] = [3, 2].map(level => ({ type: 'heading', attrs: { level } }))
    expect(inOrder([{ type: 'paragraph' }, small ?? { type: '' }, small ?? { type: '' }])).toEqual([
      { type: 'paragraph' },
      large,
      small,
    ])
  })
})
