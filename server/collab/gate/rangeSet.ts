export type Range = { readonly from: number; readonly to: number }

// Below this many ranges at once each is put into its place; above, everything is sorted anew.
const fewRanges = 16

/** Ranges of clocks per client: sorted, disjoint. */
export class RangeSet {
  readonly #clients = new Map<number, Range[]>()

  add(client: number, added: readonly Range[]): void {
    const ranges = this.#clients.get(client)
    if (!ranges) this.#clients.set(client, merged([...added]))
    else if (added.length > fewRanges) this.#clients.set(client, merged([...ranges, ...added]))
    else for (const range of added) insert(ranges, range)
  }

  /** The parts of a range that are not in the set. */
  missing(client: number, from: number, to: number): Range[] {
    const ranges = this.#clients.get(client)
    if (!ranges) return [{ from, to }]
    const missing: Range[] = []
    let at = from
    for (let index = firstEndingAfter(ranges, from); at < to; index++) {
      const range = ranges[index]
      if (!range || range.from >= to) {
        missing.push({ from: at, to })
        return missing
      }
      if (range.from > at) missing.push({ from: at, to: range.from })
      at = range.to
    }
    return missing
  }

  has(client: number, clock: number): boolean {
    const ranges = this.#clients.get(client)
    const range = ranges?.[firstEndingAfter(ranges, clock)]
    return range !== undefined && range.from <= clock
  }
}

function firstEndingAfter(ranges: readonly Range[], clock: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranges[middle]?.to ?? 0) > clock) high = middle
    else low = middle + 1
  }
  return low
}

/** Puts a range into its place, together with all that it touches. */
function insert(ranges: Range[], { from, to }: Range): void {
  const first = firstEndingAfter(ranges, from - 1)
  let end = first
  let joined: Range = { from, to }
  for (let range = ranges[end]; range && range.from <= to; range = ranges[++end]) {
    joined = { from: Math.min(joined.from, range.from), to: Math.max(joined.to, range.to) }
  }
  ranges.splice(first, end - first, joined)
}

function merged(ranges: Range[]): Range[] {
  ranges.sort((left, right) => left.from - right.from)
  const result: Range[] = []
  for (const range of ranges) {
    const last = result.at(-1)
    if (last && range.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    } else result.push(range)
  }
  return result
}
