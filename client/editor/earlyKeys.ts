import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import type { Entry } from './MountedEditor.tsx'

/** Writes the early keys where the caret is, as if they were pressed now. */
export function writeEarly(editor: Editor, keys: readonly string[]): void {
  for (const key of keys) {
    const { state, view } = editor
    if (key === 'Enter') editor.commands.keyboardShortcut('Enter')
    else if (key === 'Backspace') {
      const { $from, empty } = state.selection
      if (!empty) view.dispatch(state.tr.deleteSelection())
      else if ($from.parentOffset > 0) view.dispatch(state.tr.delete($from.pos - 1, $from.pos))
    } else view.dispatch(state.tr.insertText(key).scrollIntoView())
  }
}

/** Where the keys of somebody belong who has gone on before the editor was there: the caret goes nowhere. */
export function placeEarly(editor: Editor, at: Entry): void {
  const { state, view } = editor
  const point = typeof at === 'string' ? null : view.posAtCoords({ left: at.x, top: at.y })
  const place = point?.pos ?? (at === 'start' ? 0 : state.doc.content.size)
  view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(place), at === 'start' ? 1 : -1)))
}
