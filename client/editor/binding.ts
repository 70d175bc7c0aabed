import { Extension } from '@tiptap/core'
import { Plugin, Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { SharedUndo } from '#client/document/session.ts'
import { isFromSheet } from './isFromSheet.ts'
import { pasting } from './pasting.ts'
import type { Direction } from './proseFields.ts'
import { readSelection } from './readSelection.ts'

export type BindingOptions = {
  fragment: Y.XmlFragment
  undo: Pick<SharedUndo, 'undo' | 'redo'>
  /** An arrow key left the text at its first or last line, in the column `x` of the window. */
  onLeave: (direction: Direction, x: number) => boolean
  /** This person changed the text. */
  onTyped: () => void
}

/**
 * Binds an editor to a fragment of the sheet. Undo is the sheet's, by whichever way it is asked for; there is no
 * undo plugin in the editor, because that would end with the editor.
 */
export const binding = ({ fragment, undo, onLeave, onTyped }: BindingOptions) =>
  Extension.create({
    name: 'sheetBinding',
    priority: 1000,
    addKeyboardShortcuts() {
      const run = (step: () => void) => () => {
        step()
        return true
      }
      const leave = (direction: Direction) => () => {
        const { state, view } = this.editor
        const { selection, doc } = state
        if (!selection.empty || !view.endOfTextblock(direction)) return false
        const isBack = direction === 'up' || direction === 'left'
        const edge = isBack ? Selection.atStart(doc) : Selection.atEnd(doc)
        // in a list or a table the outermost line is meant, not the outermost block
        if (!edge.$head.sameParent(selection.$head)) return false
        return onLeave(direction, view.coordsAtPos(selection.head).left)
      }
      return {
        'Mod-z': run(undo.undo),
        'Mod-y': run(undo.redo),
        'Shift-Mod-z': run(undo.redo),
        ArrowUp: leave('up'),
        ArrowDown: leave('down'),
        ArrowLeft: leave('left'),
        ArrowRight: leave('right'),
      }
    },
    addProseMirrorPlugins: () => [
      ySyncPlugin(fragment),
      pasting(),
      new Plugin({
        view: view => {
          // the text is about to be drawn anew around the caret: where it is now, not where it was last told to be
          const look = (transaction: Y.Transaction) => {
            if (!transaction.local) readSelection(view)
          }
          fragment.doc?.on('beforeTransaction', look)
          return { destroy: () => fragment.doc?.off('beforeTransaction', look) }
        },
        props: {
          handleDOMEvents: {
            keydown: view => {
              readSelection(view)
              forgetFocus(view)
              return false
            },
            // undo from a phone's keyboard or a context menu
            beforeinput: (_view, event) => {
              if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
              event.preventDefault()
              if (event.inputType === 'historyUndo') undo.undo()
              else undo.redo()
              return true
            },
          },
        },
      }),
    ],
    onUpdate({ transaction }) {
      if (!isFromSheet(transaction)) onTyped()
    },
  })

/**
 * A caret that comes to the start of the text within 200 ms after the focus is taken by ProseMirror for one that the
 * browser has lost, and put back. Whoever presses keys has moved it.
 */
function forgetFocus(view: EditorView): void {
  // internal, and the only way to say so
  const { input } = view as unknown as { input?: { lastFocus?: number } }
  if (input) input.lastFocus = 0
}
