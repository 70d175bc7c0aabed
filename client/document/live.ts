import { type Readable, type Writable, writable } from '#client/lib/store.ts'
import type { AppError } from '#shared/errors.ts'
import type { DocumentId } from '#shared/ids.ts'
import { applyLive, type LiveContext } from '#shared/rules/live.ts'
import {
  type LiveAction,
  type LiveRefusal,
  type LiveState,
  liveStateSchema,
} from '#shared/rules/liveState.ts'
import type { LiveNotice } from '#shared/wire/notice.ts'
import type { ConnectionState } from './types.ts'

/**
 * Where a meeting stands, as this device knows it.
 * - `asking`: nobody has said anything yet · `shared`: as the server said last
 * - `alone`: this device went on without a connection; `mayHandOver`: it is back, and the server's state is the one
 *   from which it went on
 */
export type LiveView =
  | { readonly where: 'asking' }
  | { readonly where: 'shared'; readonly state: LiveState | null; readonly wasAlone: boolean }
  | { readonly where: 'alone'; readonly state: LiveState | null; readonly mayHandOver: boolean }

/** How an action went; `failed`: the server did not take it, and nothing has changed. */
export type LiveSaid =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'refused'; readonly reason: LiveRefusal }
  | {
      readonly outcome: 'failed'
    }

type Known = { readonly counter: number; readonly state: LiveState | null }
/** `from`: the counter that the server had when the connection went */
type Alone = { readonly from: number; readonly state: LiveState | null }
type Kept = { readonly known: Known | null; readonly alone: Alone | null }

/** What of a context is known here; the moment is the device's, set right by the server's clock. */
export type LocalContext = Omit<LiveContext, 'now' | 'rights'>

/**
 * The meeting of one document in this tab.
 *
 * - [LC1] With a connection every action goes to the server, and only what the server says is shown.
 * - [LC2] Without one the same reducer goes on here, for this device alone; the tab keeps it over a reload.
 * - [LC3] What went on alone reaches the server only by a person's choice, and only where nobody else has gone on.
 */
export interface LiveMeeting {
  readonly view: Readable<LiveView>
  act(action: LiveAction): Promise<LiveSaid>
  /** Makes what went on here alone the state of everybody. */
  handOver(): Promise<LiveSaid>
  /** Lets go of what went on here alone. */
  letGo(): void
  /** Puts the word away that the others have gone on. */
  seen(): void
  /** The meeting is closed: nothing of it stays on the device. */
  forget(): void
  end(): void
}

type Answer =
  | { readonly outcome: 'done'; readonly counter: number; readonly state: LiveState | null }
  | {
      readonly outcome: 'refused'
      readonly reason: LiveRefusal
      readonly counter: number
      readonly state: LiveState | null
    }

export function liveMeeting(deps: {
  readonly document: DocumentId
  readonly notices: Readable<LiveNotice | null>
  readonly connection: Readable<ConnectionState>
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly now: () => number
  /** whether the device says of itself that it has no network */
  readonly isCutOff: () => boolean
  readonly context: () => LocalContext
  readonly act: (action: LiveAction) => Promise<Answer>
  readonly handOver: (from: number, state: LiveState) => Promise<Answer>
  readonly mayHandOver: () => boolean
  readonly asAppError: (error: unknown) => AppError
}): LiveMeeting {
  const { document: id, notices, connection } = deps
  const key = `live/${id}`
  let { known, alone } = read()
  let wasAlone = false
  /** whether the server has spoken since this tab went on alone */
  let isBack = false
  const view: Writable<LiveView> = writable<LiveView>({ where: 'asking' })

  function read(): Kept {
    try {
      const kept: unknown = JSON.parse(deps.storage.getItem(key) ?? 'null')
      if (typeof kept !== 'object' || kept === null) return { known: null, alone: null }
      return {
        known: 'known' in kept ? readKnown(kept.known) : null,
        alone: 'alone' in kept ? readAlone(kept.alone) : null,
      }
    } catch {
      // what cannot be read is of an older version, or the browser keeps nothing
      return { known: null, alone: null }
    }
  }

  function keep(): void {
    try {
      if (known?.state == null && alone === null) deps.storage.removeItem(key)
      else deps.storage.setItem(key, JSON.stringify({ known, alone } satisfies Kept))
    } catch {
      // a full or refused store: a reload without a connection begins anew
    }
  }

  function show(): void {
    keep()
    if (alone !== null) {
      const mayHandOver = isBack && isOnline() && deps.mayHandOver()
      view.set({ where: 'alone', state: alone.state, mayHandOver })
    } else if (known !== null) view.set({ where: 'shared', state: known.state, wasAlone })
    else if (isOffline()) view.set({ where: 'shared', state: null, wasAlone })
    else view.set({ where: 'asking' })
  }

  const isOnline = () => connection.get().state === 'online'
  const isOffline = () => connection.get().state === 'offline' || deps.isCutOff()

  /** [LC1] of two that arrive in another order the later one holds */
  function learn(next: Known): void {
    if (next.counter > 0 && known !== null && next.counter < known.counter) return
    known = next
    if (alone !== null) {
      isBack = true
      // [LC3] somebody else has gone on, or this person has no say in it
      if (next.counter !== alone.from || !deps.mayHandOver()) {
        alone = null
        wasAlone = true
      }
    }
    show()
  }

  function hear(): void {
    const notice = notices.get()
    if (notice === null) return
    const state = liveStateSchema.nullable().safeParse(notice.state)
    // a state of a newer version: there is a meeting, and this version cannot show it
    if (state.success) learn({ counter: notice.counter, state: state.data })
  }

  function goOnAlone(action: LiveAction): LiveSaid {
    const before = alone ?? { from: known?.counter ?? 0, state: known?.state ?? null }
    // [LC2] it is this device's alone: nobody is asked
    const rights = { lead: true, timer: true, list: true, speak: true }
    const outcome = applyLive(before.state, action, { ...deps.context(), rights, now: deps.now() })
    if (outcome.outcome === 'refused') return outcome
    alone = { from: before.from, state: outcome.state }
    isBack = false
    show()
    return { outcome: 'done' }
  }

  async function ask(question: () => Promise<Answer>, without: () => LiveSaid): Promise<LiveSaid> {
    try {
      const answer = await question()
      learn({ counter: answer.counter, state: answer.state })
      return answer.outcome === 'done' ? { outcome: 'done' } : { outcome: 'refused', reason: answer.reason }
    } catch (error) {
      if (deps.asAppError(error).code !== 'unavailable') return { outcome: 'failed' }
      return without()
    }
  }

  const ends = [
    notices.subscribe(hear),
    connection.subscribe(() => {
      if (!isOnline()) isBack = false
      show()
    }),
  ]
  hear()
  show()

  return {
    view,
    act(action) {
      if (alone !== null || isOffline()) return Promise.resolve(goOnAlone(action))
      return ask(
        () => deps.act(action),
        // whether it was done is not known; with a line that stands, the answer comes by a notice
        () => (isOffline() ? goOnAlone(action) : { outcome: 'failed' }),
      )
    },
    async handOver() {
      const own = alone
      if (own?.state == null) return { outcome: 'failed' }
      const { from, state } = own
      alone = null
      const said = await ask(
        () => deps.handOver(from, state),
        () => ({ outcome: 'failed' }),
      )
      if (said.outcome === 'failed') alone = own
      else if (said.outcome === 'refused') wasAlone = true
      show()
      return said
    },
    letGo() {
      alone = null
      show()
    },
    seen() {
      wasAlone = false
      show()
    },
    forget() {
      known = null
      alone = null
      keep()
    },
    end() {
      for (const end of ends) end()
    },
  }
}

function readKnown(given: unknown): Known | null {
  if (typeof given !== 'object' || given === null || !('counter' in given) || !('state' in given)) return null
  const state = liveStateSchema.nullable().safeParse(given.state)
  return state.success && typeof given.counter === 'number'
    ? { counter: given.counter, state: state.data }
    : null
}

function readAlone(given: unknown): Alone | null {
  if (typeof given !== 'object' || given === null || !('from' in given) || !('state' in given)) return null
  const state = liveStateSchema.nullable().safeParse(given.state)
  return state.success && typeof given.from === 'number' ? { from: given.from, state: state.data } : null
}
