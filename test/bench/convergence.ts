import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type WorkerOrder, type WorkerReport, workerReportSchema } from '#test/simulation/workerProtocol.ts'
import type { Bench } from './bench.ts'

// As many as the smallest machine has cores.
const workers = 2
const workerFile = fileURLToPath(new URL('../simulation/worker.ts', import.meta.url))
// A line of progress at most so often.
const progressMs = 10_000

/** How many of so many seeded runs of the simulation break a promise: none may. */
export const convergence: Bench = async ({ seed, seeds }) => {
  const sum: WorkerReport = { seeds: 0, steps: 0, acknowledged: 0, deaths: 0, violations: [] }
  const began = Date.now()
  let told = began
  const lines: string[] = []
  const say = (line: string) => {
    lines.push(line)
    console.log(line)
  }
  const take = (report: WorkerReport) => {
    sum.seeds += report.seeds
    sum.steps += report.steps
    sum.acknowledged += report.acknowledged
    sum.deaths += report.deaths
    sum.violations.push(...report.violations)
    for (const { seed: at, promise, detail, shrunk } of report.violations) {
      say(`seed ${at}: ${promise}: ${detail}\n  shrunk: ${JSON.stringify(shrunk)}`)
    }
    if (Date.now() - told < progressMs && sum.seeds < seeds) return
    told = Date.now()
    const seconds = Math.round((told - began) / 1000)
    say(`${sum.seeds} of ${seeds} seeds, ${sum.violations.length} violations, ${seconds} s`)
  }
  const all = Array.from({ length: seeds }, (_, index) => seed + index)
  await Promise.all(
    Array.from({ length: workers }, (_, worker) =>
      play({ seeds: all.filter((_seed, index) => index % workers === worker) }, take),
    ),
  )
  const violations = sum.violations.length
  return {
    passed: violations === 0 && sum.seeds === seeds,
    summary: {
      seeds: sum.seeds,
      violations,
      firstSeed: seed,
      acknowledged: sum.acknowledged,
      kills: sum.deaths,
      steps: sum.steps,
      seconds: Math.round((Date.now() - began) / 1000),
    },
    text: lines.join('\n'),
  }
}

/** Lets a process of its own play; resolves when it has ended, rejects when it ended badly. */
function play(order: WorkerOrder, take: (report: WorkerReport) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(workerFile, [], { execArgv: [] })
    child.on('message', message => take(workerReportSchema.parse(message)))
    child.on('error', reject)
    child.on('exit', code => {
      if (code === 0) resolve()
      else reject(new Error(`A worker of the simulation ended with ${code}`))
    })
    child.send(order)
  })
}
