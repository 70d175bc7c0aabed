/**
 * What waits for an answer on one open channel. The server handles the frames of a channel strictly in order
 * and answers each update with one acknowledgement, so the oldest frame is always the one that is meant.
 *
 * Invariants:
 * - [SF1] An acknowledgement covers exactly the oldest unanswered frame.
 * - [SF2] A closed channel answers nothing any more: its frames are forgotten, never acknowledged.
 */
export class SentFrames {
  #waiting: (readonly string[])[] = []

  /** A frame went out that carries the outbox entries with these ids (none: it only completes a sync). */
  sent(ids: readonly string[]): void {
    this.#waiting.push(ids)
  }

  /** The ids that the answer is about. */
  answered(): readonly string[] {
    return this.#waiting.shift() ?? []
  }

  /** Answers with the ids that stay without acknowledgement. */
  closed(): readonly string[] {
    const open = this.#waiting.flat()
    this.#waiting = []
    return open
  }
}
