import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  type MinutesSession,
  type OpenResult,
  openDocument,
  type SessionLife,
} from '#client/document/session.ts'
import { when } from '#client/lib/store.ts'
import { writeDrafts } from '#client/ui/fields/drafts.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { DocumentId } from '#shared/ids.ts'
import { kinds } from '#shared/kinds/registry.ts'
import { openSheets } from './openSheets.ts'
import { goBackTo, placeOfCaret } from './placeOfCaret.ts'

/** `count` tells one session of the document from the next. */
export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'ready'; readonly session: MinutesSession; readonly count: number }
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
  let present: MinutesSession | null = null
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
    const former: MinutesSession | null = present
    if (result.state === 'ready') {
      const { session } = result
      openSheets.set(id, { session, project: () => kinds[session.info.kind].project(session.doc) })
      present = session
      if (former) showInPlace(() => show({ state: 'ready', session, count }))
      else show({ state: 'ready', session, count })
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
