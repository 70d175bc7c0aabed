import type { Node } from '@tiptap/pm/model'
import type { ProseNode } from '#shared/document/prose.ts'

/** Zwischentitel and what stands below it; the page's own headings are above both. */
export type HeadingLevel = 2 | 3

/** Headings keep their order: a smaller one stands only where a heading stands before it. */
export const fittingLevel = (wanted: HeadingLevel, hasHeadingBefore: boolean): HeadingLevel =>
  hasHeadingBefore ? wanted : 2

/** The levels that a run of headings takes where it comes in. */
export const levelsInOrder = (
  levels: readonly HeadingLevel[],
  hasHeadingBefore: boolean,
): readonly HeadingLevel[] => levels.map((level, index) => fittingLevel(level, hasHeadingBefore || index > 0))

/** Whether a heading stands in the text before a position; headings are not looked for in lists and tables. */
export function hasHeadingBefore(doc: Node, position: number): boolean {
  let end = 0
  for (let index = 0; index < doc.childCount; index += 1) {
    const block = doc.child(index)
    end += block.nodeSize
    if (end > position) return false
    if (block.type.name === 'heading') return true
  }
  return false
}

/** The text as it is shown: a smaller heading that a merge left without one before it looks as the larger one. */
export function inOrder(nodes: readonly ProseNode[]): readonly ProseNode[] {
  const at = nodes.findIndex(({ type }) => type === 'heading')
  const first = nodes[at]
  return first?.attrs?.level === 3 ? nodes.with(at, { ...first, attrs: { ...first.attrs, level: 2 } }) : nodes
}
