import { BenchSocket } from '#test/bench/wire/socket.ts'
import { type Speech, speechOf } from '#test/bench/wire/speech.ts'
import { inBatches } from './inBatches.ts'
import { emptyStateVector, type Target, token } from './roomClient.ts'

export type IdleJob = {
  target: Target
  /**
   * The rooms of each socket; where the protocol has one room per socket, one. They come in groups: when one is
   * open, the parent looks before the next begins.
   */
  groups: readonly (readonly (readonly string[])[])[]
  /** Whether each client shows itself once, as one does that opens a document. */
  shows: boolean
}
export type IdleResult = { rooms: number }

// Sockets that open rooms at the same time; each opens one room after the other.
const openingAtOnce = 20
const firstClient = 3_000_000
const placeJson = JSON.stringify({ place: { path: 'header', typing: false }, cursor: null })

/** Opens rooms on sockets, group after group, and does nothing more; `held` is waited for after each. */
export async function idleJob(job: IdleJob, held: () => Promise<void>): Promise<IdleResult> {
  let nextClient = firstClient
  const open: BenchSocket[] = []
  for (const group of job.groups) {
    const sockets = await inBatches(group, openingAtOnce, async (rooms, index) => {
      const speeches = rooms.map(room => speechOf(job.target.wire, job.target.path, room))
      const client = nextClient
      nextClient += rooms.length
      const cookie = job.target.cookies[index % Math.max(1, job.target.cookies.length)]
      return openRooms(job, speeches, client, cookie)
    })
    open.push(...sockets)
    await held()
  }
  for (const socket of open) socket.close()
  return { rooms: job.groups.flat(2).length }
}

function openRooms(
  job: IdleJob,
  speeches: readonly Speech[],
  firstOfSocket: number,
  cookie: string | undefined,
): Promise<BenchSocket> {
  return new Promise((resolve, reject) => {
    let at = 0
    const openNext = (): void => {
      const speech = speeches[at]
      if (!speech) return resolve(socket)
      const client = firstOfSocket + at
      socket.send(
        ...speech.greeting(token(client), emptyStateVector),
        ...(job.shows ? [speech.presence(client, 0, placeJson)] : []),
      )
    }
    const socket = new BenchSocket({
      port: job.target.port,
      path: speeches[0]?.path ?? job.target.path,
      headers: cookie === undefined ? {} : { Cookie: cookie },
      onOpen: openNext,
      onMessage(data) {
        const kind = speeches[0]?.hear(data).kind
        if (kind === 'refused') reject(new Error('The server refuses a room'))
        if (kind !== 'syncAnswer') return
        at++
        openNext()
      },
      onClose: () => reject(new Error('The server has closed a socket')),
    })
  })
}
