import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { BenchOptions } from './bench.ts'
import { described, fanoutOnce } from './fanout.ts'
import type { FanoutResult } from './generator/fanoutJob.ts'
import type { Overhead } from './generator/jobs.ts'
import { mergeOnce } from './merge.ts'
import { oldDocuments, oldTypists } from './old.ts'
import { stormDocument, stormOnce } from './storm.ts'

type Scenario = (options: BenchOptions, profile: string) => Promise<Overhead>

/** What of a bench is run once with our server under the profiler. */
const scenarios: Readonly<Record<string, Scenario>> = {
  async fanout(options, profile) {
    const typistsPerDocument = options.clients
    const shape = { typistsPerDocument, seed: options.seed, profile }
    return told(await fanoutOnce('ours', options, shape))
  },
  async old(options, profile) {
    const shape = { typistsPerDocument: oldTypists, state: oldDocuments().old, seed: options.seed, profile }
    return told(await fanoutOnce('ours', options, shape))
  },
  async storm(options, profile) {
    const { overhead } = await stormOnce('ours', stormDocument(options.quick), {
      areUpToDate: false,
      profile,
    })
    return overhead
  },
  async merge(options, profile) {
    return (await mergeOnce('ours', { ...options, profile })).overhead
  },
}

function told(result: FanoutResult): Overhead {
  console.log(described(result))
  return result.overhead
}

const functionsShown = 40

const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.int(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.int() }),
    }),
  ),
  /** µs of the machine's monotonic clock */
  startTime: z.number(),
  samples: z.array(z.int()),
  timeDeltas: z.array(z.number()),
})

/**
 * Runs a bench's scenario once with `--cpu-prof` and prints where our server spent the measured time, one table
 * per thread: functions by self time, with their share of the time that was not idle. For `fanout`, `--clients`
 * is the number of typists.
 */
export async function profile(name: string, options: BenchOptions): Promise<void> {
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined
  if (!scenario) {
    console.error(`There is no profile of “${name}”. There is: ${Object.keys(scenarios).join(', ')}.`)
    process.exit(2)
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'mitschrift-profile-'))
  try {
    const measured = await scenario(options, folder)
    for (const file of readdirSync(folder).sort()) printProfile(path.join(folder, file), measured)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function printProfile(file: string, { fromUs, toUs }: Overhead): void {
  const { nodes, startTime, samples, timeDeltas } = profileSchema.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  )
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const selfTime = new Map<string, number>()
  let at = startTime
  samples.forEach((id, index) => {
    const delta = timeDeltas[index] ?? 0
    at += delta
    if (at < fromUs || at > toUs) return
    const name = names.get(id) ?? ''
    selfTime.set(name, (selfTime.get(name) ?? 0) + delta / 1e6)
  })
  const all = [...selfTime.values()].reduce((sum, seconds) => sum + seconds, 0)
  const idle = selfTime.get('(idle)') ?? 0
  selfTime.delete('(idle)')
  const busy = all - idle
  console.log(`\nA thread: ${all.toFixed(1)} s, of which ${busy.toFixed(2)} s busy. Self time:`)
  const top = [...selfTime].sort(([, a], [, b]) => b - a).slice(0, functionsShown)
  for (const [name, seconds] of top) {
    console.log(
      `${seconds.toFixed(3).padStart(8)} s ${((seconds / busy) * 100).toFixed(1).padStart(5)} %  ${name}`,
    )
  }
}

const root = path.join(import.meta.dirname, '..', '..')

/** The function and where it stands, as seen from the project's folder. */
function nameOf({
  functionName,
  url,
  lineNumber,
}: {
  functionName: string
  url: string
  lineNumber: number
}) {
  const file = url.replace(`file://${root}/`, '').replace(/^node_modules\//, '')
  return `${functionName || '(anonymous)'}${file === '' ? '' : `  ${file}:${lineNumber + 1}`}`
}
