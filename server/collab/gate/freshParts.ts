import {
  column,
  content,
  section,
  sectionCount,
  sectionField,
  structField,
  type UpdateSummary,
} from './summary.ts'

/**
 * What one client's section brings that was not accepted before: the rows [firstRow, endRow), which reach from
 * `known`, the clock where that client stood, to `to`. The first row may begin below `known`.
 */
export type FreshPart = {
  readonly client: number
  readonly known: number
  readonly to: number
  readonly firstRow: number
  readonly endRow: number
}

/** By client, in the order of the update; `null` if clocks are missing in between (b3), or skipped over (b4). */
export function freshParts(
  summary: UpdateSummary,
  known: (client: number) => number,
): Map<number, FreshPart> | null {
  const parts = new Map<number, FreshPart>()
  for (let index = 0; index < sectionCount(summary); index++) {
    const client = sectionField(summary, index, section.client)
    const to = sectionField(summary, index, section.to)
    const stand = known(client)
    if (to <= stand) continue
    if (sectionField(summary, index, section.from) > stand) return null
    const endRow = sectionField(summary, index, section.endRow)
    const firstRow = rowAt(summary, sectionField(summary, index, section.firstRow), endRow, stand)
    for (let row = firstRow; row < endRow; row++) {
      if (structField(summary, row, column.content) === content.skip) return null
    }
    parts.set(client, { client, known: stand, to, firstRow, endRow })
  }
  return parts
}

/** The row that holds a clock, of one client's rows, which follow each other without gaps. */
export function rowAt(summary: UpdateSummary, firstRow: number, endRow: number, clock: number): number {
  let low = firstRow
  let high = endRow
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (structField(summary, middle, column.clock) <= clock) low = middle
    else high = middle
  }
  return low
}
