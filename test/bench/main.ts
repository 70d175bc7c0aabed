import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { BenchOptions } from './bench.ts'
import { profile } from './profile.ts'
import { benches, notInAll } from './registry.ts'
import { save } from './report/save.ts'

/**
 * `npm run bench -- <name> [options]`: ends with 1 where the measurement fails its promise or its goals.
 * `all` runs all but `soak` and `convergence`. `--profile` shows where our server's time goes instead of measuring.
 *
 *   --json         the last line is the result for machines
 *   --save         writes test/bench/results/<name>.{txt,json}
 *   --rounds N     how often each server is measured (5)      --quick   short and small
 *   --rows S2,S3   only these rows of GOALS                    --seed S  (1)
 *   --runs N       of `durable` (5)
 *   --seeds N      of `convergence` (10000)
 *   --minutes N, --clients N, --documents N    of `soak` (30, 100, 30)
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    rounds: { type: 'string' },
    rows: { type: 'string' },
    minutes: { type: 'string' },
    clients: { type: 'string' },
    documents: { type: 'string' },
    seeds: { type: 'string' },
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    save: { type: 'boolean' },
    profile: { type: 'boolean' },
  },
})
const count = (most: number) => z.coerce.number().int().min(1).max(most)
const options: BenchOptions = z
  .object({
    runs: count(10_000).default(5),
    seed: z.coerce.number().int().min(0).default(1),
    rounds: count(50).default(values.quick === true ? 1 : 5),
    rows: z
      .string()
      .default('')
      .transform(text => text.split(',').filter(row => row !== '')),
    // a soak may run over night, not longer
    minutes: z.coerce.number().positive().max(1_440).default(30),
    clients: count(2_000).default(100),
    documents: count(1_000).default(30),
    seeds: count(1_000_000).default(10_000),
    quick: z.boolean().default(false),
  })
  .parse(values)

const [name = ''] = positionals
const names = name === 'all' ? Object.keys(benches).filter(each => !notInAll.has(each)) : [name]
// What was started or made for a bench goes when this process does.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

let passed = true
for (const each of names) {
  const bench = Object.hasOwn(benches, each) ? benches[each] : undefined
  if (!bench) {
    console.error(`There is no bench “${each}”. There is: ${Object.keys(benches).join(', ')}, all.`)
    process.exit(2)
  }
  if (values.profile === true) {
    await profile(each, options)
    continue
  }
  if (names.length > 1) console.log(`\n${each}`)
  const result = await bench(options)
  passed &&= result.passed
  if (values.save === true) save(each, result)
  if (values.json === true) console.log(JSON.stringify({ bench: each, ...result.summary }))
}
process.exit(passed ? 0 : 1)
