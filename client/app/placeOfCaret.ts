/** Where somebody writes or reads: the place in the document with the focus, the caret in it, and what is in sight. */
export type Place = { readonly path: string | null; readonly caret: number; readonly scrollY: number }

const placeOf = (path: string) => document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)

export function placeOfCaret(): Place {
  const { activeElement, scrollY } = { activeElement: document.activeElement, scrollY: window.scrollY }
  const path = activeElement?.closest<HTMLElement>('[data-path]')?.dataset.path ?? null
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) {
    return { path, caret: activeElement.selectionStart ?? 0, scrollY }
  }
  return { path, caret: caretIn(activeElement), scrollY }
}

/** How many letters of an editor stand before its caret. */
function caretIn(editor: Element | null): number {
  const selection = getSelection()
  if (!editor || !selection?.focusNode || !editor.contains(selection.focusNode)) return 0
  const before = document.createRange()
  before.selectNodeContents(editor)
  before.setEnd(selection.focusNode, selection.focusOffset)
  return before.toString().length
}

/** The same place after the page was rendered anew; where the text is shorter now, its end. */
export function goBackTo({ path, caret, scrollY }: Place): void {
  const place = path === null ? null : placeOf(path)
  const control = place?.matches(controls) ? place : place?.querySelector<HTMLElement>(controls)
  control?.focus({ preventScroll: true })
  const here = document.activeElement
  if (here && place?.contains(here)) {
    if (here instanceof HTMLTextAreaElement || here instanceof HTMLInputElement) setCaret(here, caret)
    else if (here instanceof HTMLElement && here.isContentEditable) setCaretIn(here, caret)
  }
  window.scrollTo(0, scrollY)
}

const controls = '[role="textbox"], input, textarea, select, button'

function setCaret(field: HTMLInputElement | HTMLTextAreaElement, caret: number): void {
  // only texts have a caret that can be set
  if (field.selectionStart === null) return
  const at = Math.min(caret, field.value.length)
  field.setSelectionRange(at, at)
}

function setCaretIn(editor: HTMLElement, caret: number): void {
  const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT)
  let rest = caret
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const length = text.nodeValue?.length ?? 0
    if (rest <= length) {
      getSelection()?.collapse(text, rest)
      return
    }
    rest -= length
  }
  getSelection()?.selectAllChildren(editor)
  getSelection()?.collapseToEnd()
}
