import type { Node } from '@tiptap/pm/model'

/** Words that somebody else wrote a moment ago. */
export type Fresh = {
  readonly from: number
  readonly to: number
  readonly tone: number
  readonly until: number
}

/** More than this at once, in positions, is a merge rather than somebody writing: it does not glow. */
const largestGlow = 400

/** Where two versions of a text differ: `[from, oldTo)` became `[from, newTo)`. */
export function difference(before: Node, after: Node): { from: number; oldTo: number; newTo: number } | null {
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || !end) return null
  // equal letters on both sides of the change are found from both ends
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, oldTo: end.a + overlap, newTo: end.b + overlap }
}

/** What still glows after a change from elsewhere, by somebody (`tone`) or by several or unknown people (`null`). */
export function freshAfter(
  fresh: readonly Fresh[],
  change: { from: number; oldTo: number; newTo: number } | null,
  tone: number | null,
  until: number,
): readonly Fresh[] {
  if (!change) return fresh
  const { from, oldTo, newTo } = change
  const moved = (position: number, atEnd: boolean) => {
    if (position <= from) return position
    if (position >= oldTo) return position + newTo - oldTo
    return atEnd ? from : newTo
  }
  const kept = fresh
    .map(range => ({ ...range, from: moved(range.from, false), to: moved(range.to, true) }))
    .filter(range => range.from < range.to)
  if (tone === null || newTo <= from || newTo - from > largestGlow) return kept
  return joined([...kept, { from, to: newTo, tone, until }])
}

/** Letters typed one after the other are one glow that lasts as long as its newest letter. */
function joined(ranges: readonly Fresh[]): readonly Fresh[] {
  const last = ranges.at(-1)
  const before = ranges.at(-2)
  if (!last || !before || before.tone !== last.tone || before.to !== last.from) return ranges
  return [...ranges.slice(0, -2), { ...last, from: before.from }]
}
