import * as Y from 'yjs'
import { seededRandom } from '#test/support/seededRandom.ts'
import type { Bench, BenchOptions } from './bench.ts'
import type { OpenResult } from './generator/openJob.ts'
import { generate } from './generator/start.ts'
import { Figures } from './measure/figures.ts'
import { inShuffledRounds } from './measure/rounds.ts'
import { Overheads, reportOf } from './report/result.ts'
import { sampleDocument } from './servers/sampleDocument.ts'
import type { ServerName } from './servers/server.ts'
import { withServer } from './servers/start.ts'

const clients = 50
const storedBytes = 2_450_000
// What people do on a server that has been running: other documents were opened before.
const warmupDocuments = 3
const warmupBytes = 20_000

export const stormDocument = (quick: boolean): Uint8Array => sampleDocument(quick ? 600_000 : storedBytes)

/** Everybody opens at once what a server has stored and not in memory. */
export function stormOnce(
  server: ServerName,
  state: Uint8Array,
  { areUpToDate, profile }: { areUpToDate: boolean; profile?: string },
): Promise<OpenResult> {
  const small = sampleDocument(warmupBytes)
  const documents = [{ state }, ...Array.from({ length: warmupDocuments }, () => ({ state: small }))]
  return withServer(server, { documents, ...(profile !== undefined && { profile }) }, async running => {
    const [room = '', ...warmup] = running.rooms
    const [held] = running.states
    if (!held) throw new Error('A server that does not hold its document')
    const result = await generate('open', {
      target: running.target,
      rooms: Array.from({ length: clients }, () => room),
      known: areUpToDate ? { stateVector: stateVectorOf(held), answer: deletionsOf(held) } : null,
      together: true,
      warmup,
    })
    if (profile !== undefined) await running.stop('leave')
    return result
  })
}

const stateVectorOf = (state: Uint8Array): Uint8Array => Y.encodeStateVectorFromUpdate(state)
/** What a device sends that has nothing new: no content, and what it knows of deletions. */
const deletionsOf = (state: Uint8Array): Uint8Array => Y.diffUpdate(state, stateVectorOf(state))

/** S6: a meeting begins. */
export const storm: Bench = async (options: BenchOptions) => {
  const { rounds } = options
  const figures = new Figures()
  const overheads = new Overheads()
  const state = stormDocument(options.quick)
  const work = (server: 'ours' | 'V', areUpToDate: boolean) => ({
    name: `${server}${areUpToDate ? ', up to date' : ''}`,
    async run() {
      const result = await stormOnce(server, state, { areUpToDate })
      overheads.add(server, result.overhead)
      process.stderr.write(
        `    all ${result.allMs.toFixed(0)} ms  CPU ${result.cpuSeconds.toFixed(2)} s  generator ${Math.round(result.overhead.cpuShare * 100)} %\n`,
      )
      if (areUpToDate) return figures.add('upToDateMs', server, result.allMs)
      figures.add('stormMs', server, result.allMs)
      figures.add('stormCpu', server, result.cpuSeconds)
    },
  })
  await inShuffledRounds(rounds, seededRandom(options.seed), [
    work('ours', false),
    work('ours', true),
    work('V', false),
    work('V', true),
  ])
  const notes = [
    `The document has ${(state.length / 1e6).toFixed(2)} MB and is not in memory; ${clients} clients. CPU has steps of 0.01 s.`,
  ]
  return reportOf({ figures, overheads, options, notes })
}
