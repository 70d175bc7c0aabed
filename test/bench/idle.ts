import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { kinds } from '#shared/kinds/registry.ts'
import { seededRandom } from '#test/support/seededRandom.ts'
import type { Bench } from './bench.ts'
import { generate } from './generator/start.ts'
import { Figures } from './measure/figures.ts'
import { inShuffledRounds } from './measure/rounds.ts'
import { Overheads, reportOf } from './report/result.ts'
import type { Memory, StoredDocument } from './servers/server.ts'
import { withServer } from './servers/start.ts'

// Several documents on one socket, as the protocol has it: else the sockets would be what is measured.
const roomsPerSocket = 50
const clientsPerDocument = 2
// Idle connections share few documents, so that the documents do not count.
const documentsOfIdle = 20
// What a start leaves to be done, and what an opening leaves.
const settleMs = 2_000

/** S9: what lies in memory while nobody does anything. */
export const idle: Bench = async options => {
  const { quick, rounds } = options
  const documents = quick ? 500 : 5_000
  const connections = quick ? 400 : 2_000
  const figures = new Figures()

  /** Memory per `count` between the server's beginning and everything open, in kB. */
  async function grown(
    server: 'ours' | 'V',
    stored: number,
    count: number,
    socketsOf: SocketsOf,
    shows: boolean,
  ) {
    // ours begins each document by itself
    const state = server === 'ours' ? null : begunDocument()
    const list: StoredDocument[] = Array.from({ length: stored }, () => ({ state }))
    return withServer(server, { documents: list, probe: true }, async running => {
      await pause(settleMs)
      const before = await running.memory()
      let after: Memory = before
      await generate(
        'idle',
        { target: running.target, sockets: socketsOf(running.rooms), shows },
        async () => {
          await pause(settleMs)
          after = await running.memory()
        },
      )
      const kb = (bytes: number) => bytes / count / 1000
      return { heap: kb(after.heap - before.heap), rss: kb(after.rss - before.rss) }
    })
  }
  type SocketsOf = (rooms: readonly string[]) => string[][]
  const multiplexed: SocketsOf = rooms =>
    Array.from({ length: clientsPerDocument }, () => chunks(rooms, roomsPerSocket)).flat()
  const alone: SocketsOf = rooms =>
    Array.from({ length: connections }, (_, index) => [rooms[index % rooms.length] ?? ''])

  const openDocuments = (server: 'ours' | 'V') => ({
    name: `${server}, ${documents} open documents`,
    async run() {
      const { heap, rss } = await grown(server, documents, documents, multiplexed, true)
      figures.add('documentHeap', server, heap)
      figures.add('documentRss', server, rss)
      process.stderr.write(`    heap ${heap.toFixed(1)} kB  resident ${rss.toFixed(1)} kB each\n`)
    },
  })
  const idleConnections = (server: 'ours' | 'V') => ({
    name: `${server}, ${connections} idle connections`,
    async run() {
      const { heap, rss } = await grown(server, documentsOfIdle, connections, alone, false)
      figures.add('connectionHeap', server, heap)
      figures.add('connectionRss', server, rss)
      process.stderr.write(`    heap ${heap.toFixed(1)} kB  resident ${rss.toFixed(1)} kB each\n`)
    },
  })
  await inShuffledRounds(rounds, seededRandom(options.seed), [
    openDocuments('ours'),
    openDocuments('V'),
    idleConnections('ours'),
    idleConnections('V'),
  ])
  const notes = [
    `${documents} documents with ${clientsPerDocument} clients each, ${roomsPerSocket} documents per socket; ${connections} idle connections in ${documentsOfIdle} documents.`,
    'All documents hold what a new one holds. Heap: after a collection, with external memory.',
    ...heaps.map(
      ([what, figure]) =>
        `Heap of ${what}: ours ${shown(figures.of(figure, 'ours'))} kB, V ${shown(figures.of(figure, 'V'))} kB`,
    ),
  ]
  const heap = Object.fromEntries(
    heaps.map(([, figure]) => [figure, { ours: figures.of(figure, 'ours'), V: figures.of(figure, 'V') }]),
  )
  return reportOf({ figures, overheads: new Overheads(), options, notes, details: { heap } })
}

const heaps = [
  ['an open document', 'documentHeap'],
  ['an idle connection', 'connectionHeap'],
] as const
const shown = (kb: number | undefined): string => (kb ?? Number.NaN).toFixed(1)

/** Minutes as they are when somebody has just made them. */
function begunDocument(): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, kinds.minutes.seed)
  minutes.open(doc, 'bench').record('header').assign({ title: 'Protokoll', date: '2026-03-14' })
  return Y.encodeStateAsUpdate(doc)
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
