import type { Clock } from '#server/clock.ts'
import { type Collab, createCollab } from '#server/collab/collab.ts'
import type { Journal } from '#server/journal/journal.ts'
import type { Log } from '#server/log.ts'
import { loadKinds } from '#shared/kinds/registry.ts'
import type { Network } from './network.ts'
import type { People } from './people.ts'
import type { Store, StoreSession } from './store.ts'
import type { VirtualTime } from './virtualTime.ts'

const kinds = await loadKinds()

/** The real collaboration server on the simulated disk and network; it can die at any moment and begin anew. */
export class Server {
  readonly #store: Store
  readonly #network: Network
  readonly #people: People
  readonly #time: VirtualTime
  readonly #options: {
    onError(line: string): void
    wrapJournal?: ((journal: Journal) => Journal) | undefined
  }
  #life: { session: StoreSession; collab: Collab } | null = null
  /** how far its clock is wrong, in ms (THREATS a10) */
  skewMs = 0
  /** how often it has died */
  deaths = 0

  constructor(
    store: Store,
    network: Network,
    people: People,
    time: VirtualTime,
    options: { onError(line: string): void; wrapJournal?: ((journal: Journal) => Journal) | undefined },
  ) {
    this.#store = store
    this.#network = network
    this.#people = people
    this.#time = time
    this.#options = options
  }

  get collab(): Collab | null {
    return this.#life?.collab ?? null
  }

  get session(): StoreSession | null {
    return this.#life?.session ?? null
  }

  begin(): void {
    if (this.#life) return
    const session = this.#store.open()
    const isAlive = () => this.#life?.session === session
    const clock: Clock = {
      now: () => Math.floor(this.#time.now()) + this.skewMs,
      after: (ms, callback) =>
        this.#time.after(ms, () => {
          if (isAlive()) callback()
        }),
    }
    const error = (...said: unknown[]) => {
      if (isAlive()) this.#options.onError(said.map(tell).join(' '))
    }
    const quiet = () => undefined
    const log: Log = { debug: quiet, info: quiet, warn: quiet, error, fatal: error }
    const collab = createCollab({
      journal: this.#options.wrapJournal?.(session.journal) ?? session.journal,
      quarantine: session.quarantine,
      access: this.#people.access(id => this.#store.generationOf(id), isAlive),
      clock,
      log,
      measure: () => this.#time.now(),
      config: { allowedOrigins: [], secret: 'the secret of the simulation', timeZone: 'Europe/Berlin' },
      kinds,
      kindOf: () => Promise.resolve('minutes'),
      beginGeneration: (documentId, from) => session.beginGeneration(documentId, from),
      onChanged: () => undefined,
    })
    this.#life = { session, collab }
    this.#network.listener = collab
  }

  /** As by SIGKILL: nothing that it was doing has any further effect. */
  die(): void {
    if (!this.#life) return
    this.deaths++
    this.#life.session.die()
    this.#life = null
    this.#network.serverDied()
  }
}

function tell(said: unknown): string {
  if (said instanceof Error) return said.message
  if (typeof said !== 'object' || said === null) return String(said)
  const cause = 'err' in said ? said.err : said
  return cause instanceof Error ? cause.message : JSON.stringify(said)
}
