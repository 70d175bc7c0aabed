import { setTimeout as pause } from 'node:timers/promises'
import { cpuSeconds } from '#test/bench/measure/processStat.ts'
import { Durations } from '#test/bench/measure/stats.ts'
import { type SeededRandom, seededRandom } from '#test/support/seededRandom.ts'
import { Arrivals } from './arrivals.ts'
import { inBatches } from './inBatches.ts'
import type { Overhead } from './jobs.ts'
import { watchOverhead } from './overhead.ts'
import { RoomClient, type Target } from './roomClient.ts'
import { cursorJson, makeTyping, type Typing } from './typing.ts'

export type FanoutJob = {
  target: Target
  rooms: readonly string[]
  /** what everybody has of each room at the beginning */
  base: Uint8Array
  typistsPerRoom: number
  editsPerSecond: number
  warmupMs: number
  measureMs: number
  deflate: boolean
  seed: number
}

export type FanoutResult = {
  typists: number
  edits: number
  p50: number
  p95: number
  p99: number
  /** of the deliveries that were due, so many had not come 15 s after the end */
  missing: number
  due: number
  cpuPer1000: number
  /** answers to own updates; NaN where the protocol has none */
  answerP50: number
  answerP95: number
  unanswered: number
  /** of sockets that the server has closed while people typed */
  closeCodes: (number | null)[]
  /** what one client has received, in kB per second */
  receivedKbPerSecond: number
  /** 99 % of the edits left at most so much later than planned */
  lateMs: number
  overhead: Overhead
}

// Sockets that open at the same time: a meeting's beginning, not a storm.
const openingAtOnce = 25
// What has not arrived by then counts as not arrived within a minute.
const drainMs = 15_000
const lostMs = 60_000
// When nobody has heard anything for so long, the paragraphs of all typists have gone round; a server that
// takes longer than the second figure for it begins with what it has left to do.
const settleMs = 1_000
const settleWithinMs = 20_000

type Due = { at: number; typist: number }

/** Typists in rooms, each at a person's pace; how long every edit takes to everybody else. */
export async function fanoutJob(job: FanoutJob): Promise<FanoutResult> {
  const random = seededRandom(job.seed)
  const typists = job.rooms.length * job.typistsPerRoom
  const seconds = (job.warmupMs + job.measureMs) / 1000
  const ids = clientIds(typists, random)
  const typings = ids.map((client, index) =>
    makeTyping({
      base: job.base,
      client,
      item: index,
      // with the shortest pauses between two
      edits: Math.ceil((seconds * job.editsPerSecond) / shortestPause) + 1,
      random,
    }),
  )
  const arrivals = new Arrivals(typings, typists)
  const answers = new Durations()
  const waiting: number[][] = typings.map(() => [])
  let isMeasuring = false
  let lastHeardAt = performance.now()
  const closeCodes: (number | null)[] = []
  const unanswered = { count: 0 }

  const clients = typings.map(({ client }, index) => {
    const room = job.rooms[Math.floor(index / job.typistsPerRoom)] ?? ''
    return () =>
      new RoomClient({
        target: job.target,
        room,
        client,
        person: index,
        deflate: job.deflate,
        onUpdate: (bytes, at) => {
          lastHeardAt = at
          if (isMeasuring) arrivals.received(index, bytes, at)
        },
        onAnswer: (isSaved, at) => {
          const sentAt = waiting[index]?.shift()
          if (sentAt === undefined || Number.isNaN(sentAt)) return
          unanswered.count--
          answers.add(isSaved ? at - sentAt : lostMs)
        },
        onClose: code => closeCodes.push(code),
      })
  })
  const open = await inBatches(clients, openingAtOnce, async (make, index) => {
    const client = make()
    await client.opened
    client.edit(typings[index]?.opening ?? new Uint8Array(), null)
    if (client.answersUpdates) waiting[index]?.push(Number.NaN)
    return client
  })
  const settledBy = performance.now() + settleWithinMs
  do await pause(settleMs / 10)
  while (performance.now() - lastHeardAt < settleMs && performance.now() < settledBy)
  if (closeCodes.length > 0) throw new Error(`The server has closed sockets with ${closeCodes.join(', ')}`)

  const late = new Durations()
  const type = (typist: number, edit: number, dueAt: number, measured: boolean): void => {
    const client = open[typist]
    const typing = typings[typist]
    const made = typing?.edits[edit]
    if (!client || !typing || !made) return
    const now = performance.now()
    client.edit(made.update, cursorJson(typing, typist, made))
    if (client.answersUpdates) waiting[typist]?.push(measured ? now : Number.NaN)
    if (!measured) return
    if (client.answersUpdates) unanswered.count++
    arrivals.sent(typist, edit, now)
    late.add(now - dueAt)
  }

  const plan = planOf(typings, job, random)
  const begin = performance.now()
  let next = 0
  const typedOf = new Int32Array(typists)
  const typeUntil = async (end: number, measured: boolean): Promise<void> => {
    for (;;) {
      const now = performance.now()
      for (let due = plan[next]; due && begin + due.at <= Math.min(now, end); due = plan[++next]) {
        const edit = typedOf[due.typist] ?? 0
        typedOf[due.typist] = edit + 1
        type(due.typist, edit, begin + due.at, measured)
      }
      if (now >= end) return
      const nextAt = begin + (plan[next]?.at ?? Number.POSITIVE_INFINITY)
      await pause(Math.max(1, Math.min(nextAt, end) - now))
    }
  }

  await typeUntil(begin + job.warmupMs, false)
  const overheadOf = watchOverhead()
  const measuredFrom = performance.now()
  const cpuFrom = cpuSeconds(job.target.pid)
  const bytesFrom = open.reduce((sum, { bytesRead }) => sum + bytesRead, 0)
  isMeasuring = true
  await typeUntil(begin + job.warmupMs + job.measureMs, true)
  const cpu = cpuSeconds(job.target.pid) - cpuFrom
  const measuredSeconds = (performance.now() - measuredFrom) / 1000
  const received = open.reduce((sum, { bytesRead }) => sum + bytesRead, 0) - bytesFrom
  const overhead = overheadOf()

  const due = arrivals.edits * (job.typistsPerRoom - 1)
  const drainedBy = performance.now() + drainMs
  while ((arrivals.deliveries < due || unanswered.count > 0) && performance.now() < drainedBy) await pause(20)
  const missing = due - arrivals.deliveries
  arrivals.latency.add(lostMs, missing)
  for (const client of open) client.close()

  return {
    typists,
    edits: arrivals.edits,
    p50: arrivals.latency.quantile(0.5),
    p95: arrivals.latency.quantile(0.95),
    p99: arrivals.latency.quantile(0.99),
    missing,
    due,
    cpuPer1000: (cpu / arrivals.edits) * 1000,
    answerP50: answers.quantile(0.5),
    answerP95: answers.quantile(0.95),
    unanswered: Math.max(0, unanswered.count),
    closeCodes,
    receivedKbPerSecond: received / typists / 1000 / measuredSeconds,
    lateMs: late.quantile(0.99),
    overhead,
  }
}

/** Client ids as Yjs draws them, none twice, and none of a sample document's. */
export function clientIds(count: number, random: SeededRandom): number[] {
  const ids = new Set<number>()
  while (ids.size < count) ids.add(random.between(2_000_000_001, 2 ** 32 - 1))
  return [...ids]
}

// A pause between two edits is the mean one times something between these two.
const shortestPause = 0.7
const longestPause = 1.3

/** When who types: each at their own beginning and not quite regularly. */
function planOf(typings: readonly Typing[], job: FanoutJob, random: SeededRandom): Due[] {
  const meanMs = 1000 / job.editsPerSecond
  const end = job.warmupMs + job.measureMs
  const plan: Due[] = []
  for (let typist = 0; typist < typings.length; typist++) {
    for (
      let at = random.fraction() * meanMs;
      at < end;
      at += meanMs * (shortestPause + random.fraction() * (longestPause - shortestPause))
    ) {
      plan.push({ at, typist })
    }
  }
  return plan.sort((a, b) => a.at - b.at)
}
