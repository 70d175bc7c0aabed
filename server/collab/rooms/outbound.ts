import type { Clock } from '#server/clock.ts'
import { type Joinable, joinUpdates } from '#server/collab/gate/joinUpdates.ts'
import { createFlushWindow, longestWindowMs } from '#server/collab/transport/flushWindow.ts'

// How long what is on disk may wait before the document in memory takes it. Passing an edit on does not
// need the document, and applying costs more the more clients a document has ever had; so many edits
// are applied at once.
const applyWithinMs = 200

/**
 * What a room has to tell its readers, and what its document has still to take.
 *
 * - [OU1] What is handed over is on disk already; it is told once, in the order of the journal.
 * - [OU2] `settle` brings the document to everything handed over.
 * - [OU3] The first change after a quiet spell leaves at once.
 */
export class Outbound {
  readonly #clock: Clock
  readonly #window
  readonly #tell: (update: Uint8Array | null) => void
  readonly #apply: (updates: readonly Uint8Array[], count: number) => void
  readonly #now: () => number
  /** on disk, not told */
  #raw: Joinable[] = []
  /** told, not applied */
  #ripe: Uint8Array[] = []
  #count = 0
  #callOffFlush: (() => void) | null = null
  /** what is scheduled waits for an update to go along with */
  #isWaiting = false
  #callOffApply: (() => void) | null = null

  /**
   * `tell` passes one update (or only what else there is to tell) on to all readers; `apply` brings the
   * document to `count` rows of the journal more.
   */
  constructor(options: {
    clock: Clock
    now: () => number
    tell: (update: Uint8Array | null) => void
    apply: (updates: readonly Uint8Array[], count: number) => void
  }) {
    this.#clock = options.clock
    this.#now = options.now
    this.#tell = options.tell
    this.#apply = options.apply
    this.#window = createFlushWindow({ now: options.now })
  }

  add(update: Joinable): void {
    this.#raw.push(update)
    this.#count++
    this.scheduleFlush()
    this.#callOffApply ??= this.#clock.after(applyWithinMs, () => this.settle())
  }

  /**
   * Something is to be told: at the end of this turn, or when the window closes. `canWait`: an update is
   * under way that it may go along with.
   */
  scheduleFlush({ canWait = false }: { canWait?: boolean } = {}): void {
    if (this.#callOffFlush && (canWait || !this.#isWaiting)) return
    this.#callOffFlush?.()
    this.#isWaiting = canWait
    const wait = canWait ? longestWindowMs : Math.ceil(this.#window.delay())
    if (wait > 0) this.#callOffFlush = this.#clock.after(wait, () => this.flush())
    else {
      const handle = setImmediate(() => this.flush())
      this.#callOffFlush = () => clearImmediate(handle)
    }
  }

  flush(): void {
    this.#callOffFlush?.()
    this.#callOffFlush = null
    this.#isWaiting = false
    const began = this.#now()
    const update = this.#raw.length > 0 ? joinUpdates(this.#raw) : null
    this.#raw = []
    if (update) this.#ripe.push(update)
    this.#tell(update)
    this.#window.ran(began, this.#now())
  }

  settle(): void {
    this.#callOffApply?.()
    this.#callOffApply = null
    if (this.#raw.length > 0) this.flush()
    if (this.#count === 0) return
    const updates = this.#ripe
    const count = this.#count
    this.#ripe = []
    this.#count = 0
    this.#apply(updates, count)
  }

  end(): void {
    this.#callOffFlush?.()
    this.#callOffApply?.()
  }
}
