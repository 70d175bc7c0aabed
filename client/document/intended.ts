import { type Readable, writable } from '#client/lib/store.ts'
import type { Intention, IntentionState, IntentionStore } from '#client/offline/intentions.ts'
import type { DocumentId } from '#shared/ids.ts'
import type { CommandId } from '#shared/ledger/row.ts'
import type { Asked } from './commands.ts'

/**
 * What was commanded on this device while the server could not be asked, of one document, as one tab knows it.
 *
 * - [IT1] They are sent in the order in which they were made, one after the other, by one tab at a time.
 * - [IT2] One that is done leaves; one that is refused stays with its reason until its person puts it away.
 * - [IT3] What ends the writing (`isLast`) waits as long as one before it is refused: nothing is closed over a vote
 *   that its person believes to be counted.
 */
export class Intended {
  readonly list: Readable<readonly Intention[]>
  readonly #list
  readonly #document: DocumentId
  readonly #store: IntentionStore
  readonly #ask: (intention: Intention) => Promise<Asked>
  readonly #isLast: (name: string) => boolean
  /** the other tabs should look at the device */
  readonly #told: () => void
  #sending: Promise<'sent' | 'unreachable'> | null = null

  constructor(
    document: DocumentId,
    kept: readonly Intention[],
    store: IntentionStore,
    ask: (intention: Intention) => Promise<Asked>,
    isLast: (name: string) => boolean,
    told: () => void,
  ) {
    this.#document = document
    this.#store = store
    this.#ask = ask
    this.#isLast = isLast
    this.#told = told
    this.#list = writable(kept)
    this.list = this.#list
  }

  get isWaiting(): boolean {
    return this.#next(new Set()) !== null
  }

  /** Resolves when the device's disk has it; rejects with the device's error, and nothing was taken. */
  async add(intention: Intention): Promise<void> {
    await this.#store.keepIntention(intention)
    this.#list.set([...this.#list.get(), intention])
    this.#told()
  }

  /** Takes one back that waits, or puts a refused one away. */
  async remove(commandId: CommandId): Promise<void> {
    await this.#store.removeIntention(commandId)
    this.#list.set(this.#list.get().filter(own => own.commandId !== commandId))
    this.#told()
  }

  /** Another tab has written to the device. */
  async look(): Promise<void> {
    const kept = await this.#store.intentions(this.#document).catch(() => this.#list.get())
    this.#list.set(kept)
  }

  /** Sends what waits. `unreachable`: to be tried again later. */
  send(): Promise<'sent' | 'unreachable'> {
    this.#sending ??= alone(`mitschrift-intentions-${this.#document}`, () => this.#sendAll()).finally(() => {
      this.#sending = null
    })
    return this.#sending
  }

  async #sendAll(): Promise<'sent' | 'unreachable'> {
    const tried = new Set<CommandId>()
    await this.look()
    for (let next = this.#next(tried); next; next = this.#next(tried)) {
      tried.add(next.commandId)
      const asked = await this.#ask(next)
      if (asked.outcome === 'unreachable') return 'unreachable'
      if (asked.outcome === 'done') await this.remove(next.commandId)
      else await this.#mark(next, { state: 'refused', reason: asked.reason, fields: asked.fields })
      await this.look()
    }
    return 'sent'
  }

  #next(tried: ReadonlySet<CommandId>): Intention | null {
    const list = this.#list.get()
    const first = list.find(
      ({ progress, commandId }) => progress.state === 'waiting' && !tried.has(commandId),
    )
    if (!first) return null
    const isHeld = this.#isLast(first.name) && list.some(({ progress }) => progress.state === 'refused')
    return isHeld ? null : first
  }

  async #mark(intention: Intention, progress: IntentionState): Promise<void> {
    await this.#store.markIntention(intention.commandId, progress)
    this.#told()
  }
}

/** One tab of the device at a time. Without locks (plain HTTP) the server sorts out what comes twice, by its id. */
async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request(name, work)
}
