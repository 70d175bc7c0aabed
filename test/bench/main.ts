import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Bench } from './bench.ts'
import { durable } from './durable.ts'

/** `npm run bench -- <name> [--runs N] [--seed S] [--json]`: ends with 1 where the measurement fails its promise. */
const benches: Record<string, Bench> = { durable }

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } },
})
const options = z
  .object({
    runs: z.coerce.number().int().min(1).default(5),
    seed: z.coerce.number().int().min(0).default(1),
  })
  .parse(values)

const [name = ''] = positionals
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (!bench) {
  console.error(`There is no bench “${name}”. There is: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
const { passed, summary } = await bench(options)
if (values.json === true) console.log(JSON.stringify({ bench: name, ...summary }))
process.exit(passed ? 0 : 1)
