/** A large update's numbers are handed over by the worker without copying; a keystroke's cost less as they are. */
export type Numbers = Float64Array | readonly number[]

/** What an update says about the document, without its texts: plain columns of numbers, no object per struct. */
export type UpdateSummary = {
  /** length of the update */
  readonly bytes: number
  /** One row per struct (`column` names the fields), in the order of the update: by client, then by clock. */
  readonly structs: Numbers
  /** One row per client (`section` names the fields); every client once, the highest first, as Yjs writes them. */
  readonly sections: Numbers
  /** client, from, to (excluded) per range; sorted by client and clock, disjoint. */
  readonly deletes: Numbers
  /** The names of roots and the keys that rows point to. */
  readonly names: readonly string[]
  readonly hasBinary: boolean
  readonly hasSubdocument: boolean
}

// A typed array has memory of its own, which costs microseconds to get and to give back.
const fewNumbers = 1024

export function packed(numbers: readonly number[]): Numbers {
  return numbers.length < fewNumbers ? numbers : new Float64Array(numbers)
}

/** The fields of a struct; -1 stands for „none“. */
export const column = {
  client: 0,
  clock: 1,
  length: 2,
  /** the content's number in the format: 0 is GC, 10 is Skip, see `content` */
  content: 3,
  originClient: 4,
  originClock: 5,
  rightClient: 6,
  rightClock: 7,
  parentClient: 8,
  parentClock: 9,
  /** index in `names` */
  root: 10,
  /** index in `names` */
  key: 11,
  /** levels of nesting that the content itself adds: 0 for text and plain values, 1 for a type */
  depth: 12,
} as const
export const columns = 13

/** `begin` and `end` are where the bytes of the structs stand in the update. */
export const section = { client: 0, firstRow: 1, endRow: 2, from: 3, to: 4, begin: 5, end: 6 } as const
export const sectionFields = 7
export const rangeFields = 3

export const content = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  subdocument: 9,
  skip: 10,
} as const

/** One field of one struct. */
export function structField(summary: UpdateSummary, row: number, field: number): number {
  return summary.structs[row * columns + field] ?? -1
}

/** One field of one client's section. */
export function sectionField(summary: UpdateSummary, index: number, field: number): number {
  return summary.sections[index * sectionFields + field] ?? -1
}

export function sectionCount(summary: UpdateSummary): number {
  return summary.sections.length / sectionFields
}

/** The name a row points to, or `null`. */
export function nameAt(summary: UpdateSummary, index: number): string | null {
  return index < 0 ? null : (summary.names[index] ?? null)
}

/** Whether an update deletes a whole range. */
export function deletesRange({ deletes }: UpdateSummary, client: number, from: number, to: number): boolean {
  let low = 0
  let high = deletes.length / rangeFields
  // The last range that begins at or before `from`.
  while (low < high) {
    const middle = (low + high) >>> 1
    const atClient = deletes[middle * rangeFields] ?? -1
    const begins = deletes[middle * rangeFields + 1] ?? 0
    if (atClient < client || (atClient === client && begins <= from)) low = middle + 1
    else high = middle
  }
  const at = (low - 1) * rangeFields
  return low > 0 && deletes[at] === client && (deletes[at + 2] ?? 0) >= to
}
