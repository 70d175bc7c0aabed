import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import type { Entry } from './MountedEditor.tsx'

/** What somebody typed before the editor was there, and where it belongs. */
export type EarlyText = { readonly at: Entry; readonly text: string }

/** Writes the early text where the caret is: a line break begins a new paragraph. */
export function writeEarly(editor: Editor, text: string): void {
  text.split('\n').forEach((line, index) => {
    if (index > 0) editor.commands.splitBlock()
    if (line !== '') editor.view.dispatch(editor.state.tr.insertText(line).scrollIntoView())
  })
}

/** Where the text belongs of somebody who has gone on meanwhile: the focus stays where it is. */
export function placeEarly(editor: Editor, at: Entry): void {
  const { state, view } = editor
  const point = typeof at === 'string' ? null : view.posAtCoords({ left: at.x, top: at.y })
  const place = point?.pos ?? (at === 'start' ? 0 : state.doc.content.size)
  view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(place), at === 'start' ? 1 : -1)))
}
