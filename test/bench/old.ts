import { seededRandom } from '#test/support/seededRandom.ts'
import type { Bench } from './bench.ts'
import { described, fanoutOnce } from './fanout.ts'
import type { Column } from './goals.ts'
import { Figures } from './measure/figures.ts'
import { inShuffledRounds } from './measure/rounds.ts'
import { Overheads, reportOf } from './report/result.ts'
import { agedDocument, sampleDocument } from './servers/sampleDocument.ts'
import type { ServerName } from './servers/server.ts'

export const oldTypists = 50

/** The documents that S4 compares: one that 20,000 page loads have written in, and a young one. */
export function oldDocuments(): { old: Uint8Array; fresh: Uint8Array } {
  const fresh = sampleDocument(10_000)
  return { old: agedDocument(fresh, 20_000), fresh }
}

/** S4: a document that has seen 20,000 client ids. */
export const old: Bench = async options => {
  const { rounds } = options
  const figures = new Figures()
  const overheads = new Overheads()
  const documents = oldDocuments()
  const work = (column: Column, server: ServerName, state: Uint8Array) => ({
    name: `${server}, ${column === 'fresh' ? 'fresh' : 'old'} document`,
    async run(round: number) {
      const seed = options.seed + round
      const result = await fanoutOnce(server, options, { typistsPerDocument: oldTypists, state, seed })
      process.stderr.write(`    ${described(result)}\n`)
      overheads.add(column, result.overhead)
      figures.add('oldP95', column, result.p95)
      figures.add('oldCpu', column, result.cpuPer1000)
    },
  })
  await inShuffledRounds(rounds, seededRandom(options.seed), [
    work('ours', 'ours', documents.old),
    work('fresh', 'ours', documents.fresh),
    work('V', 'V', documents.old),
    work('y-ws', 'y-ws', documents.old),
  ])
  return reportOf({ figures, overheads, options })
}
