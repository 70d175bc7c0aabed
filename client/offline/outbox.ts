/**
 * One own update that the server has not acknowledged yet. `changes` is how many changes people
 * would count in it (0: it goes on with the change of an earlier entry).
 */
export type OutboxEntry = {
  readonly id: string
  /** under which the device keeps it (`deviceKey`) */
  readonly room: string
  /** the tab that made it; another tab takes it over when that one is gone */
  readonly tab: string
  /** milliseconds since 1970 */
  readonly at: number
  readonly changes: number
  readonly bytes: Uint8Array
}

/** Where an entry lies: only here, on its way to the device's disk, or there (strict commit). */
type Place = 'memory' | 'writing' | 'kept'
type Held = { entry: OutboxEntry; place: Place; mine: boolean; acknowledged: boolean }

/**
 * The own updates of one room that are not on the server's disk yet, as one tab knows them. Pure: who writes
 * and who sends calls it and does what it answers.
 *
 * Invariants:
 * - [OB1] An entry leaves only by an acknowledgement.
 * - [OB2] Only a tab's own entries are written by it; those of a tab that is gone become its own.
 * - [OB3] An entry that is acknowledged while it is being written is settled when the write has ended.
 */
export class Outbox {
  readonly #held = new Map<string, Held>()

  /** A new own update, so far only in memory. */
  add(entry: OutboxEntry): void {
    this.#held.set(entry.id, { entry, place: 'memory', mine: true, acknowledged: false })
  }

  /** Entries that lie on the device already: from an earlier visit or from another tab. Known ones stay as they are. */
  adoptKept(entries: readonly OutboxEntry[], tab: string): void {
    for (const entry of entries) {
      const known = this.#held.get(entry.id)
      if (!known)
        this.#held.set(entry.id, { entry, place: 'kept', mine: entry.tab === tab, acknowledged: false })
      else if (!known.mine) known.place = 'kept'
    }
  }

  /** An entry that another tab of this device made and still has to write. */
  adoptForeign(entry: OutboxEntry): void {
    if (!this.#held.has(entry.id)) {
      this.#held.set(entry.id, { entry, place: 'memory', mine: false, acknowledged: false })
    }
  }

  /** The tab is gone: what it had is written again under the same ids, and sent, by this one. */
  takeOver(tab: string): readonly OutboxEntry[] {
    const taken = [...this.#held.values()].filter(held => !held.mine && held.entry.tab === tab)
    for (const held of taken) {
      held.mine = true
      held.place = 'memory'
    }
    return taken.map(held => held.entry)
  }

  /** The entries that a write should take now; they count as being written until told otherwise. */
  takeUnwritten(): readonly OutboxEntry[] {
    const taken = [...this.#held.values()].filter(held => held.mine && held.place === 'memory')
    for (const held of taken) held.place = 'writing'
    return taken.map(held => held.entry)
  }

  /** The write is committed. Answers with the entries that were acknowledged meanwhile: they leave. */
  written(ids: readonly string[]): readonly OutboxEntry[] {
    const settled: OutboxEntry[] = []
    for (const id of ids) {
      const held = this.#held.get(id)
      if (!held) continue
      held.place = 'kept'
      if (!held.acknowledged) continue
      this.#held.delete(id)
      settled.push(held.entry)
    }
    return settled
  }

  /** The write failed: the bytes stay in memory. Answers with those acknowledged meanwhile: they leave. */
  writeFailed(ids: readonly string[]): readonly OutboxEntry[] {
    const settled: OutboxEntry[] = []
    for (const id of ids) {
      const held = this.#held.get(id)
      if (!held) continue
      held.place = 'memory'
      if (!held.acknowledged) continue
      this.#held.delete(id)
      settled.push(held.entry)
    }
    return settled
  }

  /** The server has them on disk. Answers with the entries that left just now. */
  acknowledge(ids: readonly string[]): readonly OutboxEntry[] {
    const settled: OutboxEntry[] = []
    for (const id of ids) {
      const held = this.#held.get(id)
      if (!held) continue
      held.acknowledged = true
      if (held.place === 'writing') continue
      this.#held.delete(id)
      settled.push(held.entry)
    }
    return settled
  }

  /** What another tab has on the device's disk by now. */
  keptElsewhere(ids: readonly string[]): void {
    for (const id of ids) {
      const held = this.#held.get(id)
      if (held && !held.mine) held.place = 'kept'
    }
  }

  /** Everything still to be acknowledged, oldest first. */
  unacknowledged(): readonly OutboxEntry[] {
    return [...this.#held.values()]
      .filter(held => !held.acknowledged)
      .map(held => held.entry)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  }

  /** The entries of one tab that wait, for that tab to show or hand on. */
  ofTab(tab: string): readonly OutboxEntry[] {
    return this.unacknowledged().filter(entry => entry.tab === tab)
  }

  /** How far it all is: `null` when nothing waits; `kept` when all that waits is on the device's disk. */
  progress(): { changes: number; kept: boolean } | null {
    const waiting = [...this.#held.values()].filter(held => !held.acknowledged)
    if (waiting.length === 0) return null
    const changes = waiting.reduce((sum, held) => sum + held.entry.changes, 0)
    return { changes: Math.max(1, changes), kept: waiting.every(held => held.place === 'kept') }
  }
}
