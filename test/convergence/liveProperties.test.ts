import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyLive, itemMs, type LiveContext, type LiveRights, speakerOrder } from '#shared/rules/live.ts'
import {
  type LiveAction,
  type LiveState,
  liveActionSchema,
  liveStateSchema,
} from '#shared/rules/liveState.ts'
import { checkProperty } from '#test/support/property.ts'

const items = ['top1', 'top2', 'top3']
const motions = ['d1', 'd2']
const people = ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk']
const remote = new Set(['u.jw', 'u.sk'])

const all: LiveRights = { lead: true, timer: true, list: true, speak: true }

const at = (now: number, by: string, rights: LiveRights): LiveContext => ({
  now,
  by,
  rights,
  isItem: id => items.includes(id),
  isMotion: id => motions.includes(id),
  isPerson: id => people.includes(id),
  isRemote: id => remote.has(id),
})

describe('whatever is done in whatever order', () => {
  const action: fc.Arbitrary<LiveAction> = fc.oneof(
    fc.record({ type: fc.constant('start' as const), item: fc.option(fc.constantFrom(...items)) }),
    fc.record({ type: fc.constant('goTo' as const), item: fc.constantFrom(...items, 'gone') }),
    fc.record({
      type: fc.constant('finish' as const),
      item: fc.constantFrom(...items),
      next: fc.option(fc.constantFrom(...items)),
    }),
    fc.constant<LiveAction>({ type: 'pause' }),
    fc.constant<LiveAction>({ type: 'resume' }),
    fc.record({
      type: fc.constant('extraMinutes' as const),
      item: fc.constantFrom(...items),
      minutes: fc.integer({ min: 0, max: 60 }),
    }),
    fc.record({
      type: fc.constant('ask' as const),
      kind: fc.constantFrom('wortmeldung' as const, 'direkt' as const, 'geschaeftsordnung' as const),
      person: fc.option(fc.constantFrom(...people)),
    }),
    fc.constant<LiveAction>({ type: 'takeBack' }),
    fc.record({ type: fc.constant('speak' as const), person: fc.option(fc.constantFrom(...people)) }),
    fc.record({ type: fc.constant('strike' as const), person: fc.constantFrom(...people) }),
    fc.record({
      type: fc.constant('mode' as const),
      mode: fc.constantFrom('zeit' as const, 'erstmals' as const, 'abwechselnd' as const),
    }),
    fc.record({ type: fc.constant('show' as const), decision: fc.option(fc.constantFrom(...motions)) }),
  )
  const rights = fc.record({
    lead: fc.boolean(),
    timer: fc.boolean(),
    list: fc.boolean(),
    speak: fc.boolean(),
  })
  const steps = fc.array(
    fc.record({
      action,
      by: fc.constantFrom(...people),
      rights: fc.oneof({ weight: 4, arbitrary: fc.constant(all) }, { weight: 1, arbitrary: rights }),
      later: fc.integer({ min: 0, max: 90_000 }),
    }),
    { maxLength: 60 },
  )

  it('[LV1] [LV2] [LV3] [LV4] [LV5] hold, and every state can be read back', () => {
    checkProperty('live', 1_000, steps, given => {
      let state: LiveState | null = null
      let now = 1_000
      for (const { action, by, rights, later } of given) {
        now += later
        expect(liveActionSchema.parse(action)).toEqual(action)
        const before: LiveState | null = state
        const written = JSON.stringify(before)
        const context = at(now, by, rights)
        const outcome = applyLive(before, action, context)
        expect(JSON.stringify(before)).toBe(written)
        if (outcome.outcome === 'refused') continue
        state = outcome.state
        expect(liveStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
        // [LV5]
        expect(applyLive(state, action, context)).toEqual({ outcome: 'done', state })
        // [LV4]
        const hasNone = !rights.lead && !rights.timer && !rights.list && !rights.speak
        if (hasNone) expect(state).toBe(before)
        const shown: LiveState = state
        const whole = items.reduce((sum, item) => sum + itemMs(shown, item, now), 0)
        expect(whole).toBeLessThanOrEqual(now - shown.startedAt)
        if (shown.pausedSince !== null) {
          expect(shown.current?.since ?? null).toBeNull()
          expect(shown.speakers.speaking?.since ?? null).toBeNull()
        }
        const names = shown.speakers.waiting.map(word => word.person)
        expect(new Set(names).size).toBe(names.length)
        for (const mode of ['zeit', 'erstmals', 'abwechselnd'] as const) {
          const next = speakerOrder({ ...shown.speakers, mode }, id => remote.has(id))
          expect(next.map(word => word.person).toSorted()).toEqual(names.toSorted())
        }
      }
    })
  })
})
