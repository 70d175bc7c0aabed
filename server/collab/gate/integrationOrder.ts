import type { FreshPart } from './freshParts.ts'
import { column, structField, type UpdateSummary } from './summary.ts'

type Cursor = { readonly part: FreshPart; row: number; isWaiting: boolean }

/**
 * The fresh rows in an order in which each comes after all it rests on: its neighbours at the time of writing and
 * its parent. `gap` if something is nowhere; `cycle` if rows of two clients rest on each other, which can never be
 * applied and would stay pending in every document.
 */
export function integrationOrder(
  summary: UpdateSummary,
  fresh: ReadonlyMap<number, FreshPart>,
  known: (client: number) => number,
): readonly number[] | 'gap' | 'cycle' {
  const cursors = new Map<number, Cursor>()
  for (const part of fresh.values()) {
    cursors.set(part.client, { part, row: part.firstRow, isWaiting: false })
  }
  const order: number[] = []
  for (const start of cursors.values()) {
    const stack = [start]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      if (top.row === top.part.endRow) {
        stack.pop()
        continue
      }
      const missing = firstMissing(summary, top, cursors, known)
      if (missing === 'gap') return 'gap'
      if (missing) {
        top.isWaiting = true
        if (missing.isWaiting) return 'cycle'
        stack.push(missing)
        continue
      }
      order.push(top.row++)
      top.isWaiting = false
      // One row may be all that the waiting one below needed, and what comes next may rest on that one.
      if (stack.length > 1) stack.pop()
    }
  }
  return order
}

const references = [column.originClient, column.rightClient, column.parentClient] as const

function firstMissing(
  summary: UpdateSummary,
  { part, row }: Cursor,
  cursors: ReadonlyMap<number, Cursor>,
  known: (client: number) => number,
): Cursor | 'gap' | null {
  for (const field of references) {
    const client = structField(summary, row, field)
    // Of its own client a row rests on earlier ones only [G4].
    if (client < 0 || client === part.client) continue
    const clock = structField(summary, row, field + 1)
    const other = cursors.get(client)
    if (clock >= (other ? other.part.to : known(client))) return 'gap'
    if (other && clock >= reached(summary, other)) return other
  }
  return null
}

/** The clock up to which a client's rows are in order already. */
function reached(summary: UpdateSummary, { part, row }: Cursor): number {
  if (row === part.firstRow) return part.known
  return row === part.endRow ? part.to : structField(summary, row, column.clock)
}
