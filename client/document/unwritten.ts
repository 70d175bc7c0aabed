/**
 * Words that stand in fields and are not in the document yet, by the path of the field: while there are some, nothing
 * is „gespeichert“ (P3).
 */
export class Unwritten {
  readonly #writes = new Map<string, () => void>()

  get isEmpty(): boolean {
    return this.#writes.size === 0
  }

  /** `write` puts the words at `path` into the document; `null`: there are none any more. */
  hold(path: string, write: (() => void) | null): void {
    if (write) this.#writes.set(path, write)
    else this.#writes.delete(path)
  }

  /** Puts all of them into the document, each once. */
  writeAll(): void {
    const writes = [...this.#writes.values()]
    this.#writes.clear()
    for (const write of writes) write()
  }
}
