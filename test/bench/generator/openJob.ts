import { setTimeout as pause } from 'node:timers/promises'
import { cpuSeconds } from '#test/bench/measure/processStat.ts'
import type { Overhead } from './jobs.ts'
import { watchOverhead } from './overhead.ts'
import { RoomClient, type Target } from './roomClient.ts'

export type OpenJob = {
  target: Target
  /** one client each; the same room may stand there often */
  rooms: readonly string[]
  /** what the devices have already; null = nothing */
  known: { stateVector: Uint8Array; answer: Uint8Array } | null
  /** all at the same moment, or one after the other */
  together: boolean
  /** rooms that as many clients open at once before it is measured, one room after the other */
  warmup: readonly string[]
}

export type OpenResult = {
  /** from connecting to being in sync, of each client */
  openMs: number[]
  /** from the first connecting to the last in sync */
  allMs: number
  cpuSeconds: number
  /** bytes on the wire to each client, half a second after it was in sync */
  receivedBytes: number[]
  overhead: Overhead
}

// What a server sends after the document, such as the document again, comes within this time.
const afterMs = 500
// Far from typists' ids and from those of sample documents.
const firstClient = 50_000

/** Clients that open documents which the server has stored. */
export async function openJob(job: OpenJob): Promise<OpenResult> {
  for (const room of job.warmup) await openTogether(job, room)
  await pause(afterMs)
  const overheadOf = watchOverhead()
  const cpuFrom = cpuSeconds(job.target.pid)
  const begin = performance.now()
  const clients: RoomClient[] = []
  const openMs: number[] = []
  const receivedBytes: number[] = []
  let lastOpenedAt = begin

  const open = async (room: string, index: number): Promise<void> => {
    const connectedAt = performance.now()
    const client = new RoomClient({
      target: job.target,
      room,
      client: firstClient + index,
      person: index,
      ...job.known,
    })
    clients.push(client)
    await client.opened
    openMs[index] = client.openedAt - connectedAt
    lastOpenedAt = Math.max(lastOpenedAt, client.openedAt)
    if (job.together) return
    await pause(afterMs)
    receivedBytes[index] = client.bytesRead
  }
  if (job.together) await Promise.all(job.rooms.map(open))
  else for (const [index, room] of job.rooms.entries()) await open(room, index)
  await pause(afterMs)
  const result: OpenResult = {
    openMs,
    allMs: lastOpenedAt - begin,
    cpuSeconds: cpuSeconds(job.target.pid) - cpuFrom,
    receivedBytes: job.together ? clients.map(({ bytesRead }) => bytesRead) : receivedBytes,
    overhead: overheadOf(),
  }
  for (const client of clients) client.close()
  return result
}

/** A storm on a small document, so that the server has run its code before. */
async function openTogether(job: OpenJob, room: string): Promise<void> {
  const clients = job.rooms.map(
    (_, index) => new RoomClient({ target: job.target, room, client: firstClient + index, person: index }),
  )
  await Promise.all(clients.map(({ opened }) => opened))
  for (const client of clients) client.close()
  await pause(afterMs)
}
