import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Readable } from '#client/lib/store.ts'
import { readSelection } from './readSelection.ts'

/**
 * A word in a text that somebody should look at. `block` counts textblocks from 0, `from` and `to` are offsets in the
 * text of the block as `paragraphTexts` gives it; `match` has to stand there, or nothing is marked.
 */
export type TextMark = {
  readonly id: string
  readonly block: number
  readonly from: number
  readonly to: number
  readonly match: string
  readonly tone: 'error' | 'warn' | 'info'
}

const key = new PluginKey<DecorationSet>('textMarks')

/** Shows marks quietly under their words. They move with the text while somebody types, until new ones come. */
export function textMarks(source: Readable<readonly TextMark[]>): Plugin<DecorationSet> {
  const shown = (state: EditorState) => DecorationSet.create(state.doc, decorations(state.doc, source.get()))
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => shown(state),
      apply: (transaction, known, _before, state) => {
        if (transaction.getMeta(key) !== undefined) return shown(state)
        return transaction.docChanged ? known.map(transaction.mapping, transaction.doc) : known
      },
    },
    props: { decorations: state => key.getState(state) },
    view: editor => {
      let missed = false
      const renew = () => {
        // a composition is not disturbed; what it missed is shown when it has ended
        missed = editor.composing
        if (editor.isDestroyed || missed) return
        readSelection(editor)
        editor.dispatch(editor.state.tr.setMeta(key, true).setMeta('addToHistory', false))
      }
      const stop = source.subscribe(renew)
      const ended = () => setTimeout(() => missed && renew())
      editor.dom.addEventListener('compositionend', ended)
      // the text arrives after the editor is there
      queueMicrotask(renew)
      return {
        destroy: () => {
          stop()
          editor.dom.removeEventListener('compositionend', ended)
        },
      }
    },
  })
}

/** The marks of a text as decorations; what does not stand there any more is left out. */
export function decorations(doc: Node, marks: readonly TextMark[]): Decoration[] {
  if (marks.length === 0) return []
  const found: Decoration[] = []
  let block = -1
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    block++
    for (const mark of marks) {
      if (mark.block !== block) continue
      const [from, to] = [placeIn(node, mark.from), placeIn(node, mark.to)]
      if (from === null || to === null || node.textBetween(from, to) !== mark.match) continue
      found.push(
        Decoration.inline(position + 1 + from, position + 1 + to, {
          class: `marked ${mark.tone}`,
          'data-mark': mark.id,
        }),
      )
    }
    return false
  })
  return found
}

/** The place in a textblock of an offset in its text; a merge field is one place and as long as its `{{name}}`. */
function placeIn(block: Node, offset: number): number | null {
  let left = offset
  let place: number | null = null
  block.forEach((child, start) => {
    if (place !== null) return
    const length = textLength(child)
    if (child.isText ? left <= length : left === 0) place = start + left
    left -= length
  })
  return place ?? (left === 0 ? block.content.size : null)
}

const textLength = (inline: Node): number => {
  if (inline.isText) return inline.nodeSize
  return inline.type.name === 'mergeField' ? `{{${inline.attrs.name}}}`.length : 1
}
