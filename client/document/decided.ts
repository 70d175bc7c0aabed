import { rpc } from '#client/lib/rpc.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { writable } from '#client/lib/store.ts'
import { randomUuid } from '#client/lib/uuid.ts'
import type { Intention, IntentionStore } from '#client/offline/intentions.ts'
import type { LedgerStore } from '#client/offline/ledgerStore.ts'
import type { DocumentId, PersonId } from '#shared/ids.ts'
import { commandIdSchema, type LedgerRow } from '#shared/ledger/row.ts'
import { type Answered, askServer, endsWriting } from './commands.ts'
import { Intended } from './intended.ts'
import { Rows } from './rows.ts'

/** Intentions that could not be sent are tried again after this long, in ms, while there is a connection. */
const sendAgain = 5_000

/** What the device has of the decisions about a document. */
export type KeptDecisions = { readonly rows: readonly LedgerRow[]; readonly intentions: readonly Intention[] }
export const noDecisions: KeptDecisions = { rows: [], intentions: [] }

/** Reads both; a device that cannot be read knows of nothing, and the server is asked. */
export async function keptDecisions(
  store: LedgerStore & IntentionStore,
  document: DocumentId,
): Promise<KeptDecisions> {
  try {
    const [rows, intentions] = await Promise.all([store.rows(document), store.intentions(document)])
    return { rows, intentions }
  } catch {
    return noDecisions
  }
}

export type Decisions = ReturnType<typeof decisions>

/**
 * The decided side of an open document: its rows, what is intended, and the commands. `isReady` says whether the server
 * has everything that was written here, so that it decides about what the person sees; it may wait for that.
 */
export function decisions(source: {
  readonly self: PersonId
  readonly document: DocumentId
  readonly kind: string
  readonly kept: KeptDecisions
  readonly store: LedgerStore & IntentionStore
  readonly isReady: () => Promise<boolean>
}) {
  const { document, kind, kept, store } = source
  const letters = new BroadcastChannel(`mitschrift/${source.self}/${document}/decided`)
  const hasEnded = writable(false)
  // a BroadcastChannel reaches its own origin only and takes no other
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const tell = (of: 'rows' | 'intentions') => !hasEnded.get() && letters.postMessage(of)
  const rows = new Rows(
    document,
    kept.rows,
    store,
    after => rpc.ledger.feed({ documentId: document, after }),
    () => tell('rows'),
  )
  const ask = async (intention: Intention, madeAt: number | null) => {
    const answer = await askServer(kind, { ...intention, madeAt })
    if (answer.outcome !== 'unreachable') await rows.take(answer.rows)
    return answer
  }
  const intended = new Intended(
    document,
    kept.intentions,
    store,
    intention => ask(intention, intention.madeAt),
    endsWriting,
    () => tell('intentions'),
  )
  letters.onmessage = (event: MessageEvent<unknown>) => {
    void (event.data === 'rows' ? rows.look() : intended.look())
  }
  let timer: ReturnType<typeof setTimeout> | null = null
  let sending = false
  const send = async () => {
    if (sending || hasEnded.get() || !intended.isWaiting) return
    sending = true
    try {
      if (!(await source.isReady())) return
      if (hasEnded.get() || (await intended.send()) === 'sent') return
      timer ??= setTimeout(() => {
        timer = null
        void send()
      }, sendAgain)
    } finally {
      sending = false
    }
  }
  return {
    rows: rows.rows,
    intentions: intended.list,
    /** The server said that it has so many rows. */
    reach: (seq: number) => rows.reach(seq),
    /** Sends what waits, if the server can be asked. */
    send: () => void send(),
    /** @throws AppError when neither the server nor the device took it */
    async command(name: string, input: unknown): Promise<Answered | { readonly outcome: 'intended' }> {
      const commandId = commandIdSchema.parse(randomUuid())
      const intention: Intention = {
        commandId,
        document,
        name,
        input,
        madeAt: serverNow(),
        progress: { state: 'waiting' },
      }
      // what waits goes first
      if (!intended.isWaiting && (await source.isReady())) {
        const answer = await ask(intention, null)
        if (answer.outcome !== 'unreachable') return answer
      }
      await intended.add(intention)
      void send()
      return { outcome: 'intended' }
    },
    withdraw: (commandId: Intention['commandId']) => intended.remove(commandId),
    end() {
      hasEnded.set(true)
      if (timer) clearTimeout(timer)
      rows.end()
      letters.close()
    },
  }
}
