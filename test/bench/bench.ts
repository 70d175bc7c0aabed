/** What the command line of `npm run bench` says; each bench looks at what concerns it. */
export type BenchOptions = {
  readonly runs: number
  readonly seed: number
  /** how often each server is measured, in shuffled turns; the median counts */
  readonly rounds: number
  /** shorter and smaller: to see that it works, not for figures */
  readonly quick: boolean
  /** only these rows of GOALS; empty = all */
  readonly rows: readonly string[]
  readonly minutes: number
  readonly clients: number
  readonly documents: number
  /** runs of the simulation */
  readonly seeds: number
}

/** A file that `--save` writes beside the table and the JSON. */
export type Extra = { readonly ending: string; readonly content: string }

export type BenchResult = {
  readonly passed: boolean
  /** what stands in the line for machines beside the name */
  readonly summary: Readonly<Record<string, unknown>>
  /** the table as it was printed, for `--save` */
  readonly text?: string
  readonly extras?: readonly Extra[]
}

/** One measurement that `npm run bench` can make: prints its table, answers the line for machines. */
export type Bench = (options: BenchOptions) => Promise<BenchResult>
