import { generateCase } from './generate.ts'
import { runCase } from './run.ts'
import { shrinkCase } from './shrink.ts'
import { type WorkerReport, workerOrderSchema } from './workerProtocol.ts'

/** A process of its own that plays the seeds it is told, one after the other, and tells how far it is. */
process.once('message', (message: unknown) => {
  void work(message)
})

// Between two reports; often enough to see that it goes on.
const seedsPerReport = 50

async function work(message: unknown): Promise<void> {
  const { seeds } = workerOrderSchema.parse(message)
  let report: WorkerReport = empty()
  for (const [index, seed] of seeds.entries()) {
    const run = generateCase(seed)
    const { violations, counts, steps } = await runCase(run)
    report.seeds++
    report.steps += steps
    report.acknowledged += counts.acknowledged ?? 0
    report.deaths += counts.deaths ?? 0
    const [first] = violations
    if (first) {
      const shrunk = await shrinkCase(run, tried => runCase(tried))
      report.violations.push({ seed, ...first, shrunk })
    }
    if (report.seeds < seedsPerReport && index < seeds.length - 1) continue
    process.send?.(report)
    report = empty()
  }
  process.disconnect()
}

function empty(): WorkerReport {
  return { seeds: 0, steps: 0, acknowledged: 0, deaths: 0, violations: [] }
}
