import { useEffect } from 'react'
import type { AnySession } from '#client/document/session.ts'
import { writeDrafts } from '#client/ui/fields/drafts.ts'

/** Keys that hold everywhere on a sheet: shared undo and redo, and `?` for the overview of keys. */
export function useSheetKeys(session: AnySession, showKeys: () => void): void {
  useEffect(() => {
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
        showKeys()
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [session, showKeys])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLTextAreaElement || isTextInput(target))

const isTextInput = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'
