import type { Case, Operation } from './operations.ts'
import type { RunResult } from './run.ts'

// Shrinking ends after so many runs at the latest, with whatever it has by then.
const mostRuns = 600

/**
 * The smallest case it finds that breaks the same promise: first whole operations are left out (ddmin),
 * then each one that is left is made simpler. `play` runs a case.
 */
export async function shrinkCase(failing: Case, play: (run: Case) => Promise<RunResult>): Promise<Case> {
  const broken = (await play(failing)).violations[0]?.promise
  if (broken === undefined) return failing
  let runs = 0
  const stillFails = async (run: Case): Promise<boolean> => {
    if (runs++ >= mostRuns) return false
    return (await play(run)).violations[0]?.promise === broken
  }
  let best = failing
  const attempt = async (changed: Case): Promise<boolean> => {
    if (!(await stillFails(changed))) return false
    best = changed
    return true
  }

  const leaveOut = async (at: number, size: number): Promise<boolean> => {
    const operations = best.operations.toSpliced(at, size)
    if (await attempt({ ...best, operations })) return true
    // the same, but what is left happens when it happened before
    const before = operations[at - 1]
    const passed = best.operations.slice(at, at + size).reduce((sum, { after }) => sum + after, 0)
    if (!before || passed === 0) return false
    const prolonged = { ...before, after: before.after + passed }
    return attempt({ ...best, operations: operations.with(at - 1, prolonged) })
  }
  let size = Math.ceil(best.operations.length / 2)
  while (size >= 1) {
    let hasShrunk = false
    for (let at = 0; at < best.operations.length; ) {
      if (await leaveOut(at, size)) hasShrunk = true
      else at += size
    }
    if (size === 1 && !hasShrunk) break
    size = size === 1 ? 1 : Math.ceil(size / 2)
  }
  for (let replicas = 1; replicas < best.replicas; replicas++) {
    if (await attempt({ ...best, replicas })) break
  }
  for (let at = 0; at < best.operations.length; at++) {
    for (const simpler of simplerThan(best.operations[at])) {
      await attempt({ ...best, operations: best.operations.with(at, simpler) })
    }
  }
  return best
}

/** The same operation with less waiting and rounder places. */
function simplerThan(operation: Operation | undefined): Operation[] {
  if (!operation) return []
  const simpler: Operation[] = [
    { ...operation, after: 0 },
    { ...operation, after: 100 },
  ]
  if ('client' in operation) simpler.push({ ...operation, client: 0 }, { ...operation, client: 0.5 })
  if ('forMs' in operation) simpler.push({ ...operation, forMs: 100 }, { ...operation, forMs: 1_000 })
  if ('downMs' in operation) simpler.push({ ...operation, downMs: 0 })
  if (operation.do === 'kill') simpler.push({ ...operation, point: 'now' })
  if (operation.do === 'mangle') simpler.push({ ...operation, frames: 1 })
  if (operation.do === 'edit') {
    simpler.push({ ...operation, edit: { do: 'title', value: 'x' } })
    simpler.push({ ...operation, edit: { do: 'type', item: 0, paragraph: 0, at: 0, text: 'x', bold: false } })
  }
  return simpler
}
