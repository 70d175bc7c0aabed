import { type AnySession, openDocument } from '#client/document/session.ts'
import { when } from '#client/lib/store.ts'
import type { DocumentId } from '#shared/ids.ts'

/** A document that could not be reached is tried again after this long, in ms. */
const retryPause = 5_000

/**
 * Opens a document that another sheet reads from, until nobody looks any more, and anew where its text was set aside.
 * `show` is told each opening, or `null` while it cannot be read here, and answers how its showing ends.
 */
export async function keepOpen<S extends AnySession>(
  id: DocumentId,
  isWanted: (session: AnySession) => session is S,
  leaving: AbortSignal,
  show: (session: S | null) => () => void,
): Promise<void> {
  const left = new Promise<void>(resolve => leaving.addEventListener('abort', () => resolve()))
  while (!leaving.aborted) {
    const result = await openDocument(id)
    if (result.state !== 'ready' || !isWanted(result.session)) {
      if (result.state === 'ready') await result.session.close()
      if (leaving.aborted) return
      const stop = show(null)
      await Promise.race([new Promise(resolve => setTimeout(resolve, retryPause)), left])
      stop()
      continue
    }
    const { session } = result
    if (leaving.aborted) {
      await session.close()
      return
    }
    // reading what it says is no presence on its sheet
    session.awareness.setLocalState(null)
    const stop = show(session)
    await Promise.race([when(session.life, (life): life is typeof life => life.state === 'replaced'), left])
    stop()
    await session.close()
  }
}
