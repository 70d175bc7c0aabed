import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { roomName } from '#shared/wire/room.ts'
import { authFrame, frame, syncStep1Frame, updateFrame } from '#test/support/hostile/clientFrames.ts'
import { handshakeOf, newClientId, type Scene, startScene, type } from '#test/support/hostile/scene.ts'
import { honestText } from '#test/support/hostile/updateAttacks.ts'

// a bound for waiting, far beyond what opening a room takes
const waitMs = 3_000

const leave = (room: string): Uint8Array => frame(room, 7)

/** One room is left and opened again on the same socket, faster than it can be loaded. */
describe('handshakes', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await startScene()
  })
  afterAll(() => scene.end())

  type Step = 'open' | 'leave' | 'ask' | 'write'
  /** Sends the steps in one go; then writes as a provider does, whenever the room says that it is open. */
  async function run(
    steps: readonly Step[],
    options: { isOpen: boolean; isAlone: boolean },
    limitMs = waitMs,
  ) {
    const room = scene.newRoom()
    const name = roomName(room)
    const witness = options.isAlone ? null : await scene.open(room, 'witness')
    const client = newClientId()
    const raw = await scene.connect('hasty')
    const isOpen = () => raw.frames.filter(({ type: said }) => said === 'authenticated').length
    if (options.isOpen) {
      await raw.openRoom(name, handshakeOf(client))
      await raw.load(name)
    }
    const frames: Record<Step, Uint8Array> = {
      open: authFrame(name, handshakeOf(client)),
      leave: leave(name),
      ask: syncStep1Frame(name),
      write: updateFrame(name, honestText('x')({ client, clock: 0 })),
    }
    let written = options.isOpen ? isOpen() : 0
    raw.send(...steps.map(step => frames[step]))
    await raw.until(
      'an acknowledgement, or the end',
      () => {
        if (isOpen() > written) {
          written = isOpen()
          raw.send(frames.write)
        }
        return raw.answers(true) > 0 || raw.closed !== null
      },
      limitMs,
    )
    if (witness) {
      await type(witness, 'ungestört')
      expect(witness.closeCodes).toEqual([])
    }
    return raw
  }

  const times = (count: number, ...steps: Step[]): Step[] => Array.from({ length: count }, () => steps).flat()
  const sequences: Record<string, Step[]> = {
    once: ['open'],
    twice: ['open', 'open'],
    'twice, asking each time': ['open', 'ask', 'open', 'ask'],
    'after leaving': ['leave', 'open'],
    'after leaving twice': ['leave', 'open', 'leave', 'open'],
    'and left and opened': ['open', 'leave', 'open'],
    'five times': times(5, 'open'),
    'writing in between': ['open', 'write', 'leave', 'open'],
  }
  const situations = [true, false].flatMap(isOpen => [true, false].map(isAlone => ({ isOpen, isAlone })))

  describe.each(situations)('isOpen $isOpen, isAlone $isAlone', options => {
    it.each(Object.entries(sequences))('opened %s, the room works in the end', async (_, steps) => {
      const raw = await run(steps, options)
      expect(raw.closed).toBeNull()
      expect(raw.answers(false)).toBe(0)
    })
  })

  it.each([
    ['before it is open', 1, false],
    ['often before it is open', 5, false],
    ['once it is open', 1, true],
    ['often', 5, true],
  ] as const)(
    'of an honest provider that is made anew %s: the last one syncs',
    async (_, times, isSynced) => {
      class Socket extends WebSocket {
        constructor(url: string) {
          super(url, { headers: { cookie: 'person=honest' } })
        }
      }
      const socket = new HocuspocusProviderWebsocket({ url: scene.server.url, WebSocketPolyfill: Socket })
      const name = roomName(scene.newRoom())
      const make = () => {
        const document = new Y.Doc()
        const provider = new HocuspocusProvider({
          name,
          document,
          websocketProvider: socket,
          token: handshakeOf(document.clientID),
        })
        provider.attach()
        return provider
      }
      await expect.poll(() => socket.status).toBe('connected')
      let provider = make()
      if (isSynced) await expect.poll(() => provider.isSynced).toBe(true)
      for (let count = 0; count < times; count++) {
        provider.destroy()
        provider = make()
      }
      provider.document.getText('t').insert(0, 'x')
      await expect
        .poll(() => [provider.isSynced, provider.unsyncedChanges], { timeout: waitMs })
        .toEqual([true, 0])
      provider.destroy()
      socket.destroy()
    },
  )

  it('[b28] by the hundred end at most their own socket', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const flood = [...times(150, 'open'), ...times(75, 'leave', 'open'), ...times(20, 'open', 'ask', 'write')]
    // so many at once are taken slowly
    for (const options of situations) await run(flood, options, 20_000)
    printed.mockRestore()
  })
})
