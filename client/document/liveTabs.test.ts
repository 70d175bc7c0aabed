import { afterEach, describe, expect, it } from 'vitest'
import { when, writable } from '#client/lib/store.ts'
import { documentIdSchema, personIdSchema } from '#shared/ids.ts'
import type { LiveState } from '#shared/rules/liveState.ts'
import { heardFromTabs, tellTabs } from './liveTabs.ts'

const self = personIdSchema.parse('u.ma')
const document = documentIdSchema.parse('a1a1a1a1-2026-4314-8000-000000000a01')
const other = documentIdSchema.parse('a1a1a1a1-2026-4314-8000-000000000a02')
const state = (startedAt: number): LiveState => ({
  startedAt,
  changedAt: startedAt,
  current: null,
  items: {},
  pausedSince: null,
  speakers: { mode: 'zeit', speaking: null, waiting: [], spoken: [], lastSide: null },
  shown: null,
})
const isAt =
  (startedAt: number) =>
  (given: LiveState | null): given is LiveState =>
    given?.startedAt === startedAt
const isNone = (given: LiveState | null): given is null => given === null

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})
function tab(own: LiveState | null) {
  const alone = writable<LiveState | null>(own)
  const end = tellTabs(self, document, alone)
  ends.push(end)
  return { alone, end }
}
function listener(of = document) {
  const heard = heardFromTabs(self, of)
  ends.push(heard.end)
  return heard.alone
}

describe('the tabs of a device', () => {
  it('a tab that comes later is told where the meeting stands, and of each step', async () => {
    const { alone } = tab(state(1))
    const wall = listener()
    await when(wall, isAt(1))
    alone.set(state(2))
    await when(wall, isAt(2))
    alone.set(null)
    await when(wall, isNone)
  })

  it('a tab that is closed takes its meeting with it', async () => {
    const { end } = tab(state(1))
    const wall = listener()
    await when(wall, isAt(1))
    end()
    await when(wall, isNone)
  })

  it('of another document, and of a tab that is with the others, nobody hears', async () => {
    const elsewhere = listener(other)
    const wall = listener()
    tab(null)
    const { alone } = tab(state(3))
    await when(wall, isAt(3))
    expect(elsewhere.get()).toBeNull()
    expect(alone.get()).toEqual(state(3))
  })
})
