import { type Sample, slopePerHour } from './slope.ts'

/**
 * Growth of the heap by more than this share of itself per hour is a leak: nobody restarts a server each day. What the
 * soak itself leaves behind for good, the marks of thrown away paragraphs, is 1 MB an hour, about a hundredth; one
 * kilobyte forgotten per edit is 500 MB.
 */
const flatWithin = 0.1
// A line through fewer samples, or through a shorter time, tells of chance.
const leastSamples = 12
const leastMs = 5 * 60_000

export type Growth = {
  readonly meanMb: number
  readonly mbPerHour: number
  /** null = the time was too short to say */
  readonly isFlat: boolean | null
}

/** How the heap grows, in megabytes after a collection, from when everything is warm. */
export function growthOf(samples: readonly Sample[]): Growth {
  const meanMb = samples.reduce((sum, { value }) => sum + value, 0) / samples.length
  const mbPerHour = slopePerHour(samples)
  const tookMs = (samples.at(-1)?.atMs ?? 0) - (samples[0]?.atMs ?? 0)
  const isEnough = samples.length >= leastSamples && tookMs >= leastMs
  return { meanMb, mbPerHour, isFlat: isEnough ? mbPerHour <= meanMb * flatWithin : null }
}

/** The heap in bytes of each thread that has answered. */
export type HeapSample = { readonly atMs: number; readonly heapOf: ReadonlyMap<number, number> }

/** The heap in megabytes of those threads that were there all the time: one that folds documents comes and goes. */
export function ofLastingThreads(samples: readonly HeapSample[]): Sample[] {
  const lasting = [...(samples[0]?.heapOf.keys() ?? [])].filter(id =>
    samples.every(({ heapOf }) => heapOf.has(id)),
  )
  return samples.map(({ atMs, heapOf }) => ({
    atMs,
    value: lasting.reduce((sum, id) => sum + (heapOf.get(id) ?? 0), 0) / 1e6,
  }))
}
