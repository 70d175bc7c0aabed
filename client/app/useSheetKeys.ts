import { useLayoutEffect, useRef } from 'react'
import type { AnySession } from '#client/document/session.ts'
import { isAllChosen } from '#client/editor/editorCommands.ts'
import { isModifier } from '#client/lib/isModifier.ts'
import { writeDrafts } from '#client/ui/fields/drafts.ts'

/**
 * Keys that hold everywhere on a sheet: shared undo and redo, finding, marking everything, and `?` for the overview of
 * keys, from the moment the sheet is shown. `find` answers whether it is new: asked for again, the browser's own search
 * comes.
 */
export function useSheetKeys(
  session: AnySession,
  does: { readonly keys: () => void; readonly find: () => boolean; readonly chooseAll: () => void },
): void {
  const latest = useRef(does)
  useLayoutEffect(() => {
    latest.current = does
  })
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const command = (event.ctrlKey || event.metaKey) && !event.altKey
      const key = event.key.toLowerCase()
      if (command && (key === 'z' || key === 'y')) {
        event.preventDefault()
        if (session.access.get() === 'read') return
        writeDrafts()
        if (key === 'y' || event.shiftKey) session.undo.redo()
        else session.undo.undo()
      } else if (event.key === '?' && !command && !isTyping(event.target)) {
        event.preventDefault()
        latest.current.keys()
      } else if (command && key === 'f' && !event.shiftKey) {
        if (latest.current.find()) event.preventDefault()
      }
    }
    // the first press marks the text one is in; before it hears the second, the sheet does
    let emptyBefore: EventTarget | null = null
    const pressAll = (event: KeyboardEvent) => {
      if (isModifier(event.key)) return
      const pressedIn = emptyBefore
      emptyBefore = null
      const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a'
      if (!isAll || event.isComposing || document.querySelector('dialog[open]')) return
      if (!isAllMarked(event.target)) return
      // an empty text is marked by any press: who goes on typing in it meant no more than that
      if (isEmptyText(event.target) && event.target !== pressedIn) {
        emptyBefore = event.target
        return
      }
      event.preventDefault()
      event.stopPropagation()
      latest.current.chooseAll()
    }
    document.addEventListener('keydown', press)
    document.addEventListener('keydown', pressAll, { capture: true })
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('keydown', pressAll, { capture: true })
    }
  }, [session])
}

/** Whether the text or field with the focus is marked from end to end; where nobody types everything is meant at once. */
function isAllMarked(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && isTextInput(target))) {
    const isOnSheet = document.getElementById('content')?.contains(target) ?? false
    return isOnSheet && target.selectionStart === 0 && target.selectionEnd === target.value.length
  }
  return target instanceof HTMLElement && target.isContentEditable ? isAllChosen() : true
}

const isEmptyText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && isTextInput(target))
    ? target.value === ''
    : target instanceof HTMLElement && target.isContentEditable && target.textContent === ''

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLTextAreaElement || isTextInput(target))

const isTextInput = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'
