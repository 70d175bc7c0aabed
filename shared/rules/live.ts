import type { LiveAction, LiveRefusal, LiveState, LiveWord } from './liveState.ts'

/**
 * Where a meeting stands, and what becomes of it (domain.md 2.2, 2.6). Pure: the server applies it, and a device alone.
 *
 * - [LV1] Time passes once: what all items have spent together is never more than the time since the start.
 * - [LV2] During a break no clock runs.
 * - [LV3] Nobody waits twice; whoever speaks may wait once more.
 * - [LV4] Who may not, changes nothing.
 * - [LV5] The same action twice is done once.
 * - [LV6] A clock that was set back takes nothing away.
 */

/** What somebody may do here. */
export type LiveRights = {
  /** items, wall; and whatever else there is */
  readonly lead: boolean
  readonly timer: boolean
  readonly list: boolean
  /** one's own word */
  readonly speak: boolean
}

/** What is known beside the state when something is done. */
export type LiveContext = {
  readonly now: number
  readonly by: string
  readonly rights: LiveRights
  isItem(this: void, id: string): boolean
  isMotion(this: void, id: string): boolean
  /** of the attendance list, or of the space */
  isPerson(this: void, id: string): boolean
  /** takes part from elsewhere (attendance status `zugeschaltet`) */
  isRemote(this: void, id: string): boolean
}

/** `state` is the given one where nothing was to be done. */
export type LiveOutcome =
  | { readonly outcome: 'done'; readonly state: LiveState }
  | { readonly outcome: 'refused'; readonly reason: LiveRefusal }

const needs: Readonly<Record<LiveAction['type'], keyof LiveRights>> = {
  start: 'lead',
  goTo: 'lead',
  finish: 'lead',
  show: 'lead',
  pause: 'timer',
  resume: 'timer',
  extraMinutes: 'timer',
  speak: 'list',
  strike: 'list',
  mode: 'list',
  ask: 'speak',
  takeBack: 'speak',
}

/** More than so many do not wait; beyond it somebody plays with the list. */
const mostWaiting = 200

/** Does one thing. `state` null: the meeting has not begun. Does not mutate it. */
export function applyLive(state: LiveState | null, action: LiveAction, context: LiveContext): LiveOutcome {
  const { rights, by } = context
  const needed =
    action.type === 'ask' && action.person !== null && action.person !== by ? 'list' : needs[action.type]
  if (!rights[needed]) return refused('notAllowed')
  if (action.type === 'start') return start(state, action.item, context)
  if (state === null) return refused('notStarted')
  const next = change(state, action, context)
  if (typeof next === 'string') return refused(next)
  if (next === state) return { outcome: 'done', state }
  return { outcome: 'done', state: { ...next, changedAt: Math.max(state.changedAt, context.now) } }
}

const refused = (reason: LiveRefusal): LiveOutcome => ({ outcome: 'refused', reason })

function start(state: LiveState | null, item: string | null, { now, isItem }: LiveContext): LiveOutcome {
  if (state !== null) return { outcome: 'done', state }
  if (item !== null && !isItem(item)) return refused('unknownItem')
  const begun: LiveState = {
    startedAt: now,
    changedAt: now,
    current: null,
    items: {},
    pausedSince: null,
    speakers: { mode: 'zeit', speaking: null, waiting: [], spoken: [], lastSide: null },
    shown: null,
  }
  return { outcome: 'done', state: item === null ? begun : entered(begun, item, now) }
}

type Change = Exclude<LiveAction, { type: 'start' }>

function change(state: LiveState, action: Change, context: LiveContext): LiveState | LiveRefusal {
  const { now, by } = context
  const { speakers } = state
  switch (action.type) {
    case 'goTo':
      if (!context.isItem(action.item)) return 'unknownItem'
      return state.current?.item === action.item ? state : entered(left(state, now), action.item, now)
    case 'finish': {
      if (!context.isItem(action.item)) return 'unknownItem'
      if (action.next !== null && !context.isItem(action.next)) return 'unknownItem'
      const own = spentOn(state, action.item)
      // done before: whoever was quicker has gone on
      if (own.done) return state
      const isOn = state.current?.item === action.item
      const gone = isOn ? left(state, now) : state
      const done = withItem(gone, action.item, { ...spentOn(gone, action.item), done: true })
      return isOn && action.next !== null ? entered(done, action.next, now) : done
    }
    case 'pause':
      return state.pausedSince === null ? paused(state, now) : state
    case 'resume':
      return state.pausedSince === null ? state : resumed(state, now)
    case 'extraMinutes': {
      if (!context.isItem(action.item)) return 'unknownItem'
      const own = spentOn(state, action.item)
      return own.extraMinutes === action.minutes
        ? state
        : withItem(state, action.item, { ...own, extraMinutes: action.minutes })
    }
    case 'ask': {
      const person = action.person ?? by
      if (!context.isPerson(person)) return 'unknownPerson'
      const before = speakers.waiting.find(word => word.person === person)
      if (before?.kind === action.kind) return state
      // who asks otherwise keeps the place in time
      const word = { person, kind: action.kind, requestedAt: before?.requestedAt ?? now }
      if (before) {
        const waiting = speakers.waiting.map(one => (one === before ? word : one))
        return { ...state, speakers: { ...speakers, waiting } }
      }
      if (speakers.waiting.length >= mostWaiting) return 'listFull'
      return { ...state, speakers: { ...speakers, waiting: [...speakers.waiting, word] } }
    }
    case 'takeBack':
      return without(state, by)
    case 'strike':
      return without(state, action.person)
    case 'speak':
      return spoken(state, action.person, context)
    case 'mode':
      return speakers.mode === action.mode
        ? state
        : { ...state, speakers: { ...speakers, mode: action.mode } }
    case 'show':
      if (action.decision !== null && !context.isMotion(action.decision)) return 'unknownMotion'
      return state.shown === action.decision ? state : { ...state, shown: action.decision }
  }
}

/** What an item has taken so far, without what runs now. */
export const spentOn = (state: LiveState, item: string): LiveState['items'][string] =>
  Object.hasOwn(state.items, item) ? (state.items[item] ?? nothingSpent) : nothingSpent
const nothingSpent = { spentMs: 0, extraMinutes: 0, done: false }

const withItem = (state: LiveState, item: string, spent: LiveState['items'][string]): LiveState => ({
  ...state,
  items: { ...state.items, [item]: spent },
})

// [LV6]
const since = (from: number, now: number): number => Math.max(0, now - from)

/** The clock of the current item stops; what ran is its own. */
function stopped(state: LiveState, now: number): LiveState {
  const { current } = state
  if (current === null || current.since === null) return state
  const own = spentOn(state, current.item)
  return {
    ...withItem(state, current.item, { ...own, spentMs: own.spentMs + since(current.since, now) }),
    current: { ...current, since: null },
  }
}

/** The item is left: its clock stops, nobody speaks any more, the wall is empty. Who waits goes on waiting. */
function left(state: LiveState, now: number): LiveState {
  const { speakers } = state
  return {
    ...stopped(state, now),
    current: null,
    speakers: { ...speakers, speaking: null, spoken: [] },
    shown: null,
  }
}

/** An item that was done is open again when the meeting comes back to it. */
function entered(state: LiveState, item: string, now: number): LiveState {
  const running = state.pausedSince === null ? now : null
  return {
    ...withItem(state, item, { ...spentOn(state, item), done: false }),
    current: { item, enteredAt: now, since: running },
  }
}

function paused(state: LiveState, now: number): LiveState {
  const { speakers } = state
  const { speaking } = speakers
  return {
    ...stopped(state, now),
    pausedSince: now,
    speakers: {
      ...speakers,
      speaking: speaking && { ...speaking, since: null, spentMs: speechMs(speaking, now) },
    },
  }
}

function resumed(state: LiveState, now: number): LiveState {
  const { current, speakers } = state
  return {
    ...state,
    pausedSince: null,
    current: current && { ...current, since: now },
    speakers: { ...speakers, speaking: speakers.speaking && { ...speakers.speaking, since: now } },
  }
}

/** Off the list; whoever speaks is done. */
function without(state: LiveState, person: string): LiveState {
  const { speakers } = state
  const waiting = speakers.waiting.filter(word => word.person !== person)
  if (waiting.length < speakers.waiting.length) return { ...state, speakers: { ...speakers, waiting } }
  if (speakers.speaking?.person !== person) return state
  return { ...state, speakers: { ...speakers, speaking: null } }
}

function spoken(state: LiveState, person: string | null, context: LiveContext): LiveState | LiveRefusal {
  const { speakers } = state
  if (person === null)
    return speakers.speaking === null ? state : { ...state, speakers: { ...speakers, speaking: null } }
  const word = speakers.waiting.find(one => one.person === person)
  if (!word) return speakers.speaking?.person === person ? state : 'notWaiting'
  return {
    ...state,
    speakers: {
      ...speakers,
      speaking: { ...word, since: state.pausedSince === null ? context.now : null, spentMs: 0 },
      waiting: speakers.waiting.filter(one => one !== word),
      spoken: speakers.spoken.includes(person) ? speakers.spoken : [...speakers.spoken, person],
      lastSide: sideOf(person, context.isRemote),
    },
  }
}

/**
 * The state with every moment so much earlier (ms) that nothing in it lies after `now`: a device that went on alone may
 * have a clock that is ahead.
 */
export function notAhead(state: LiveState, now: number): LiveState {
  const by = state.changedAt - now
  if (by <= 0) return state
  const { current, pausedSince, speakers } = state
  const moved = (moment: number): number => Math.max(0, moment - by)
  const movedOrNull = (moment: number | null) => (moment === null ? null : moved(moment))
  const word = <W extends LiveWord>(one: W): W => ({ ...one, requestedAt: moved(one.requestedAt) })
  return {
    ...state,
    startedAt: moved(state.startedAt),
    changedAt: now,
    current: current && {
      ...current,
      enteredAt: moved(current.enteredAt),
      since: movedOrNull(current.since),
    },
    pausedSince: movedOrNull(pausedSince),
    speakers: {
      ...speakers,
      speaking: speakers.speaking && {
        ...word(speakers.speaking),
        since: movedOrNull(speakers.speaking.since),
      },
      waiting: speakers.waiting.map(word),
    },
  }
}

// what a client derives

/** How long an item has taken at `now`, in ms. */
export function itemMs(state: LiveState, item: string, now: number): number {
  const { current } = state
  const { spentMs } = spentOn(state, item)
  return current?.item === item && current.since !== null ? spentMs + since(current.since, now) : spentMs
}

/** How long somebody has spoken at `now`, in ms. */
export const speechMs = (
  speech: { readonly since: number | null; readonly spentMs: number },
  now: number,
): number => speech.spentMs + (speech.since === null ? 0 : since(speech.since, now))

type Side = 'raum' | 'fern'
const sideOf = (person: string, isRemote: (id: string) => boolean): Side =>
  isRemote(person) ? 'fern' : 'raum'

/** Rules of procedure before the matter, an answer before the next in line. */
const rank = { geschaeftsordnung: 0, direkt: 1, wortmeldung: 2 } as const

/**
 * Those who wait, in the order in which they come to speak if nobody else asks. The mode orders the plain words
 * (`wortmeldung`) only: what concerns the procedure comes first, a direct answer after it.
 */
export function speakerOrder(
  speakers: Pick<LiveState['speakers'], 'mode' | 'waiting' | 'spoken' | 'lastSide'>,
  isRemote: (id: string) => boolean,
): LiveWord[] {
  const ranked = (kind: LiveWord['kind']) => speakers.waiting.filter(word => word.kind === kind)
  const first = (Object.keys(rank) as (keyof typeof rank)[])
    .filter(kind => kind !== 'wortmeldung')
    .toSorted((left, right) => rank[left] - rank[right])
    .flatMap(ranked)
  return [...first, ...inMode(ranked('wortmeldung'), speakers, isRemote)]
}

function inMode(
  words: readonly LiveWord[],
  { mode, spoken, lastSide }: Pick<LiveState['speakers'], 'mode' | 'spoken' | 'lastSide'>,
  isRemote: (id: string) => boolean,
): LiveWord[] {
  switch (mode) {
    case 'zeit':
      return [...words]
    case 'erstmals': {
      const isNew = (word: LiveWord) => !spoken.includes(word.person)
      return [...words.filter(isNew), ...words.filter(word => !isNew(word))]
    }
    case 'abwechselnd': {
      const sides = {
        raum: words.filter(word => !isRemote(word.person)),
        fern: words.filter(word => isRemote(word.person)),
      }
      // who asked first begins where nobody has spoken yet
      const opener = words[0] ? sideOf(words[0].person, isRemote) : 'raum'
      let side = lastSide === null ? opener : other(lastSide)
      const order: LiveWord[] = []
      while (order.length < words.length) {
        const word = sides[side].shift() ?? sides[other(side)].shift()
        if (!word) break
        order.push(word)
        side = other(sideOf(word.person, isRemote))
      }
      return order
    }
  }
}

const other = (side: Side): Side => (side === 'raum' ? 'fern' : 'raum')
