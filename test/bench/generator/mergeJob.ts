import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { cpuSeconds } from '#test/bench/measure/processStat.ts'
import { seededRandom } from '#test/support/seededRandom.ts'
import { clientIds } from './fanoutJob.ts'
import type { Overhead } from './jobs.ts'
import { watchOverhead } from './overhead.ts'
import { emptyUpdate, RoomClient, type Target } from './roomClient.ts'
import { makeTyping } from './typing.ts'

export type MergeJob = {
  target: Target
  room: string
  /** where some come back before, so that the server has run its code */
  warmupRoom: string
  base: Uint8Array
  clients: number
  editsEach: number
  /** whether the devices replay their outbox before the sync, or leave it to the sync */
  replaysOutbox: boolean
  seed: number
}

export type MergeResult = {
  /** from the first connecting until the last client held everybody's edits; NaN if that never came */
  allEqualMs: number
  cpuSeconds: number
  receivedMb: number
  /** whether the documents that some of the clients built from their messages are equal */
  verified: boolean
  overhead: Overhead
}

// Nothing heard for so long means that nothing more comes: longer than any server's window.
const quietMs = 1_500
const patienceMs = 90_000
// Building documents takes time, and all hear the same: these stand for the others.
const clientsVerified = 3

type Message = { at: number; bytes: Uint8Array }

const warmup = { clients: 20, editsEach: 50 }

/** Devices come back at the same moment, each with edits that nobody has seen. */
export async function mergeJob(job: MergeJob): Promise<MergeResult> {
  await comeBack({ ...job, ...warmup, room: job.warmupRoom, seed: job.seed + 1 })
  return comeBack(job)
}

async function comeBack(job: MergeJob): Promise<MergeResult> {
  const random = seededRandom(job.seed)
  const typings = clientIds(job.clients, random).map((client, index) =>
    makeTyping({ base: job.base, client, item: index, edits: job.editsEach, random }),
  )
  const works = typings.map(typing => typing.whole())
  // Kept as they come and looked at afterwards, so that this process does not slow what it measures.
  const heard: Message[][] = typings.map(() => [])
  let lastHeardAt = performance.now()
  await pause(500)

  const overheadOf = watchOverhead()
  const cpuFrom = cpuSeconds(job.target.pid)
  const begin = performance.now()
  const clients = typings.map(
    ({ client, stateVector }, index) =>
      new RoomClient({
        target: job.target,
        room: job.room,
        client,
        person: index,
        stateVector,
        ...(job.replaysOutbox
          ? { outbox: [works[index] ?? emptyUpdate] }
          : { answer: works[index] ?? emptyUpdate }),
        onUpdate: (bytes, at) => {
          heard[index]?.push({ at, bytes: Buffer.from(bytes) })
          lastHeardAt = at
        },
      }),
  )
  await Promise.all(clients.map(({ opened }) => opened))
  while (performance.now() - lastHeardAt < quietMs && performance.now() - begin < patienceMs) await pause(50)
  const cpu = cpuSeconds(job.target.pid) - cpuFrom
  const overhead = overheadOf()
  const received = clients.reduce((sum, { bytesRead }) => sum + bytesRead, 0)
  for (const client of clients) client.close()

  const ends = new Map(typings.map(({ client, endClock }) => [client, endClock]))
  const completed = createCompletion(ends)
  const times = heard.map((messages, index) => completed(messages, typings[index]?.client ?? 0))
  return {
    allEqualMs: Math.max(...times) - begin,
    cpuSeconds: cpu,
    receivedMb: received / 1e6,
    verified: areEqual(
      job.base,
      heard
        .slice(0, clientsVerified)
        .map((messages, index) => [works[index] ?? emptyUpdate, ...messages.map(({ bytes }) => bytes)]),
      ends,
    ),
    overhead,
  }
}

/**
 * Tells when the messages of a client held the work of all others. The work of each travels as a whole,
 * whatever else is in the message, so its last clock stands for it.
 */
function createCompletion(ends: ReadonlyMap<number, number>) {
  const whoseWork = new Map<string, readonly number[]>()
  const clientsIn = (bytes: Uint8Array): readonly number[] => {
    const key = createHash('sha1').update(bytes).digest('base64')
    const known = whoseWork.get(key)
    if (known) return known
    const found = new Set<number>()
    for (const struct of Y.decodeUpdate(bytes).structs) {
      if (struct instanceof Y.Skip) continue
      const { client, clock } = struct.id
      if (clock + struct.length === ends.get(client)) found.add(client)
    }
    whoseWork.set(key, [...found])
    return [...found]
  }
  return (messages: readonly Message[], self: number): number => {
    const lacking = new Set(ends.keys())
    lacking.delete(self)
    for (const { at, bytes } of messages) {
      for (const client of clientsIn(bytes)) lacking.delete(client)
      if (lacking.size === 0) return at
    }
    return Number.NaN
  }
}

function areEqual(
  base: Uint8Array,
  updatesOf: readonly (readonly Uint8Array[])[],
  ends: ReadonlyMap<number, number>,
): boolean {
  const docs = updatesOf.map(updates => {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const update of [base, ...updates]) Y.applyUpdate(doc, update)
    })
    return doc
  })
  const [first, ...others] = docs.map(doc => Y.snapshot(doc))
  if (!first) return false
  const hasAll = [...ends].every(([client, end]) => first.sv.get(client) === end)
  return hasAll && others.every(other => Y.equalSnapshots(first, other))
}
