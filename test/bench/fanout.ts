import { seededRandom } from '#test/support/seededRandom.ts'
import type { Bench, BenchOptions } from './bench.ts'
import type { FanoutResult } from './generator/fanoutJob.ts'
import { generate } from './generator/start.ts'
import { Figures } from './measure/figures.ts'
import { inShuffledRounds } from './measure/rounds.ts'
import { createSearch } from './measure/search.ts'
import { type Point, plotOf } from './report/plot.ts'
import { Overheads, reportOf } from './report/result.ts'
import { sampleDocument } from './servers/sampleDocument.ts'
import type { ServerName, StoredDocument } from './servers/server.ts'
import { withServer } from './servers/start.ts'

// A document as it is at the beginning of a meeting.
const baseBytes = 10_000
const slowMs = 100

type Shape = {
  documents?: number
  typistsPerDocument: number
  editsPerSecond?: number
  deflate?: boolean
  /** the document that all begin with */
  state?: Uint8Array
  seed: number
  profile?: string
}

/** One server, started anew, with typists at 2 edits per second unless said otherwise. */
export async function fanoutOnce(
  server: ServerName,
  { quick }: Pick<BenchOptions, 'quick'>,
  shape: Shape,
): Promise<FanoutResult> {
  const state = shape.state ?? sampleDocument(baseBytes)
  const documents: StoredDocument[] = Array.from({ length: shape.documents ?? 1 }, () => ({ state }))
  const { profile } = shape
  return withServer(server, { documents, ...(profile !== undefined && { profile }) }, async running => {
    const result = await generate('fanout', {
      target: running.target,
      rooms: running.rooms,
      base: state,
      typistsPerRoom: shape.typistsPerDocument,
      editsPerSecond: shape.editsPerSecond ?? 2,
      warmupMs: quick ? 1_000 : 3_000,
      measureMs: quick ? 2_500 : 8_000,
      deflate: shape.deflate ?? false,
      seed: shape.seed,
    })
    if (profile !== undefined) await running.stop('leave')
    return result
  })
}

// Steps of a fifth to a quarter: finer than two runs of the same server lie apart.
const ladder = [
  10, 25, 50, 75, 100, 125, 150, 200, 250, 300, 375, 450, 550, 650, 800, 950, 1_150, 1_400, 1_700, 2_000,
  2_400,
]
// Where the search begins: near what was seen.
const firstGuess: Record<ServerName, number> = { ours: 1_150, V: 450, 'y-ws': 150, relay: 150 }

/** S1, S2, S3, S5 and the wire of S11: many people in one document. */
export const fanout: Bench = async options => {
  const { quick, rounds } = options
  const figures = new Figures()
  const overheads = new Overheads()
  const points: Point[] = []
  const asked = (row: string) => options.rows.length === 0 || options.rows.includes(row)

  async function run(name: string, server: ServerName, round: number, shape: Omit<Shape, 'seed'>) {
    const result = await fanoutOnce(server, options, { ...shape, seed: options.seed + round })
    overheads.add(`${name}, ${server}`, result.overhead)
    process.stderr.write(`    ${described(result)}\n`)
    return result
  }

  const of = (row: string, servers: readonly ServerName[], name: string, work: Work) =>
    asked(row)
      ? servers.map(server => ({ name: `${name}, ${server}`, run: (round: number) => work(server, round) }))
      : []
  type Work = (server: ServerName, round: number) => Promise<void>

  const meeting = (typists: number, cpu: string, p95: string): Work => {
    return async (server, round) => {
      const result = await run(`fanout ${typists}`, server, round, { typistsPerDocument: typists })
      figures.add(cpu, server, result.cpuPer1000)
      figures.add(p95, server, result.p95)
      points.push({ server, x: typists, y: result.p95 })
      if (typists === 200 && server === 'ours') figures.add('answer200', server, result.answerP95)
    }
  }
  const manyDocuments: Work = async (server, round) => {
    const shape = { documents: 100, typistsPerDocument: 2, editsPerSecond: 5 }
    const result = await run('1,000 updates/s', server, round, shape)
    figures.add('answer1000', server, result.answerP95)
  }
  const wire: Work = async (server, round) => {
    const shape = { typistsPerDocument: 200, deflate: true }
    const result = await run('fanout 200, compression', server, round, shape)
    figures.add('wireKb', server, result.receivedKbPerSecond)
  }
  const searches = new Map(
    (['ours', 'V', 'y-ws', 'relay'] as const).map(server => [
      server,
      createSearch({ ladder, first: firstGuess[server] }),
    ]),
  )
  const most: Work = async (server, round) => {
    const found = await searches.get(server)?.(async typists => {
      const result = await run(`fanout ${typists}`, server, round, { typistsPerDocument: typists })
      points.push({ server, x: typists, y: result.p95 })
      return result.p95 < slowMs
    })
    figures.add('typists', server, found ?? Number.NaN)
  }

  await inShuffledRounds(rounds, seededRandom(options.seed), [
    ...(asked('S2') || asked('S5')
      ? of(
          asked('S2') ? 'S2' : 'S5',
          asked('S2') ? ['ours', 'V', 'relay', 'y-ws'] : ['ours'],
          'fanout 200',
          meeting(200, 'cpu200', 'p95of200'),
        )
      : []),
    ...of('S3', ['ours', 'V', 'relay', 'y-ws'], 'fanout 10', meeting(10, 'cpu10', 'p95of10')),
    ...of('S5', ['ours'], '1,000 updates/s in 100 documents', manyDocuments),
    ...of('S11', ['ours', 'V'], 'fanout 200 with compression offered', wire),
    ...(quick && options.rows.length === 0
      ? []
      : of('S1', ['ours', 'V', 'y-ws', 'relay'], 'most typists', most)),
  ])
  return reportOf({
    figures,
    overheads,
    options,
    details: { p95: points },
    extras: [{ ending: 'svg', content: plotOf(points) }],
  })
}

const columnsOf = (result: FanoutResult): [string, string][] => [
  ['typists', String(result.typists)],
  ['p50', result.p50.toFixed(1)],
  ['p95', result.p95.toFixed(1)],
  ['CPU/1,000', result.cpuPer1000.toFixed(3)],
  ['answer p95', result.answerP95.toFixed(1)],
  ['kB/s', result.receivedKbPerSecond.toFixed(1)],
  ['missing', `${result.missing}/${result.due}`],
  ['late', result.lateMs.toFixed(1)],
  ...(result.closeCodes.length > 0 ? [['CLOSED', result.closeCodes.join(' ')] as [string, string]] : []),
  ['generator', `${Math.round(result.overhead.cpuShare * 100)} %`],
]
/** One line about one run, while it goes on. */
export const described = (result: FanoutResult): string =>
  columnsOf(result)
    .map(([name, value]) => `${name} ${value}`)
    .join('  ')
