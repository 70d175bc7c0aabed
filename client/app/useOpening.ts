import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { type AnySession, type OpenResult, openDocument, type SessionLife } from '#client/document/session.ts'
import { wordsAreHere } from '#client/i18n/i18n.ts'
import { loadView } from '#client/kinds/registry.ts'
import { when } from '#client/lib/store.ts'
import type { AnyView } from '#client/sheet/kindView.ts'
import { writeDrafts } from '#client/ui/fields/drafts.ts'
import { AppError, type ErrorCode } from '#shared/errors.ts'
import type { DocumentId } from '#shared/ids.ts'
import { openSheets } from './openSheets.ts'
import { goBackTo, placeOfCaret } from './placeOfCaret.ts'

/** `count` tells one session of the document from the next. */
export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'ready'; readonly session: AnySession; readonly view: AnyView; readonly count: number }
  | Exclude<OpenResult, { state: 'ready' }>

/** Where a sheet that was set aside cannot be opened anew, it is tried again after this long, in ms. */
const retryPause = 2_000

/**
 * Opens a document for as long as it is shown. When its text was set aside, the same page goes on with the document as
 * the server has it: the caret, and what is in sight, stay where they were.
 */
export function useOpening(id: DocumentId): { readonly opening: Opening; readonly again: () => void } {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    void follow(id, leaving.signal, setOpening)
    return () => leaving.abort()
  }, [id, attempt])
  return { opening, again: () => setAttempt(attempt + 1) }
}

/** Shows one session after the other until nobody looks any more; closes each when the next one stands. */
async function follow(id: DocumentId, leaving: AbortSignal, show: (opening: Opening) => void): Promise<void> {
  let present: AnySession | null = null
  const left = new Promise<void>(resolve => leaving.addEventListener('abort', () => resolve()))
  leaving.addEventListener('abort', () => {
    openSheets.delete(id)
    void present?.close()
  })
  for (let count = 1; !leaving.aborted; count++) {
    const result = await openDocument(id)
    if (leaving.aborted) {
      if (result.state === 'ready') await result.session.close()
      return
    }
    const former: AnySession | null = present
    if (result.state === 'ready') {
      const { session } = result
      const view = await viewOf(session)
      await wordsAreHere()
      if (!view || leaving.aborted) {
        await session.close()
        if (!view) show({ state: 'failed', error: new AppError('clientTooOld') })
        return
      }
      // from here on it is the sheet that takes time, no longer the device or the network
      performance.mark('sheet:document')
      openSheets.set(id, session)
      present = session
      if (former) showInPlace(() => show({ state: 'ready', session, view, count }))
      else show({ state: 'ready', session, view, count })
      void former?.close()
      await Promise.race([when(session.life, isReplaced), left])
    } else if (former && mayPass(result)) {
      // the former sheet stays in sight, soon for reading only, until the server can be asked
      await Promise.race([new Promise(resolve => setTimeout(resolve, retryPause)), left])
    } else {
      show(result)
      return
    }
  }
}

/** What shows the document; `null` when this version has nothing that could. */
const viewOf = (session: AnySession) => loadView(session.info.kind)

const isReplaced = (life: SessionLife): life is SessionLife & { state: 'replaced' } =>
  life.state === 'replaced'

/** Refusals that are over when the server has begun the document anew, or can be reached again. */
const passing: ReadonlySet<ErrorCode> = new Set(['unavailable', 'generationChanged', 'setAside'])

const mayPass = (result: Exclude<OpenResult, { state: 'ready' }>): boolean =>
  result.state === 'notOnDevice' || (result.state === 'failed' && passing.has(result.error.code))

function showInPlace(show: () => void): void {
  // what stands in a field and is not taken yet belongs to the text that was set aside
  writeDrafts()
  const place = placeOfCaret()
  flushSync(show)
  goBackTo(place)
}
