import type { FreshPart } from './freshParts.ts'
import type { Place, Spot } from './place.ts'
import type { UpdateSummary } from './summary.ts'

/** An update that is judged, or accepted and not in the document yet, with what was found out about its rows. */
export type Batch = {
  readonly summary: UpdateSummary
  readonly fresh: ReadonlyMap<number, FreshPart>
  /** the fresh rows, each after what it rests on */
  readonly order: readonly number[]
  /** by row, once it was asked for; `null`: nowhere, Yjs makes a GC struct of it */
  readonly spots: (Spot | null | undefined)[]
  /** by row, of types */
  readonly places: Map<number, Place>
}

export function newBatch(
  summary: UpdateSummary,
  fresh: ReadonlyMap<number, FreshPart>,
  order: readonly number[],
): Batch {
  return { summary, fresh, order, spots: [], places: new Map() }
}
