import { seededRandom } from '#test/support/seededRandom.ts'
import type { Bench } from './bench.ts'
import { generate } from './generator/start.ts'
import { Figures } from './measure/figures.ts'
import { inShuffledRounds } from './measure/rounds.ts'
import { median } from './measure/stats.ts'
import { Overheads, reportOf } from './report/result.ts'
import { laterEdits, sampleDocument } from './servers/sampleDocument.ts'
import type { StoredDocument } from './servers/server.ts'
import { withServer } from './servers/start.ts'

const documentBytes = 160_000
const laterRows = 10_000
const plainDocuments = 15
const longDocuments = 5

/** S7 and what is stored (S11): documents that nobody has open, opened one after the other. */
export const cold: Bench = async options => {
  const { rounds, quick } = options
  const figures = new Figures()
  const overheads = new Overheads()
  const state = sampleDocument(documentBytes)
  const later = laterEdits(state, quick ? 1_000 : laterRows)
  const documents: StoredDocument[] = [
    ...Array.from({ length: quick ? 5 : plainDocuments }, () => ({ state })),
    ...Array.from({ length: quick ? 2 : longDocuments }, () => ({ state, later })),
  ]
  const plain = documents.filter(document => document.later === undefined).length

  const work = (server: 'ours' | 'V') => ({
    name: server,
    run: () =>
      withServer(server, { documents }, async running => {
        const { target, rooms } = running
        const result = await generate('open', { target, rooms, known: null, together: false, warmup: [] })
        overheads.add(server, result.overhead)
        figures.add('coldMs', server, median(result.openMs.slice(0, plain)))
        figures.add('coldLaterMs', server, median(result.openMs.slice(plain)))
        figures.add('copies', server, median(result.receivedBytes.slice(0, plain)) / state.length)
        await running.stop('leave')
        figures.add('storedKb', server, median(running.storedBytes().slice(0, plain)) / 1000)
        const times = result.openMs.map(ms => ms.toFixed(0)).join(' ')
        process.stderr.write(`    ms to open each: ${times}\n`)
      }),
  })
  await inShuffledRounds(rounds, seededRandom(options.seed), [work('ours'), work('V')])
  const notes = [
    `${plain} documents of ${(state.length / 1000).toFixed(0)} kB, and ${documents.length - plain} with ${later.length} later edits: rows of our journal, part of the state that V has stored.`,
  ]
  return reportOf({ figures, overheads, options, notes })
}
