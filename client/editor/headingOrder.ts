import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isFromSheet } from './isFromSheet.ts'

/**
 * Headings keep their order when one goes.
 *
 * Invariants:
 * - [HO1] Whoever takes away the heading above a smaller one writes the level of that in the same step, and nobody else
 *   does: what comes from elsewhere is never written to, so two people never write against each other.
 * - [HO2] What a merge leaves out of order is shown in order, and stands as it is.
 */
export function headingOrder(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, { doc, tr }) => {
      const here = transactions.filter(transaction => transaction.docChanged)
      if (here.length === 0 || here.some(isFromSheet)) return null
      // [HO1] it was this step that put it out of order
      if (tooSmallHeading(before.doc) !== null) return null
      const at = tooSmallHeading(doc)
      return at === null ? null : tr.setNodeAttribute(at, 'level', 2)
    },
    props: {
      decorations: ({ doc }) => {
        const at = tooSmallHeading(doc)
        const heading = at === null ? null : doc.nodeAt(at)
        if (at === null || !heading) return null
        // [HO2]
        const shown = { class: 'raised', 'aria-level': '3' }
        return DecorationSet.create(doc, [Decoration.node(at, at + heading.nodeSize, shown)])
      },
    },
  })
}

/** Where a smaller heading stands before which no heading stands; `null`: all are in order. */
export function tooSmallHeading(doc: Node): number | null {
  let at = 0
  for (const block of doc.children) {
    if (block.type.name === 'heading') return block.attrs.level === 3 ? at : null
    at += block.nodeSize
  }
  return null
}
