import * as Y from 'yjs'

/**
 * What the rows of one document hold, fed row by row: how far each client's clocks reach and which were
 * deleted. Independent of the server; costs nothing again for what was fed before.
 */
export class HeldClocks {
  readonly #ends = new Map<number, number>()
  readonly #deleted = new Map<number, Set<number>>()
  /** rows that left out clocks before theirs: none of them may exist */
  gaps = 0

  add(update: Uint8Array): void {
    const { structs, ds } = Y.decodeUpdate(update)
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue
      const { client, clock } = struct.id
      const end = this.#ends.get(client) ?? 0
      // what stands behind a gap is not held: nobody can show it
      if (clock > end) this.gaps++
      else this.#ends.set(client, Math.max(end, clock + struct.length))
    }
    for (const [client, ranges] of ds.clients) {
      const deleted = this.#deleted.get(client) ?? new Set()
      this.#deleted.set(client, deleted)
      for (const { clock, len } of ranges) for (let at = clock; at < clock + len; at++) deleted.add(at)
    }
  }

  /** Whether everything that the update writes and deletes is held. */
  contains(update: Uint8Array): boolean {
    const { structs, ds } = Y.decodeUpdate(update)
    const isWritten = structs.every(({ id, length }) => id.clock + length <= (this.#ends.get(id.client) ?? 0))
    return (
      isWritten &&
      [...ds.clients].every(([client, ranges]) =>
        ranges.every(({ clock, len }) =>
          Array.from({ length: len }, (_, index) => clock + index).every(
            at => this.#deleted.get(client)?.has(at) === true,
          ),
        ),
      )
    )
  }
}
