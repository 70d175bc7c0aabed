import * as Y from 'yjs'
import type { ServerFrames } from './serverFrame.ts'

// Those who open a document at the same time mostly hold the same; beyond so many different states the
// answers kept are forgotten.
const mostStates = 64

/**
 * Answers to those who join: encoded once for each state they hold, as long as the document does not
 * change, and so framed and compressed once, too.
 */
export class SyncAnswers {
  readonly #doc: Y.Doc
  readonly #frames: ServerFrames
  readonly #answers = new Map<string, Uint8Array>()
  #question: Uint8Array | null = null

  constructor(doc: Y.Doc, frames: ServerFrames) {
    this.#doc = doc
    this.#frames = frames
  }

  /** What whoever has `stateVector` lacks. */
  answer(stateVector: Uint8Array): Uint8Array {
    const key = Buffer.from(stateVector).toString('latin1')
    const known = this.#answers.get(key)
    if (known) return known
    if (this.#answers.size >= mostStates) this.#answers.clear()
    const answer = this.#frames.syncAnswer(Y.encodeStateAsUpdate(this.#doc, stateVector))
    this.#answers.set(key, answer)
    return answer
  }

  /** What the server has, so that the other side sends what it lacks. */
  question(): Uint8Array {
    this.#question ??= this.#frames.syncQuestion(Y.encodeStateVector(this.#doc))
    return this.#question
  }

  /** The document has changed. */
  forget(): void {
    this.#answers.clear()
    this.#question = null
  }
}
