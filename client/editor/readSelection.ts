import { AllSelection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Takes over where the browser has the caret now. Browsers tell a moved caret late: when the page is busy, the
 * next key comes first, and the editor would act on where the caret was (Enter would split a sentence elsewhere); and
 * whatever draws the text anew puts the caret back where it was.
 */
export function readSelection(view: EditorView): void {
  const known = view.state.selection
  const selection = view.dom.ownerDocument.getSelection()
  // a composition must not be touched
  if (view.composing || !view.hasFocus() || !selection) return
  // a selected node, or everything, has a form of its own in the page; a caret is never all of a text
  const isMoved = known instanceof AllSelection && selection.isCollapsed
  if (!(known instanceof TextSelection) && !isMoved) return
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const { doc } = view.state
  const anchor = view.posAtDOM(anchorNode, anchorOffset)
  const head = view.posAtDOM(focusNode, focusOffset)
  if ((anchor === known.anchor && head === known.head) || Math.max(anchor, head) > doc.content.size) return
  const found = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  if (!found.eq(known)) view.dispatch(view.state.tr.setSelection(found))
}
