import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { collabPath } from '#shared/wire/handshake.ts'
import { seededRandom } from '#test/support/seededRandom.ts'
import { freePort } from '#test/support/serverProcess.ts'
import type { Bench } from './bench.ts'
import { clientIds } from './generator/fanoutJob.ts'
import type { Target } from './generator/roomClient.ts'
import { residentBytes } from './measure/processStat.ts'
import { type Child, startChild } from './servers/child.ts'
import { benchFolder } from './servers/folder.ts'
import { ourEnvironment, prepareData } from './servers/ours.ts'
import { sampleDocument } from './servers/sampleDocument.ts'
import { type Growth, growthOf, type HeapSample, ofLastingThreads } from './soak/growth.ts'
import { createJournalRows } from './soak/journalRows.ts'
import { PassersBy } from './soak/passersBy.ts'
import { createServerOutput } from './soak/serverOutput.ts'
import type { Sample } from './soak/slope.ts'
import { SoakClient } from './soak/soakClient.ts'

// Between two kills: some lives are over before everybody is back.
const meanLifeMs = 40_000
const shortestLifeMs = 500
// After so much of the time there are no more kills: the last life is long enough to see whether memory grows.
const killsUntil = 2 / 3
const longestDarkMs = 2_000
const sampleEveryMs = 5_000
// What the heap holds is only known after a collection, for which the server stands still a moment.
const heapEveryMs = 15_000
// At the beginning of the last life everybody comes back, code is compiled and caches fill.
const warmUpMs = 90_000
// For the last edits, on a machine that is busy.
const patienceMs = 60_000
const samplesShown = 60

/**
 * People write for a long time while the server is killed again and again (THREATS a1). After each kill
 * everything acknowledged so far must lie in the data folder, and the server says nothing that is an error.
 * The last third is one life, in which as much is deleted as is written: its heap after a collection must not
 * grow (`growthOf`).
 */
export const soak: Bench = async ({ minutes, clients: clientCount, documents, seed }) => {
  const random = seededRandom(seed)
  const { folder, remove } = await benchFolder()
  const dataDir = path.join(folder, 'data')
  const base = sampleDocument(10_000)
  const port = await freePort()
  const output = createServerOutput()
  const resident: Sample[] = []
  const heaps: HeapSample[] = []
  const begin = performance.now()
  const lost: Uint8Array[] = []
  let kills = 0
  let acked = 0
  let crashes = 0
  let server: Child | null = null
  const clients: SoakClient[] = []
  let passersBy: PassersBy | null = null

  async function start(): Promise<void> {
    const child = startChild(['server/main.ts'], {
      env: ourEnvironment(dataDir, port),
      onOutput: text => output.add(text),
      probe: true,
    })
    await child.printed(new RegExp(`:${port}\\b`))
    server = child
    void child.ended.then(() => {
      // ended by itself: nobody has taken it off before
      if (server === child) crashes++
    })
  }

  try {
    const prepared = await prepareData(
      dataDir,
      Array.from({ length: documents }, () => ({ state: base })),
    )
    const rows = createJournalRows(dataDir, prepared.documentIds)
    const documentOf = new Map(prepared.rooms.map((room, index) => [room, prepared.documentIds[index] ?? '']))
    const target: Target = { wire: 'hocuspocus', port, path: collabPath, cookies: prepared.cookies, pid: 0 }

    async function killAndCheck(): Promise<void> {
      const child = server
      server = null
      await child?.stop('kill')
      kills++
      // what the server has sent is read to its end before it is judged
      while (clients.some(({ isConnected }) => isConnected)) await pause(5)
      rows.readOn()
      for (const client of clients) {
        const held = rows.held(documentOf.get(client.room) ?? '')
        for (const update of client.takeAcknowledged()) {
          acked++
          if (!held.contains(update)) lost.push(update)
        }
      }
    }

    await start()
    clientIds(clientCount, random).forEach((client, index) => {
      const room = prepared.rooms[index % prepared.rooms.length] ?? ''
      const own = seededRandom(seed * 1_000 + index)
      clients.push(new SoakClient({ target, room, base, client, person: index, random: own }))
    })
    for (const client of clients) client.begin()
    passersBy = new PassersBy({ target, rooms: prepared.rooms, random: seededRandom(seed * 1_000 - 1) })

    const end = begin + minutes * 60_000
    const lastKill = begin + minutes * 60_000 * killsUntil
    while (performance.now() < lastKill) {
      const life = shortestLifeMs - Math.log(1 - random.fraction()) * meanLifeMs
      await live(Math.min(performance.now() + life, lastKill))
      await killAndCheck()
      process.stderr.write(
        `  ${((performance.now() - begin) / 60_000).toFixed(1)} min  kills ${kills}  acked ${acked}  lost ${lost.length}\n`,
      )
      await pause(random.between(0, longestDarkMs))
      await start()
    }
    const lastBegan = performance.now()
    await Promise.all([live(end), watchHeap(end)])
    passersBy.end()
    for (const client of clients) client.stopTyping()
    const settledBy = performance.now() + patienceMs
    while (clients.some(({ unsaved }) => unsaved > 0) && performance.now() < settledBy) await pause(50)
    const unsaved = clients.reduce((sum, client) => sum + client.unsaved, 0)
    await killAndCheck()
    for (const client of clients) client.end()
    const incomplete = clients.filter(
      client => !rows.held(documentOf.get(client.room) ?? '').contains(writtenBy(client, base)),
    )

    const heap = ofLastingThreads(heaps)
    const growth = growthOf(heap.filter(({ atMs }) => atMs >= lastBegan - begin + warmUpMs))
    const refusals = clients.flatMap(client => client.refusals)
    const notSaved = clients.reduce((sum, client) => sum + client.notSaved, 0)
    const unhandled = output.problems.length + crashes
    const text = [
      `${minutes} min, ${clientCount} clients in ${documents} documents, seed ${seed}`,
      `kills ${kills}  acked ${acked}  lost ${lost.length}  gaps ${rows.gaps}  unsaved at the end ${unsaved}`,
      `clients whose text is not complete on disk ${incomplete.length}  refusals ${refusals.length} ${[...new Set(refusals)].join(', ')}  not taken ${notSaved}`,
      `ended by itself ${crashes}  error lines ${output.problems.length}`,
      ...output.problems.slice(0, 20).map(line => `  ${line}`),
      `passers-by ${passersBy.came}, turned away ${passersBy.turnedAway}`,
      `resident: ${lowest(resident)} to ${highest(resident)} MB`,
      `heap after a collection in the last life: ${lowest(heap)} to ${highest(heap)} MB; ${told(growth)}`,
    ].join('\n')
    console.log(text)
    const sum = lost.length + rows.gaps + unsaved + incomplete.length + unhandled
    const shown = (samples: readonly Sample[]) => {
      const every = Math.ceil(samples.length / samplesShown)
      return samples.filter((_, index) => index % every === 0).map(({ value }) => jsonNumber(value))
    }
    return {
      passed: sum === 0 && acked > 0 && !refusals.includes('setAside') && growth.isFlat !== false,
      summary: {
        minutes,
        kills,
        acked,
        lost: lost.length,
        unhandled,
        gaps: rows.gaps,
        unsaved,
        incomplete: incomplete.length,
        rssMb: shown(resident),
        heapMb: shown(heap),
        heapMbPerHour: jsonNumber(growth.mbPerHour),
        flat: growth.isFlat,
      },
      text,
    }
  } finally {
    passersBy?.end()
    for (const client of clients) client.end()
    const child = server as Child | null
    server = null
    await child?.stop('kill')
    await remove()
  }

  /** Samples the memory of the running server until the time has come, or until it is gone. */
  async function live(until: number): Promise<void> {
    while (performance.now() < until) {
      await pause(Math.max(0, Math.min(sampleEveryMs, until - performance.now())))
      if (!server || crashes > 0) return
      resident.push({ atMs: performance.now() - begin, value: residentBytes(server.pid) / 1e6 })
    }
  }

  async function watchHeap(until: number): Promise<void> {
    while (performance.now() < until) {
      await pause(Math.max(0, Math.min(heapEveryMs, until - performance.now())))
      if (!server || crashes > 0) return
      const { heapOf } = await server.memory()
      heaps.push({ atMs: performance.now() - begin, heapOf })
    }
  }
}

/** What the client has added to what was there at the beginning. */
const writtenBy = (client: SoakClient, base: Uint8Array): Uint8Array =>
  Y.diffUpdate(client.state, Y.encodeStateVectorFromUpdate(base))

function told({ meanMb, mbPerHour, isFlat }: Growth): string {
  if (isFlat === null) return 'too short to say whether it is flat'
  const grows = `once warm ${meanMb.toFixed(1)} MB, growing by ${mbPerHour.toFixed(1)} MB/h`
  return `${grows}: ${isFlat ? 'flat' : 'NOT FLAT'}`
}

const lowest = (samples: readonly Sample[]): string =>
  Math.min(...samples.map(({ value }) => value)).toFixed(0)
const highest = (samples: readonly Sample[]): string =>
  Math.max(...samples.map(({ value }) => value)).toFixed(0)

/** One decimal; `null` where there is no number. */
const jsonNumber = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toFixed(1)) : null
