type Waiting<I, R> = { item: I; resolve: (result: R) => void; reject: (error: unknown) => void }

/**
 * Lets many callers share one commit. `commit` is called with `take`, which it calls at the moment the
 * transaction begins: until then everything that arrives joins. One commit runs at a time. When it fails,
 * everything that waits is rejected with it, in the order of the calls: nobody's later item overtakes an
 * earlier one that is tried again.
 */
export function createGroupCommit<I, R>(options: {
  maxItems: number
  maxSize: number
  sizeOf(item: I): number
  /** Answers one result per taken item, in order. */
  commit(take: () => readonly I[]): Promise<readonly R[]>
}): { add(item: I): Promise<R> } {
  const waiting: Waiting<I, R>[] = []
  let running = false

  /** As many as go together; a single one that is too large goes alone. */
  function countOfNext(): number {
    let size = 0
    for (const [index, { item }] of waiting.entries()) {
      size += options.sizeOf(item)
      if (index === options.maxItems || (index > 0 && size > options.maxSize)) return index
    }
    return waiting.length
  }

  async function run(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      let taken: Waiting<I, R>[] = []
      try {
        const results = await options.commit(() => {
          taken = waiting.splice(0, countOfNext())
          return taken.map(entry => entry.item)
        })
        for (const [index, entry] of taken.entries()) {
          const result = results[index]
          if (result === undefined) entry.reject(new Error('The commit answered fewer results than items'))
          else entry.resolve(result)
        }
      } catch (error) {
        for (const entry of [...taken, ...waiting.splice(0)]) entry.reject(error)
      }
    }
    running = false
  }

  return {
    add: item =>
      new Promise<R>((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        if (!running) void run()
      }),
  }
}
