import { seededRandom } from '#test/support/seededRandom.ts'
import type { Bench, BenchOptions } from './bench.ts'
import type { MergeResult } from './generator/mergeJob.ts'
import { generate } from './generator/start.ts'
import { Figures } from './measure/figures.ts'
import { inShuffledRounds } from './measure/rounds.ts'
import { Overheads, reportOf } from './report/result.ts'
import { sampleDocument } from './servers/sampleDocument.ts'
import type { ServerName } from './servers/server.ts'
import { withServer } from './servers/start.ts'

const clients = 100
const editsEach = 1_000
const baseBytes = 20_000

/** A hundred devices come back from a day offline. */
export const mergeOnce = (
  server: ServerName,
  { quick, seed, profile }: Pick<BenchOptions, 'quick' | 'seed'> & { profile?: string },
): Promise<MergeResult> => {
  const base = sampleDocument(baseBytes)
  return withServer(
    server,
    { documents: [{ state: base }, { state: base }], ...(profile !== undefined && { profile }) },
    async running => {
      const result = await generate('merge', {
        target: running.target,
        room: running.rooms[0] ?? '',
        warmupRoom: running.rooms[1] ?? '',
        base,
        clients: quick ? 30 : clients,
        editsEach: quick ? 300 : editsEach,
        replaysOutbox: server === 'ours',
        seed,
      })
      if (profile !== undefined) await running.stop('leave')
      return result
    },
  )
}

/** S8: everybody was offline. */
export const merge: Bench = async options => {
  const { rounds } = options
  const figures = new Figures()
  const overheads = new Overheads()
  const verified: boolean[] = []
  const work = (server: 'ours' | 'V' | 'y-ws') => ({
    name: server,
    async run(round: number) {
      const result = await mergeOnce(server, { quick: options.quick, seed: options.seed + round })
      verified.push(result.verified)
      overheads.add(server, result.overhead)
      figures.add('mergeMs', server, result.allEqualMs)
      figures.add('mergeCpu', server, result.cpuSeconds)
      process.stderr.write(
        `    equal after ${result.allEqualMs.toFixed(0)} ms  CPU ${result.cpuSeconds.toFixed(2)} s  received ${result.receivedMb.toFixed(1)} MB  documents equal: ${result.verified}\n`,
      )
    },
  })
  await inShuffledRounds(rounds, seededRandom(options.seed), [work('ours'), work('V'), work('y-ws')])
  const unequal = verified.filter(isEqual => !isEqual).length
  const notes = [
    `Documents built from what three clients heard were equal in ${verified.length - unequal} of ${verified.length} runs.`,
  ]
  const result = reportOf({ figures, overheads, options, notes, details: { unequal } })
  return { ...result, passed: result.passed && unequal === 0 }
}
