import { beforeEach, describe, expect, it } from 'vitest'
import { type Writable, writable } from '#client/lib/store.ts'
import { AppError } from '#shared/errors.ts'
import { documentIdSchema } from '#shared/ids.ts'
import { applyLive } from '#shared/rules/live.ts'
import type { LiveAction, LiveState } from '#shared/rules/liveState.ts'
import type { LiveNotice } from '#shared/wire/notice.ts'
import { type LiveMeeting, type LiveView, liveMeeting } from './live.ts'
import type { ConnectionState } from './types.ts'

const id = documentIdSchema.parse('6f2f4f1e-6b8a-4f6e-9a5c-0c4f5e7a1b2c')
const context = {
  by: 'u.ma',
  isItem: () => true,
  isMotion: () => true,
  isPerson: () => true,
  isRemote: () => false,
}
const rights = { lead: true, timer: true, list: true, speak: true }

/** A server that knows one meeting, and a line that can be cut. */
let server: { counter: number; state: LiveState | null; leads: boolean }
let now: number
let notices: Writable<LiveNotice | null>
let connection: Writable<ConnectionState>
let kept: Map<string, string>

const reach = () => {
  if (connection.get().state !== 'online') throw new AppError('unavailable')
}
const told = () => {
  if (connection.get().state === 'online')
    notices.set({ type: 'live', counter: server.counter, state: server.state })
}
/** Somebody does something at the server. */
function serverDoes(action: LiveAction) {
  const outcome = applyLive(server.state, action, { ...context, rights, now })
  if (outcome.outcome === 'refused') return { ...outcome, counter: server.counter, state: server.state }
  if (outcome.state !== server.state)
    server = { ...server, counter: server.counter + 1, state: outcome.state }
  return { outcome: 'done' as const, counter: server.counter, state: server.state }
}
const open = (): LiveMeeting =>
  liveMeeting({
    document: id,
    notices,
    connection,
    storage: {
      getItem: key => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: key => void kept.delete(key),
    },
    now: () => now,
    isCutOff: () => false,
    context: () => context,
    act: async action => {
      reach()
      const answer = serverDoes(action)
      told()
      return answer
    },
    handOver: async (from, state) => {
      reach()
      if (from !== server.counter)
        return { outcome: 'refused', reason: 'goneOn', counter: server.counter, state: server.state }
      server = { ...server, counter: server.counter + 1, state }
      told()
      return { outcome: 'done', counter: server.counter, state }
    },
    mayHandOver: () => server.leads,
    asAppError: error => (error instanceof AppError ? error : new AppError('badInput')),
  })

const cut = () => connection.set({ state: 'offline' })
const back = () => {
  connection.set({ state: 'online' })
  told()
}
const itemOf = (view: LiveView) => (view.where === 'asking' ? undefined : view.state?.current?.item)

beforeEach(() => {
  server = { counter: 0, state: null, leads: true }
  now = 1_000
  notices = writable<LiveNotice | null>(null)
  connection = writable<ConnectionState>({ state: 'connecting' })
  kept = new Map()
})

it('[LC1] shows what the server says, and of two the later one', async () => {
  const meeting = open()
  expect(meeting.view.get()).toEqual({ where: 'asking' })
  back()
  expect(meeting.view.get()).toMatchObject({ where: 'shared', state: null })
  expect(await meeting.act({ type: 'start', item: 'top1' })).toEqual({ outcome: 'done' })
  const early = notices.get()
  await meeting.act({ type: 'goTo', item: 'top2' })
  notices.set(early && { ...early })
  expect(itemOf(meeting.view.get())).toBe('top2')
})

describe('without a connection', () => {
  const cutOffAt = async (): Promise<LiveMeeting> => {
    const meeting = open()
    back()
    await meeting.act({ type: 'start', item: 'top1' })
    cut()
    now += 60_000
    await meeting.act({ type: 'goTo', item: 'top2' })
    return meeting
  }

  it('[LC2] the meeting goes on here, also after a reload', async () => {
    const meeting = await cutOffAt()
    expect(meeting.view.get()).toMatchObject({ where: 'alone', mayHandOver: false })
    expect(itemOf(meeting.view.get())).toBe('top2')
    expect(server.state?.current?.item).toBe('top1')
    meeting.end()
    notices = writable<LiveNotice | null>(null)
    expect(itemOf(open().view.get())).toBe('top2')
  })

  it('a whole meeting begins and ends here', async () => {
    cut()
    const meeting = open()
    await meeting.act({ type: 'start', item: 'top1' })
    await meeting.act({ type: 'ask', kind: 'wortmeldung', person: null })
    await meeting.act({ type: 'speak', person: 'u.ma' })
    expect(meeting.view.get()).toMatchObject({
      where: 'alone',
      state: { speakers: { speaking: { person: 'u.ma' } } },
    })
    meeting.forget()
    expect(kept.size).toBe(0)
  })

  it('[LC3] back again nothing is sent by itself; a person hands it over', async () => {
    const meeting = await cutOffAt()
    back()
    expect(meeting.view.get()).toMatchObject({ where: 'alone', mayHandOver: true })
    expect(server.state?.current?.item).toBe('top1')
    expect(await meeting.handOver()).toEqual({ outcome: 'done' })
    expect(server.state?.current?.item).toBe('top2')
    expect(meeting.view.get()).toMatchObject({ where: 'shared', wasAlone: false })
  })

  it('[LC3] a meeting that has gone on meanwhile is not overwritten, and the person is told', async () => {
    const meeting = await cutOffAt()
    serverDoes({ type: 'goTo', item: 'top3' })
    back()
    expect(meeting.view.get()).toMatchObject({ where: 'shared', wasAlone: true })
    expect(itemOf(meeting.view.get())).toBe('top3')
    meeting.seen()
    expect(meeting.view.get()).toMatchObject({ wasAlone: false })
  })

  it('[LC3] also when it goes on while the person is choosing', async () => {
    const meeting = await cutOffAt()
    back()
    serverDoes({ type: 'goTo', item: 'top3' })
    expect(await meeting.handOver()).toEqual({ outcome: 'refused', reason: 'goneOn' })
    expect(itemOf(meeting.view.get())).toBe('top3')
  })

  it('[LC3] who does not lead has nothing to hand over', async () => {
    const meeting = await cutOffAt()
    server.leads = false
    back()
    expect(meeting.view.get()).toMatchObject({ where: 'shared', wasAlone: true })
  })

  it('what went on alone can be let go', async () => {
    const meeting = await cutOffAt()
    back()
    meeting.letGo()
    expect(itemOf(meeting.view.get())).toBe('top1')
  })

  it('a hand-over that does not arrive keeps what went on here', async () => {
    const meeting = await cutOffAt()
    back()
    cut()
    expect(await meeting.handOver()).toEqual({ outcome: 'failed' })
    expect(itemOf(meeting.view.get())).toBe('top2')
  })
})
