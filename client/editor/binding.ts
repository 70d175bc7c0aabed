import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { SharedUndo } from '#client/document/session.ts'
import { isTooLarge } from './largePaste.ts'
import { readSelection } from './readSelection.ts'

export type BindingOptions = {
  fragment: Y.XmlFragment
  undo: Pick<SharedUndo, 'undo' | 'redo'>
  /** An arrow key left the text at its first or last line. */
  onLeave: (direction: 'up' | 'down') => boolean
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
      const leave = (direction: 'up' | 'down') => () => {
        const { selection, doc } = this.editor.state
        if (!selection.empty || !this.editor.view.endOfTextblock(direction)) return false
        const edge =
          direction === 'up' ? selection.$head.before(1) === 0 : selection.$head.after(1) === doc.content.size
        return edge && onLeave(direction)
      }
      return {
        'Mod-z': run(undo.undo),
        'Mod-y': run(undo.redo),
        'Shift-Mod-z': run(undo.redo),
        ArrowUp: leave('up'),
        ArrowDown: leave('down'),
      }
    },
    addProseMirrorPlugins: () => [
      ySyncPlugin(fragment),
      new Plugin({
        props: {
          handlePaste: (_view, _event, slice) => isTooLarge(slice.content.size),
          handleDrop: (_view, _event, slice) => isTooLarge(slice.content.size),
          handleDOMEvents: {
            keydown: view => {
              readSelection(view)
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

/** Whether the transaction only shows what changed in the sheet, rather than changing it. */
export const isFromSheet = (transaction: { getMeta(key: string): unknown }): boolean => {
  const meta = transaction.getMeta('y-sync$')
  return typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true
}
