import type { Case } from './operations.ts'
import type { Violation } from './oracle.ts'
import { createTrace } from './trace.ts'
import { createVirtualTime } from './virtualTime.ts'
import { type Broken, World } from './world.ts'

export type RunResult = {
  readonly violations: readonly Violation[]
  /** the same for every run of one case */
  readonly hash: number
  readonly trace: readonly string[]
  readonly steps: number
  readonly counts: Readonly<Record<string, number>>
}

// The day of the meeting in the scenario.
const start = Date.parse('2026-03-14T09:00:00Z')

/** Plays one case from its beginning to its end. One at a time: time belongs to the whole process. */
export async function runCase(
  run: Case,
  options: { broken?: Broken; keepTrace?: boolean } = {},
): Promise<RunResult> {
  const time = createVirtualTime(start)
  const trace = createTrace({ keepLines: options.keepTrace ?? false })
  const uninstall = time.install()
  const world = new World(run, time, trace, options.broken ?? {})
  const { oracle } = world
  const unhandled = (error: unknown) => {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
    oracle.fail('noErrors', `unhandled: ${told.split('\n').slice(0, 4).join(' ')}`)
  }
  process.on('unhandledRejection', unhandled)
  const { error, warn } = console
  const note = (...said: unknown[]) => trace.note(time.now(), `console ${said.map(String).join(' ')}`)
  Object.assign(console, { error: note, warn: note })
  try {
    await world.begin()
    for (const [index, operation] of run.operations.entries()) {
      if (oracle.violations.length > 0) break
      trace.note(time.now(), `operation ${index} ${operation.do}`)
      await world.do(operation)
    }
    if (oracle.violations.length === 0) await world.heal()
    if (oracle.violations.length === 0) await world.check()
    const { counts } = world
    world.end()
    await time.settle()
    return {
      violations: [...oracle.violations],
      hash: trace.hash,
      trace: trace.lines,
      steps: time.steps,
      counts,
    }
  } finally {
    process.removeListener('unhandledRejection', unhandled)
    Object.assign(console, { error, warn })
    uninstall()
  }
}
