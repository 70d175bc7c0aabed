import { type DurableResult, durableRun } from '#test/support/durableRun.ts'
import type { Bench } from './bench.ts'

const killsPerRun = 4

/** P1 as a number: how many acknowledged updates a killed server has lost. */
export const durable: Bench = async ({ runs, seed }) => {
  const results: DurableResult[] = []
  console.log('seed'.padEnd(12), 'kills'.padStart(6), 'acked'.padStart(8), 'lost'.padStart(6), '  all equal')
  for (let run = 0; run < runs; run++) {
    const result = await durableRun(seed + run, { kills: killsPerRun - 1 })
    results.push(result)
    const { kills, acked, lost, equal } = result
    console.log(
      String(result.seed).padEnd(12),
      String(kills).padStart(6),
      String(acked).padStart(8),
      String(lost).padStart(6),
      equal ? '  yes' : '  NO',
    )
  }
  const sum = (value: (result: DurableResult) => number) =>
    results.reduce((all, result) => all + value(result), 0)
  const lost = sum(result => result.lost)
  const unequal = sum(result => (result.equal ? 0 : 1))
  return {
    passed: lost === 0 && unequal === 0,
    summary: {
      runs,
      seed,
      kills: sum(result => result.kills),
      acked: sum(result => result.acked),
      lost,
      unequal,
    },
  }
}
