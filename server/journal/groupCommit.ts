type Waiting<I, R> = { item: I; resolve: (result: R) => void; reject: (error: unknown) => void }

/**
 * Lets many callers share one commit. `commit` is called with `take`, which it calls at the moment the
 * transaction begins: until then everything that arrives joins. One commit runs at a time.
 */
export function createGroupCommit<I, R>(options: {
  maxItems: number
  /** Answers one result per taken item, in order. */
  commit(take: () => readonly I[]): Promise<readonly R[]>
}): { add(item: I): Promise<R> } {
  const waiting: Waiting<I, R>[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      let taken: Waiting<I, R>[] = []
      try {
        const results = await options.commit(() => {
          taken = waiting.splice(0, options.maxItems)
          return taken.map(entry => entry.item)
        })
        for (const [index, entry] of taken.entries()) {
          const result = results[index]
          if (result === undefined) entry.reject(new Error('The commit answered fewer results than items'))
          else entry.resolve(result)
        }
      } catch (error) {
        // A transaction that never began took nothing: whoever waits must hear of it all the same.
        if (taken.length === 0) taken = waiting.splice(0)
        for (const entry of taken) entry.reject(error)
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
