import type { AnySession } from '#client/document/session.ts'
import { text } from '#client/i18n/i18n.ts'
import type { Written } from '#client/ui/fields/draft.ts'
import { AppError } from '#shared/errors.ts'

/** Runs `change` as one step of its own on the undo stack. */
export function step<T>(session: AnySession, change: () => T): T {
  session.undo.manager.stopCapturing()
  const result = change()
  session.undo.manager.stopCapturing()
  return result
}

/** Writes a field as one step and answers what the draft needs to know: what stands now, or why it was not taken. */
export function attempt(session: AnySession, change: () => void, stands: () => string | null): Written {
  try {
    step(session, change)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code !== 'badInput' && error.code !== 'notFound') throw error
    return { problem: text(error.code === 'badInput' ? 'field.notTaken' : 'field.gone') }
  }
  return { value: stands() ?? '' }
}
