import { describe, expect, it } from 'vitest'
import {
  applyLive,
  itemMs,
  type LiveContext,
  type LiveRights,
  notAhead,
  speakerOrder,
  speechMs,
} from './live.ts'
import { liveRights } from './liveRights.ts'
import type { LiveAction, LiveState } from './liveState.ts'

const items = ['top1', 'top2', 'top3']
const motions = ['d1', 'd2']
const people = ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk']
const remote = new Set(['u.jw', 'u.sk'])

const all: LiveRights = { lead: true, timer: true, list: true, speak: true }
const none: LiveRights = { lead: false, timer: false, list: false, speak: false }

const at = (now: number, by = 'u.ma', rights = all): LiveContext => ({
  now,
  by,
  rights,
  isItem: id => items.includes(id),
  isMotion: id => motions.includes(id),
  isPerson: id => people.includes(id),
  isRemote: id => remote.has(id),
})

/** Does one thing after the other, a second apart; refusals fail. */
function played(
  actions: readonly (LiveAction | [LiveAction, string])[],
  from: LiveState | null = null,
): LiveState {
  let state = from
  for (const [index, step] of actions.entries()) {
    const [action, by] = Array.isArray(step) ? step : [step, 'u.ma']
    const outcome = applyLive(state, action, at(1_000 * (index + 1), by))
    if (outcome.outcome === 'refused') throw new Error(`${action.type}: ${outcome.reason}`)
    state = outcome.state
  }
  if (!state) throw new Error('Nothing was done')
  return state
}

const reason = (state: LiveState | null, action: LiveAction, context: LiveContext) => {
  const outcome = applyLive(state, action, context)
  return outcome.outcome === 'refused' ? outcome.reason : outcome.outcome
}

const asks = (kind: 'wortmeldung' | 'direkt' | 'geschaeftsordnung' = 'wortmeldung'): LiveAction => ({
  type: 'ask',
  kind,
  person: null,
})
const order = (state: LiveState) =>
  speakerOrder(state.speakers, id => remote.has(id)).map(word => word.person)

describe('the clock', () => {
  it('runs for the item that is on, and stands during a break [LV2]', () => {
    let state = played([{ type: 'start', item: 'top1' }])
    expect(itemMs(state, 'top1', 61_000)).toBe(60_000)
    state = (applyLive(state, { type: 'pause' }, at(61_000)) as { state: LiveState }).state
    expect(itemMs(state, 'top1', 500_000)).toBe(60_000)
    state = (applyLive(state, { type: 'resume' }, at(500_000)) as { state: LiveState }).state
    state = (
      applyLive(state, { type: 'finish', item: 'top1', next: 'top2' }, at(510_000)) as { state: LiveState }
    ).state
    expect(itemMs(state, 'top1', 900_000)).toBe(70_000)
    expect(itemMs(state, 'top2', 520_000)).toBe(10_000)
    expect(state.items.top1?.done).toBe(true)
    expect(state.current).toEqual({ item: 'top2', enteredAt: 510_000, since: 510_000 })
  })

  it('goes on where it was when the meeting comes back to an item, which is open again', () => {
    const state = played([
      { type: 'start', item: 'top1' },
      { type: 'finish', item: 'top1', next: 'top2' },
      { type: 'goTo', item: 'top1' },
    ])
    expect(itemMs(state, 'top1', 5_000)).toBe(1_000 + 2_000)
    expect(state.items.top1?.done).toBe(false)
  })

  it('stands when an item is entered during a break, and for whoever speaks', () => {
    const state = played([
      { type: 'start', item: 'top1' },
      asks(),
      { type: 'speak', person: 'u.ma' },
      { type: 'pause' },
      { type: 'goTo', item: 'top2' },
    ])
    expect(state.current?.since).toBeNull()
    const speaking = played([
      { type: 'start', item: 'top1' },
      asks(),
      { type: 'speak', person: 'u.ma' },
      { type: 'pause' },
    ]).speakers.speaking
    expect(speaking && speechMs(speaking, 99_000)).toBe(1_000)
  })

  it('takes nothing away when it was set back [LV6]', () => {
    const state = played([{ type: 'start', item: 'top1' }])
    const outcome = applyLive(state, { type: 'goTo', item: 'top2' }, at(10))
    expect(outcome.outcome === 'done' && itemMs(outcome.state, 'top1', 10)).toBe(0)
  })
})

describe('the speaker list', () => {
  const waiting = (
    mode: LiveState['speakers']['mode'],
    more: readonly (LiveAction | [LiveAction, string])[] = [],
  ) =>
    played([
      { type: 'start', item: 'top1' },
      { type: 'mode', mode },
      [asks(), 'u.ma'],
      [asks(), 'u.dy'],
      [asks(), 'u.jw'],
      [asks(), 'u.sk'],
      ...more,
    ])

  it('by time: who asked first', () => {
    expect(order(waiting('zeit'))).toEqual(['u.ma', 'u.dy', 'u.jw', 'u.sk'])
  })

  it('those first who have not spoken on the item', () => {
    const state = waiting('erstmals', [{ type: 'speak', person: 'u.ma' }, [asks(), 'u.ma'], [asks(), 'u.hp']])
    expect(order(state)).toEqual(['u.dy', 'u.jw', 'u.sk', 'u.hp', 'u.ma'])
    // on the next item everybody is new
    expect(
      order((applyLive(state, { type: 'goTo', item: 'top2' }, at(99_000)) as { state: LiveState }).state)[3],
    ).toBe('u.ma')
  })

  it('room and remote in turn, beginning across from whoever spoke last', () => {
    expect(order(waiting('abwechselnd'))).toEqual(['u.ma', 'u.jw', 'u.dy', 'u.sk'])
    expect(order(waiting('abwechselnd', [{ type: 'speak', person: 'u.ma' }]))).toEqual([
      'u.jw',
      'u.dy',
      'u.sk',
    ])
    expect(
      order(
        waiting('abwechselnd', [
          { type: 'strike', person: 'u.jw' },
          { type: 'strike', person: 'u.sk' },
        ]),
      ),
    ).toEqual(['u.ma', 'u.dy'])
  })

  it('rules of procedure before the matter, a direct answer next', () => {
    const state = waiting('abwechselnd', [
      [asks('direkt'), 'u.sk'],
      [asks('geschaeftsordnung'), 'u.hp'],
    ])
    expect(order(state)).toEqual(['u.hp', 'u.sk', 'u.ma', 'u.jw', 'u.dy'])
  })

  it('who asks otherwise keeps the place in time [LV3]', () => {
    const state = waiting('zeit', [
      [asks('direkt'), 'u.dy'],
      [asks(), 'u.dy'],
    ])
    expect(order(state)).toEqual(['u.ma', 'u.dy', 'u.jw', 'u.sk'])
  })

  it('takes nobody in twice, strikes and takes back', () => {
    const state = waiting('zeit', [
      [asks(), 'u.ma'],
      [{ type: 'takeBack' }, 'u.dy'],
      { type: 'strike', person: 'u.sk' },
    ])
    expect(order(state)).toEqual(['u.ma', 'u.jw'])
    expect(reason(state, { type: 'speak', person: 'u.sk' }, at(9_000))).toBe('notWaiting')
  })

  it('gives the word once, however often it is pressed [LV5]', () => {
    const once = waiting('zeit', [{ type: 'speak', person: 'u.ma' }])
    const twice = applyLive(once, { type: 'speak', person: 'u.ma' }, at(99_000))
    expect(twice).toEqual({ outcome: 'done', state: once })
    expect(once.speakers.speaking).toMatchObject({ person: 'u.ma', since: 7_000 })
  })
})

describe('who may', () => {
  const started = played([{ type: 'start', item: 'top1' }])
  const everyAction: readonly LiveAction[] = [
    { type: 'start', item: null },
    { type: 'goTo', item: 'top2' },
    { type: 'finish', item: 'top1', next: null },
    { type: 'show', decision: 'd1' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'extraMinutes', item: 'top1', minutes: 5 },
    { type: 'speak', person: null },
    { type: 'strike', person: 'u.dy' },
    { type: 'mode', mode: 'erstmals' },
    { type: 'ask', kind: 'wortmeldung', person: 'u.hp' },
    asks(),
    { type: 'takeBack' },
  ]
  const may = (rights: LiveRights) =>
    everyAction
      .filter(action => reason(started, action, at(2_000, 'u.dy', rights)) !== 'notAllowed')
      .map(a => a.type)

  it('the chair everything, the keepers their own, everybody their own word [LV4]', () => {
    expect(may(all)).toHaveLength(everyAction.length)
    expect(may({ ...none, speak: true, timer: true })).toEqual([
      'pause',
      'resume',
      'extraMinutes',
      'ask',
      'takeBack',
    ])
    expect(may({ ...none, speak: true, list: true })).toEqual([
      'speak',
      'strike',
      'mode',
      'ask',
      'ask',
      'takeBack',
    ])
    expect(may({ ...none, speak: true })).toEqual(['ask', 'takeBack'])
    expect(may(none)).toEqual([])
  })

  const named = { chair: 'u.ma', timeKeeper: 'u.hp', speakerListKeeper: 'u.sk', minuteTakers: ['u.dy'] }
  const writers = (id: string) => people.includes(id)
  it.each([
    ['u.ma', named, all],
    ['u.hp', named, { ...none, speak: true, timer: true }],
    ['u.sk', named, { ...none, speak: true, list: true }],
    ['u.jw', named, { ...none, speak: true }],
    ['u.reader', named, none],
    ['u.reader', { ...named, chair: null }, none],
    // nobody is named
    ['u.jw', { ...named, chair: null }, all],
    // the chair is a guest without an account
    ['u.dy', { ...named, chair: 'guest' }, all],
    ['u.jw', { ...named, chair: 'guest' }, { ...none, speak: true }],
    ['u.jw', { ...named, chair: 'guest', minuteTakers: [] }, all],
  ] as const)('%s with %j', (by, functions, rights) => {
    expect(liveRights(functions, by, writers)).toEqual(rights)
  })
})

it('nothing before the meeting has begun, and nothing that is not there', () => {
  const started = played([{ type: 'start', item: 'top1' }])
  expect(reason(null, { type: 'pause' }, at(1))).toBe('notStarted')
  expect(reason(null, { type: 'start', item: 'gone' }, at(1))).toBe('unknownItem')
  expect(reason(started, { type: 'goTo', item: 'gone' }, at(1))).toBe('unknownItem')
  expect(reason(started, { type: 'show', decision: 'gone' }, at(1))).toBe('unknownMotion')
  expect(reason(started, { type: 'ask', kind: 'direkt', person: 'gone' }, at(1))).toBe('unknownPerson')
})

it('finishing what somebody has finished already does not skip the next item [LV5]', () => {
  const state = played([
    { type: 'start', item: 'top1' },
    { type: 'finish', item: 'top1', next: 'top2' },
  ])
  expect(applyLive(state, { type: 'finish', item: 'top1', next: 'top2' }, at(9_000))).toEqual({
    outcome: 'done',
    state,
  })
})

it('the wall is empty again on the next item', () => {
  const state = played([
    { type: 'start', item: 'top1' },
    { type: 'show', decision: 'd1' },
    { type: 'goTo', item: 'top2' },
  ])
  expect(state.shown).toBeNull()
})

it('the list has an end', () => {
  const many = Array.from({ length: 200 }, (_, index) => `p${index}`)
  const context = { ...at(1_000), isPerson: () => true }
  let state: LiveState | null = played([{ type: 'start', item: 'top1' }])
  for (const person of many) {
    const outcome = applyLive(state, { type: 'ask', kind: 'wortmeldung', person }, context)
    state = outcome.outcome === 'done' ? outcome.state : state
  }
  expect(reason(state, asks(), context)).toBe('listFull')
})

it('a state from a clock that is ahead keeps its spans of time and lies before now', () => {
  const state = played([{ type: 'start', item: 'top1' }, asks(), { type: 'speak', person: 'u.ma' }, asks()])
  expect(notAhead(state, 4_000)).toBe(state)
  const earlier = notAhead(state, 3_500)
  expect(earlier).toMatchObject({
    startedAt: 500,
    changedAt: 3_500,
    current: { enteredAt: 500, since: 500 },
    speakers: { speaking: { since: 2_500, requestedAt: 1_500 }, waiting: [{ requestedAt: 3_500 }] },
  })
})
