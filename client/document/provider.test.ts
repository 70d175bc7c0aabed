import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { frameMark } from '#shared/wire/frameMark.ts'
import { maxFrameBytes } from '#shared/wire/handshake.ts'
import { Channel } from './provider.ts'
import type { Line } from './socket.ts'

const room = 'doc/0/1'
// Hocuspocus' message types
const [sync, auth, close, syncStatus] = [0, 2, 7, 8]

type Sent = 'auth' | 'leave' | 'step1' | { update: Uint8Array } | { step2: Uint8Array } | 'other'

/** A socket without a network: what was sent is looked at, what the server says is said by hand. */
class HeldLine extends HocuspocusProviderWebsocket {
  readonly sent: Sent[] = []
  /** marks of the updates of this opening that the server has still to answer */
  marks: number[] = []
  constructor() {
    super({ url: 'ws://nowhere', autoConnect: false })
    clearInterval(this.intervals.connectionChecker)
    this.status = WebSocketStatus.Connected
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the value is not looked at, only whether it is there
    this.receivedOnOpenPayload = {} as Event
  }
  get isOpen(): boolean {
    return true
  }
  override send(data: Uint8Array): void {
    const sent = readSent(data)
    this.sent.push(sent)
    if (sent === 'auth') this.marks = []
    if (typeof sent === 'object') this.marks.push(frameMark('update' in sent ? sent.update : sent.step2))
  }
  /** What was sent since the last look; presence left out. */
  look(): Sent[] {
    return this.sent.splice(0).filter(sent => sent !== 'other')
  }
  hear(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, room)
    write(encoder)
    const data = encoding.toUint8Array(encoder)
    this.emit('message', { data: data.slice().buffer })
  }
}

function readSent(data: Uint8Array): Sent {
  const decoder = decoding.createDecoder(data)
  decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  if (type === auth) return 'auth'
  if (type === close) return 'leave'
  if (type !== sync) return 'other'
  const step = decoding.readVarUint(decoder)
  if (step === 0) return 'step1'
  const bytes = decoding.readVarUint8Array(decoder).slice()
  return step === 1 ? { step2: bytes } : { update: bytes }
}

const channels: Channel[] = []
afterEach(() => {
  for (const channel of channels.splice(0)) channel.destroy()
})

function opened(options: { mayWrite?: () => boolean } = {}) {
  const line = new HeldLine()
  const doc = new Y.Doc()
  const acknowledged: string[][] = []
  const refused: string[] = []
  const unanswered: string[][] = []
  let tooLarge = 0
  let openings = 0
  let synced = 0
  let held: readonly string[] = []
  // the parts of the tab's line that a channel uses
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const channel = new Channel(room, doc, new Awareness(doc), line as unknown as Line, {
    handshake: () => '{}',
    opened: () => {
      openings++
      return Promise.resolve()
    },
    synced: () => void synced++,
    acknowledged: ids => void acknowledged.push([...ids]),
    held: () => held,
    mayWrite: options.mayWrite ?? (() => true),
    tooLarge: () => void tooLarge++,
    refused: reason => void refused.push(reason),
    closed: ids => void unanswered.push([...ids]),
    notice: () => undefined,
  })
  channels.push(channel)
  channel.attach()
  const server = {
    authenticated: () =>
      line.hear(encoder => {
        encoding.writeVarUint(encoder, auth)
        encoding.writeVarUint(encoder, 2)
        encoding.writeVarString(encoder, 'read-write')
      }),
    denies: (reason: string) =>
      line.hear(encoder => {
        encoding.writeVarUint(encoder, auth)
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarString(encoder, reason)
      }),
    answers: (taken: boolean, mark = line.marks.shift() ?? 0) =>
      line.hear(encoder => {
        encoding.writeVarUint(encoder, syncStatus)
        encoding.writeVarInt(encoder, taken ? 1 : 0)
        encoding.writeVarUint(encoder, mark)
      }),
    asks: (stateVector: Uint8Array) =>
      line.hear(encoder => {
        encoding.writeVarUint(encoder, sync)
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarUint8Array(encoder, stateVector)
      }),
    closes: () =>
      line.hear(encoder => {
        encoding.writeVarUint(encoder, close)
        encoding.writeVarString(encoder, 'closed')
      }),
    sends: (update: Uint8Array) =>
      line.hear(encoder => {
        encoding.writeVarUint(encoder, sync)
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint8Array(encoder, update)
      }),
  }
  return {
    line,
    doc,
    channel,
    server,
    acknowledged,
    unanswered,
    refused,
    hold: (ids: readonly string[]) => {
      held = ids
    },
    counts: () => ({ openings, synced, tooLarge }),
  }
}
const turn = () => new Promise<void>(resolve => setTimeout(resolve))
const nothing = Y.encodeStateVector(new Y.Doc())
const update = (words: string) => {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.getText('t').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

describe('channel', () => {
  it('[CH1][CH2] sends nothing before the answer to the handshake, then the replay, then asks for the rest', async () => {
    const { line, channel, server } = opened()
    await turn()
    expect(line.look()).toEqual(['auth'])
    expect(channel.sendUpdate(['a'], update('a'))).toBe(false)
    server.authenticated()
    expect(channel.isReady).toBe(false)
    expect(channel.sendUpdate(['a'], update('a'))).toBe(true)
    await turn()
    expect(line.look()).toEqual([{ update: update('a') }, 'step1'])
    expect(channel.isReady).toBe(true)
  })

  it('[CH3][b3] after a gap the acknowledged full sync covers every entry that existed when it was made', async () => {
    const { line, doc, channel, server, acknowledged, hold } = opened()
    await turn()
    server.authenticated()
    await turn()
    line.look()
    doc.getText('t').insert(0, 'alles')
    channel.sendUpdate(['a'], update('a'))
    channel.sendUpdate(['b'], update('b'))
    hold(['a', 'b', 'kept'])
    server.answers(false)
    server.asks(nothing)
    hold(['a', 'b', 'kept', 'later'])
    channel.sendUpdate(['later'], update('later'))
    expect(line.look().at(-2)).toEqual({ step2: Y.encodeStateAsUpdate(doc) })
    expect(acknowledged).toEqual([])
    server.answers(false)
    expect(acknowledged).toEqual([])
    server.answers(true)
    expect(acknowledged).toEqual([['a', 'b', 'kept']])
    server.answers(true)
    expect(acknowledged.at(-1)).toEqual(['later'])
  })

  it('[CH3][b19] who may only read answers no full sync', async () => {
    const { line, server } = opened({ mayWrite: () => false })
    await turn()
    server.authenticated()
    await turn()
    line.look()
    server.asks(nothing)
    expect(line.look()).toEqual([])
  })

  it('[SF1] [a18] begins anew where an answer is not that to the oldest frame, and takes nothing for saved', async () => {
    const { line, channel, server, acknowledged, unanswered } = opened()
    await turn()
    server.authenticated()
    await turn()
    channel.sendUpdate(['lost'], update('lost'))
    channel.sendUpdate(['arrived'], update('arrived'))
    line.look()
    server.answers(true, line.marks[1])
    expect(acknowledged).toEqual([])
    expect(unanswered).toEqual([['lost', 'arrived']])
    expect(channel.sendUpdate(['later'], update('later'))).toBe(false)
    await expect.poll(() => line.look(), { timeout: 5_000 }).toEqual(['auth'])
    server.authenticated()
    await turn()
    expect(channel.isReady).toBe(true)
  })

  it('[a18] asks for everything where something from the server was lost on the way', async () => {
    const { line, doc, server } = opened()
    await turn()
    server.authenticated()
    await turn()
    line.look()
    const source = new Y.Doc()
    const updates: Uint8Array[] = []
    source.on('update', (bytes: Uint8Array) => updates.push(bytes))
    for (const letter of 'abc') source.getText('t').insert(source.getText('t').length, letter)
    server.sends(updates[0] ?? nothing)
    expect(line.look()).toEqual([])
    server.sends(updates[2] ?? nothing)
    expect(line.look()).toEqual(['step1'])
    server.sends(Y.encodeStateAsUpdate(source))
    expect(doc.getText('t').toJSON()).toBe('abc')
    expect(line.look()).toEqual([])
  })

  it('[a18] begins anew where an answer stays away for long', async () => {
    vi.useFakeTimers()
    try {
      const { line, channel, server, unanswered } = opened()
      await vi.advanceTimersByTimeAsync(0)
      server.authenticated()
      await vi.advanceTimersByTimeAsync(0)
      channel.sendUpdate(['a'], update('a'))
      await vi.advanceTimersByTimeAsync(20_000)
      server.answers(true)
      channel.sendUpdate(['b'], update('b'))
      await vi.advanceTimersByTimeAsync(29_000)
      line.look()
      expect(unanswered).toEqual([])
      await vi.advanceTimersByTimeAsync(3_000)
      expect(unanswered).toEqual([['b']])
      expect(line.look()).toEqual(['auth'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('[CH4] what was under way for a former opening on the same socket counts for nothing', async () => {
    const { line, doc, channel, server, acknowledged, counts } = opened()
    await turn()
    server.authenticated()
    await turn()
    channel.sendUpdate(['old'], update('old'))
    line.look()
    void channel.onOpen(new Event('open'))
    await turn()
    expect(line.look()).toEqual(['auth'])
    server.answers(true)
    server.asks(nothing)
    server.sends(update('early'))
    server.closes()
    expect(line.look()).toEqual([])
    expect(counts().synced).toBe(0)
    server.authenticated()
    channel.sendUpdate(['new'], update('new'))
    await turn()
    server.answers(true)
    expect(acknowledged).toEqual([['new']])
    server.sends(update('whole'))
    expect(counts()).toMatchObject({ openings: 2, synced: 1 })
    expect(doc.getText('t').toJSON()).toBe('whole')
  })

  it('[CH4] a second answer to one handshake begins nothing', async () => {
    const { server, counts } = opened()
    await turn()
    server.authenticated()
    server.authenticated()
    await turn()
    expect(counts().openings).toBe(1)
  })

  it('leaves no room that is not open', async () => {
    const { line, channel, server, refused } = opened()
    await turn()
    line.look()
    server.denies('setAside')
    expect(refused).toEqual(['setAside'])
    channel.destroy()
    expect(line.look()).toEqual([])
  })

  it('leaves an open room, and sends nothing afterwards', async () => {
    const { line, channel, server } = opened()
    await turn()
    server.authenticated()
    await turn()
    line.look()
    channel.destroy()
    expect(line.look()).toEqual(['leave'])
    expect(channel.sendUpdate(['a'], update('a'))).toBe(false)
  })

  it('[b7] tells of what no frame can carry instead of sending it', async () => {
    const { line, doc, channel, server, counts } = opened()
    await turn()
    server.authenticated()
    await turn()
    line.look()
    const large = 'x'.repeat(maxFrameBytes)
    expect(channel.sendUpdate(['a'], update(large))).toBe(false)
    doc.getText('t').insert(0, large)
    server.asks(nothing)
    expect(line.look()).toEqual([])
    expect(counts().tooLarge).toBe(2)
    // the next answer belongs to the next frame
    channel.sendUpdate(['b'], update('b'))
    expect(line.look()).toHaveLength(1)
  })
})
