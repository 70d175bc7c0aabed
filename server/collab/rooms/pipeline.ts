import { type Clock, pause } from '#server/clock.ts'
import { StaleWrite } from '#server/journal/staleWrite.ts'

/** What is on its way to the disk had to begin anew: its `again` decides about it once more. */
export class BegunAnew extends Error {
  constructor() {
    super('begun anew')
    this.name = 'BegunAnew'
  }
}

type Entry = {
  state: 'waiting' | 'done' | 'failed'
  error: unknown
  readonly again: () => Promise<void>
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

// A disk that is full or a database that is busy often comes back within seconds; beyond this the
// clients are cut off, keep their work, and come back by themselves.
const boundMs = 5_000
const firstPauseMs = 50
const longestPauseMs = 1_000

/**
 * What one room has on its way to the disk, in order.
 *
 * - [PL1] What was handed on is answered in the order in which it was handed on.
 * - [PL2] After a failure nothing that was handed on later is written before what failed: all of it is
 *   taken back and begins anew in the old order, for 5 s altogether; then all of it fails.
 */
export class Pipeline {
  readonly #clock: Clock
  /** everything that was under way has been answered, and some of it failed: what is in memory is set right */
  readonly #takenBack: () => void
  #entries: Entry[] = []
  #epoch = 0
  #roundEpoch: number | null = null
  #recovery: Promise<void> | null = null
  #failingSince: number | null = null
  #idle: (() => void)[] = []

  constructor(clock: Clock, takenBack: () => void) {
    this.#clock = clock
    this.#takenBack = takenBack
  }

  /** Changes when something failed: what was handed on before must not be written any more (PL2). */
  get epoch(): number {
    return this.#epoch
  }

  /** The epoch that a write belongs to which is handed on now: a whole round of handing on again is of one. */
  get writeEpoch(): number {
    return this.#roundEpoch ?? this.#epoch
  }

  get isRecovering(): boolean {
    return this.#recovery !== null
  }

  /** Resolves when what failed has been handed on again, or given up. */
  async recovered(): Promise<void> {
    while (this.#recovery) await this.#recovery
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#entries.length > 0 || this.#recovery) {
      await new Promise<void>(resolve => {
        this.#idle.push(resolve)
      })
    }
  }

  /**
   * Follows `write` in its order. Rejects with BegunAnew when `again` will be called, with the error of
   * the write when it is given up.
   */
  add(write: Promise<unknown>, again: () => Promise<void>): Promise<void> {
    return this.#add(again, entry => {
      write.then(
        () => this.#ended(entry, 'done', null),
        (error: unknown) => this.#ended(entry, 'failed', error),
      )
    })
  }

  /** Resolves when everything handed on before is on disk. */
  follow(again: () => Promise<void>): Promise<void> {
    if (this.#entries.length === 0) return Promise.resolve()
    return this.#add(again, entry => {
      entry.state = 'done'
    })
  }

  #add(again: () => Promise<void>, begin: (entry: Entry) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const entry: Entry = { state: 'waiting', error: null, again, resolve, reject }
      this.#entries.push(entry)
      begin(entry)
    })
  }

  #ended(entry: Entry, state: 'done' | 'failed', error: unknown): void {
    entry.state = state
    entry.error = error
    if (state === 'failed') this.#epoch++
    for (let first = this.#entries[0]; first?.state === 'done'; first = this.#entries[0]) {
      this.#entries.shift()
      this.#failingSince = null
      first.resolve()
    }
    // from the first failure on nothing new is handed on: it would only fail behind what has failed
    if (state === 'failed') {
      this.#recovery ??= this.#recover().finally(() => {
        this.#recovery = null
        this.#failingSince = null
        this.#tellIdle()
      })
    }
    this.#tellIdle()
  }

  async #recover(): Promise<void> {
    await this.#answered()
    for (let round = 0; this.#entries.some(({ state }) => state === 'failed'); round++) {
      const failed = this.#entries
      this.#entries = []
      this.#takenBack()
      // what was stale is asked again at once; what is so still has failed like anything else
      const counts = (error: unknown) => error !== null && (round > 0 || !(error instanceof StaleWrite))
      const error = failed.find(entry => counts(entry.error))?.error
      const isStale = error === undefined
      if (!isStale) this.#failingSince ??= this.#clock.now()
      const passed = this.#failingSince === null ? 0 : this.#clock.now() - this.#failingSince
      if (passed >= boundMs && !isStale) {
        for (const entry of failed) entry.reject(error)
        return
      }
      if (!isStale) await pause(this.#clock, Math.min(Math.max(passed, firstPauseMs), longestPauseMs))
      await this.#handOnAgain(failed)
      await this.#answered()
    }
  }

  /** In the old order; as soon as one has failed once more, the later ones stay for the next round (PL2). */
  async #handOnAgain(failed: Entry[]): Promise<void> {
    this.#roundEpoch = this.#epoch
    for (const [index, entry] of failed.entries()) {
      if (this.#entries.some(({ state }) => state === 'failed')) {
        for (const later of failed.slice(index)) later.state = 'failed'
        this.#entries.push(...failed.slice(index))
        break
      }
      entry.reject(new BegunAnew())
      await entry.again()
    }
    this.#roundEpoch = null
  }

  /** Resolves when everything handed on again has its answer. */
  async #answered(): Promise<void> {
    while (this.#entries.some(({ state }) => state === 'waiting')) {
      await new Promise<void>(resolve => {
        this.#idle.push(resolve)
      })
    }
  }

  #tellIdle(): void {
    const waiting = this.#idle
    this.#idle = []
    for (const resolve of waiting) resolve()
  }
}
