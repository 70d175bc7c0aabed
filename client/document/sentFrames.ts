import { frameMark } from '#shared/wire/frameMark.ts'

type Sent = { readonly ids: readonly string[]; readonly mark: number }

/**
 * What waits for an answer on one open channel. The server handles the frames of a channel strictly in order
 * and answers each update with one acknowledgement that carries the mark of the update.
 *
 * Invariants:
 * - [SF1] An acknowledgement covers exactly the oldest unanswered frame, and only if it carries its mark: else
 *   something was lost, repeated or overtaken on the way (THREATS a18), and nothing is covered any more.
 * - [SF2] A closed channel answers nothing any more: its frames are forgotten, never acknowledged.
 */
export class SentFrames {
  #waiting: Sent[] = []

  get isWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /** A frame went out that carries the outbox entries with these ids (none: it only completes a sync). */
  sent(ids: readonly string[], update: Uint8Array): void {
    this.#waiting.push({ ids, mark: frameMark(update) })
  }

  /** The ids that the answer with this mark is about; `null` when it is not that to the oldest frame. */
  answered(mark: number): readonly string[] | null {
    if (this.#waiting[0]?.mark !== mark) return null
    return this.#waiting.shift()?.ids ?? null
  }

  /** Answers with the ids that stay without acknowledgement. */
  closed(): readonly string[] {
    const open = this.#waiting.flatMap(({ ids }) => ids)
    this.#waiting = []
    return open
  }
}
