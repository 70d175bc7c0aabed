import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { readFrame } from '#test/support/frames.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'

/** What is done with the messages: as they come, or not in the direction(s) named. */
export type Disturbance = 'none' | 'toServer' | 'both'

/**
 * A proxy that drops, repeats and reorders websocket messages. It keeps its own account of what the
 * server has answered: the n-th answer is for the n-th update that reached the server, whatever the
 * client has sent.
 */
export interface FrameProxy {
  readonly port: number
  disturbance: Disturbance
  /** updates that reached the server and were answered with „saved“ */
  readonly acknowledged: readonly Uint8Array[]
  /** how many were answered with „not saved“ */
  readonly notTaken: number
  readonly dropped: number
  readonly repeated: number
  readonly reordered: number
  /** Lets go of everything that is held back. */
  release(): void
  /** Cuts all connections; who comes back finds a proxy that disturbs nothing. */
  heal(): void
  close(): Promise<void>
}

// How many messages at most overtake one that is held back.
const mostOvertaking = 4

export async function startFrameProxy(targetPort: number, random: SeededRandom): Promise<FrameProxy> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(server, 'listening')
  const acknowledged: Uint8Array[] = []
  const counts = { notTaken: 0, dropped: 0, repeated: 0, reordered: 0 }
  const directions = new Set<Direction>()
  let disturbance: Disturbance = 'none'

  /** One direction of one connection. */
  class Direction {
    private held: { data: Uint8Array; overtaken: number }[] = []
    private readonly isDisturbed: () => boolean
    private readonly deliver: (data: Uint8Array) => void

    constructor(isDisturbed: () => boolean, deliver: (data: Uint8Array) => void) {
      this.isDisturbed = isDisturbed
      this.deliver = deliver
      directions.add(this)
    }

    pass(data: Uint8Array): void {
      const fate = this.isDisturbed() ? random.fraction() : 1
      if (fate < 0.1) counts.dropped++
      else if (fate < 0.25) {
        counts.reordered++
        this.held.push({ data, overtaken: random.between(1, mostOvertaking) })
        return
      } else {
        this.deliver(data)
        if (fate < 0.35) {
          counts.repeated++
          this.deliver(data)
        }
      }
      const waiting = this.held
      this.held = []
      for (const late of waiting) {
        late.overtaken--
        if (late.overtaken > 0) this.held.push(late)
        else this.deliver(late.data)
      }
    }

    release(): void {
      for (const { data } of this.held.splice(0)) this.deliver(data)
    }
  }

  server.on('connection', (client, request) => {
    const { cookie } = request.headers
    const upstream = new WebSocket(`ws://127.0.0.1:${targetPort}${request.url ?? ''}`, {
      headers: cookie === undefined ? {} : { cookie },
      perMessageDeflate: false,
    })
    const early: Uint8Array[] = []
    const unanswered: Uint8Array[] = []
    const send = (data: Uint8Array) => {
      if (upstream.readyState !== WebSocket.OPEN) return void early.push(data)
      const frame = readFrame(data)
      if (frame.type === 'update') unanswered.push(frame.bytes)
      upstream.send(data)
    }
    const toServer = new Direction(() => disturbance !== 'none', send)
    const toClient = new Direction(
      () => disturbance === 'both',
      data => client.send(data),
    )
    upstream.on('open', () => {
      for (const data of early.splice(0)) send(data)
    })
    client.on('message', data => toServer.pass(toBytes(data)))
    upstream.on('message', data => {
      const bytes = toBytes(data)
      const frame = readFrame(bytes)
      if (frame.type === 'syncStatus') {
        const answered = unanswered.shift()
        if (!frame.saved) counts.notTaken++
        else if (answered) acknowledged.push(answered)
      }
      toClient.pass(bytes)
    })
    const end = () => {
      directions.delete(toServer)
      directions.delete(toClient)
      client.terminate()
      upstream.terminate()
    }
    for (const socket of [client, upstream]) socket.on('close', end).on('error', end)
  })

  return {
    port: (server.address() as AddressInfo).port,
    get disturbance() {
      return disturbance
    },
    set disturbance(value) {
      disturbance = value
    },
    acknowledged,
    get notTaken() {
      return counts.notTaken
    },
    get dropped() {
      return counts.dropped
    },
    get repeated() {
      return counts.repeated
    },
    get reordered() {
      return counts.reordered
    },
    release() {
      for (const direction of directions) direction.release()
    },
    heal() {
      disturbance = 'none'
      for (const client of server.clients) client.terminate()
    },
    async close() {
      for (const client of server.clients) client.terminate()
      await new Promise(resolve => {
        server.close(resolve)
      })
    },
  }
}

function toBytes(data: RawData): Uint8Array {
  if (data instanceof Buffer) return data
  throw new TypeError('A message that is not one piece of binary')
}
