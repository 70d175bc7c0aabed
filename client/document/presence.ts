import type { Awareness } from 'y-protocols/awareness'
import { type Readable, writable } from '#client/lib/store.ts'
import type { PersonId } from '#shared/ids.ts'
import { presenceSchema } from '#shared/wire/presence.ts'
import type { PresenceEntry } from './types.ts'

/** Without another keystroke for this long, in ms, nobody „schreibt“ any more. */
const typingPause = 3_000

/** Who else is here, read tolerantly: a state that does not parse is nobody. */
export function presenceOf(
  awareness: Awareness,
  self: PersonId,
): { entries: Readable<readonly PresenceEntry[]>; end(): void } {
  const read = (): readonly PresenceEntry[] => {
    const entries: PresenceEntry[] = []
    for (const [clientId, raw] of awareness.getStates()) {
      if (clientId === awareness.clientID) continue
      const parsed = presenceSchema.safeParse(raw)
      if (!parsed.success || !parsed.data.person) continue
      const { person, place } = parsed.data
      entries.push({ clientId, person, place, isSelf: person.id === self })
    }
    return entries.sort((a, b) => a.clientId - b.clientId)
  }
  const entries = writable(read())
  let written = JSON.stringify(entries.get())
  const changed = () => {
    const next = read()
    const text = JSON.stringify(next)
    if (text === written) return
    written = text
    entries.set(next)
  }
  awareness.on('change', changed)
  return { entries, end: () => awareness.off('change', changed) }
}

/** Says where this person is, and lets `typing` fall back after a pause. */
export class Place {
  readonly #awareness: Awareness
  #path: string | null = null
  #typing = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(awareness: Awareness) {
    this.#awareness = awareness
  }

  set(path: string | null, typing: boolean): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = typing ? setTimeout(() => this.#publish(this.#path, false), typingPause) : null
    if (path !== this.#path || typing !== this.#typing || this.#awareness.getLocalState() === null) {
      this.#publish(path, typing)
    }
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer)
  }

  #publish(path: string | null, typing: boolean): void {
    this.#path = path
    this.#typing = typing && path !== null
    // a page that was put aside left; it is here again
    const state = this.#awareness.getLocalState() ?? {}
    this.#awareness.setLocalState({ ...state, place: path === null ? null : { path, typing: this.#typing } })
  }
}
