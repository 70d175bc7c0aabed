import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type WorkerOrder, type WorkerReport, workerReportSchema } from '#test/simulation/workerProtocol.ts'
import type { Bench } from './bench.ts'

// As many as the smallest machine has cores.
const workers = 2
const workerFile = fileURLToPath(new URL('../simulation/worker.ts', import.meta.url))
// A process plays so many: what thousands of runs leave behind in memory goes with it.
const seedsPerProcess = 500
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
    Array.from({ length: workers }, async (_, worker) => {
      const mine = all.filter((_seed, index) => index % workers === worker)
      for (let start = 0; start < mine.length; start += seedsPerProcess) {
        await play({ seeds: mine.slice(start, start + seedsPerProcess) }, take)
      }
    }),
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

/** Lets a process of its own play; resolves when it has played all, rejects when it ended before. */
function play(order: WorkerOrder, take: (report: WorkerReport) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let played = 0
    const child = fork(workerFile, [], { execArgv: [] })
    child.on('message', message => {
      const report = workerReportSchema.parse(message)
      played += report.seeds
      take(report)
    })
    child.on('error', reject)
    // „close“ rather than „exit“: by then everything it has told is read
    child.on('close', code => {
      if (code === 0 && played === order.seeds.length) resolve()
      else reject(new Error(`A worker ended with ${code} after ${played} of ${order.seeds.length} seeds`))
    })
    child.send(order)
  })
}
