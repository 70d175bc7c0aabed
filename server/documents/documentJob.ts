import type { Clock } from '#server/clock.ts'
import type { Log } from '#server/log.ts'
import type { DocumentId } from '#shared/ids.ts'

/** A change after a quiet spell is seen to so soon. */
const refreshAfterMs = 2_000
/** While people type, the work follows at this distance: it reads the whole document. */
const refreshEveryMs = 10_000
/** What could not be done is tried again after this time; storing does not wait for it (THREATS a24). */
const retryAfterMs = 5_000

/**
 * Work that follows the changes of each document, at least once per change.
 *
 * - [DJ1] A change is seen to after `refreshAfterMs`, or `refreshEveryMs` after the document was seen to last, and at
 *   the latest when `close` has resolved.
 * - [DJ2] What fails is logged and tried again; nobody who stores something hears of it.
 */
export interface DocumentJob {
  readonly isClosed: boolean
  /** To be called after each change of a document. Never throws. */
  changed(documentId: DocumentId): void
  /** Sees to the document now. Never rejects. */
  start(documentId: DocumentId): Promise<void>
  /** Resolves when nothing is being done; what waits for its time stays waiting. */
  settled(): Promise<void>
  /** Does what waits and takes no more. */
  close(): Promise<void>
}

/** `failed`: what the log says of work that could not be done. */
export function createDocumentJob(deps: {
  clock: Clock
  log: Log
  failed: string
  run: (documentId: DocumentId) => Promise<void>
}): DocumentJob {
  const { clock, log } = deps
  const waiting = new Map<DocumentId, () => void>()
  /** when each document that has changed since the start was seen to last */
  const done = new Map<DocumentId, number>()
  const running = new Set<Promise<void>>()
  let closed = false

  function wait(documentId: DocumentId, ms: number): void {
    if (closed || waiting.has(documentId)) return
    waiting.set(
      documentId,
      clock.after(ms, () => void start(documentId)),
    )
  }

  function start(documentId: DocumentId): Promise<void> {
    waiting.get(documentId)?.()
    waiting.delete(documentId)
    done.set(documentId, clock.now())
    const run = deps
      .run(documentId)
      .catch((error: unknown) => {
        log.error({ err: error, document: documentId }, deps.failed)
        wait(documentId, retryAfterMs)
      })
      .finally(() => running.delete(run))
    running.add(run)
    return run
  }

  return {
    get isClosed() {
      return closed
    },
    changed(documentId) {
      if (waiting.has(documentId)) return
      const next = (done.get(documentId) ?? Number.NEGATIVE_INFINITY) + refreshEveryMs
      // a clock that was set back lets nobody wait longer
      wait(documentId, Math.min(refreshEveryMs, Math.max(refreshAfterMs, next - clock.now())))
    },
    start,
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
    async close() {
      const open = [...waiting.keys()].map(start)
      closed = true
      await Promise.all([...open, ...running])
    },
  }
}
