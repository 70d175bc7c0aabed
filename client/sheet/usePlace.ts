import type { FocusEvent, FormEvent } from 'react'
import type { AnySession } from '#client/document/session.ts'

/** Tells the others in which field this person is; bound once to the whole sheet. */
export function usePlace(session: AnySession) {
  const pathOf = (target: EventTarget) =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-path]')?.dataset.path ?? null) : null
  return {
    onFocus(event: FocusEvent) {
      const path = pathOf(event.target)
      if (path !== null) session.setPlace(path)
    },
    onInput(event: FormEvent) {
      const path = pathOf(event.target)
      if (path !== null) session.setPlace(path, true)
    },
  }
}
