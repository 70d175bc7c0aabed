import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'
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
/**
 * Opened before what is measured: the first few hundred make the server compile its code and widen its room for new
 * objects, by 20 MB and more, differently in each run. That is no memory of a connection.
 */
const firstConnections = 500
const firstDocuments = 500
// What an opening leaves to be done.
const settleMs = 2_000

/** S9: what lies in memory while nobody does anything. */
export const idle: Bench = async options => {
  const { quick, rounds } = options
  const documents = quick ? 1_000 : 5_000
  const connections = quick ? 1_000 : 4_000
  const figures = new Figures()

  /** Memory of each of what `groupsOf` opens last, in kB. */
  async function grown(server: 'ours' | 'V', stored: number, groupsOf: GroupsOf, each: Each) {
    // ours begins each document by itself
    const state = server === 'ours' ? null : begunDocument()
    const list: StoredDocument[] = Array.from({ length: stored }, () => ({ state }))
    return withServer(server, { documents: list, probe: true }, async running => {
      const seen: Memory[] = []
      const groups = groupsOf(running.rooms)
      await generate('idle', { target: running.target, groups, shows: each.shows }, async () => {
        await pause(settleMs)
        seen.push(await running.memory())
      })
      const [before, after] = seen
      if (!before || !after) throw new Error('Nothing was held open')
      const kb = (bytes: number) => bytes / each.count / 1000
      return { heap: kb(after.heap - before.heap), rss: kb(after.rss - before.rss) }
    })
  }
  type Each = { count: number; shows: boolean }
  type GroupsOf = (rooms: readonly string[]) => string[][][]
  const multiplexed: GroupsOf = rooms =>
    [rooms.slice(0, -documents), rooms.slice(-documents)].map(group =>
      Array.from({ length: clientsPerDocument }, () => chunks(group, roomsPerSocket)).flat(),
    )
  const alone: GroupsOf = rooms =>
    [firstConnections, connections].map(count =>
      Array.from({ length: count }, (_, index) => [rooms[index % rooms.length] ?? '']),
    )

  const openDocuments = (server: 'ours' | 'V') => ({
    name: `${server}, ${documents} open documents`,
    async run() {
      const { heap, rss } = await grown(server, firstDocuments + documents, multiplexed, {
        count: documents,
        shows: true,
      })
      figures.add('documentHeap', server, heap)
      figures.add('documentRss', server, rss)
      process.stderr.write(`    heap ${heap.toFixed(1)} kB  resident ${rss.toFixed(1)} kB each\n`)
    },
  })
  const idleConnections = (server: 'ours' | 'V') => ({
    name: `${server}, ${connections} idle connections`,
    async run() {
      const { heap, rss } = await grown(server, documentsOfIdle, alone, {
        count: connections,
        shows: false,
      })
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
    `${documents} documents with ${clientsPerDocument} clients each, ${roomsPerSocket} documents per socket; ${connections} idle connections in ${documentsOfIdle} documents; beside ${firstDocuments} and ${firstConnections} that were there before.`,
    'All documents hold what a new one holds. After a collection; heap with external memory.',
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
  Y.applyUpdate(doc, minutes.seed)
  minutes.open(doc, 'bench').record('header').assign({ title: 'Protokoll', date: '2026-03-14' })
  return Y.encodeStateAsUpdate(doc)
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
