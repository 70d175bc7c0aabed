import type { Clock } from '#server/clock.ts'
import type { RestingDocument } from './restingDocument.ts'
import type { ServerFrames } from './serverFrame.ts'

// Those who open a document at the same time mostly hold the same; beyond so many different states the
// answers kept are forgotten.
const mostStates = 64
// They come together when a meeting begins or a network is back; an answer is as large as the document, so it is
// not kept for one who may come some day.
const keptMs = 1_000

/**
 * Answers to those who join: encoded once for each state they hold, as long as the document does not
 * change, and so framed and compressed once, too. Kept for a short time only.
 */
export class SyncAnswers {
  readonly #document: RestingDocument
  readonly #frames: ServerFrames
  #answers: Map<string, readonly Uint8Array[]> | null = null
  readonly #clock: Clock
  #question: Uint8Array | null = null
  #callOff: (() => void) | null = null

  constructor(document: RestingDocument, frames: ServerFrames, clock: Clock) {
    this.#document = document
    this.#frames = frames
    this.#clock = clock
  }

  /** What whoever has `stateVector` lacks: the last frame is the answer, those before belong to it. */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    const key = Buffer.from(stateVector).toString('latin1')
    const known = this.#answers?.get(key)
    if (known) return known
    if (!this.#answers || this.#answers.size >= mostStates) this.#answers = new Map()
    const lacked = this.#document.lackedBy(stateVector)
    const last = lacked.length - 1
    const answer = lacked.map((update, index) =>
      index === last ? this.#frames.syncAnswer(update) : this.#frames.update(update),
    )
    this.#answers.set(key, answer)
    this.#callOff ??= this.#clock.after(keptMs, () => this.forget())
    return answer
  }

  /** What the server has, so that the other side sends what it lacks. */
  question(): Uint8Array {
    this.#question ??= this.#frames.syncQuestion(this.#document.stateVector)
    return this.#question
  }

  /** The document has changed. */
  changed(): void {
    this.#answers = null
    this.#question = null
  }

  /** Nothing is kept any longer. */
  forget(): void {
    this.#callOff?.()
    this.#callOff = null
    this.changed()
    this.#document.forgetParts()
  }
}
