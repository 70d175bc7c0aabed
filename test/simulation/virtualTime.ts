import type { Clock } from '#server/clock.ts'

/**
 * Time that passes only where the simulation lets it, for everybody in this process: whoever asks the
 * clock, sets a timer or reads `Date` while it is installed lives in it, libraries included.
 *
 * - [VT1] Callbacks come in the order of their times, and at the same time in the order in which they were set.
 * - [VT2] Between two callbacks everything that promises and `setImmediate` still have to do is done.
 */
export interface VirtualTime extends Clock {
  /** Lets `ms` milliseconds pass, or fewer when `until` holds after one of the callbacks. */
  pass(ms: number, until?: () => boolean): Promise<void>
  /** Does what is to be done at this very moment. */
  settle(): Promise<void>
  /** How many callbacks have run. */
  readonly steps: number
  /** Takes the place of the process's timers until the answered function is called. */
  install(): () => void
}

type Entry = { at: number; order: number; callback: (() => void) | null }

const realImmediate = globalThis.setImmediate
const callOffRealImmediate = globalThis.clearImmediate

export function createVirtualTime(start: number): VirtualTime {
  let now = start
  let orders = 0
  let steps = 0
  const pending = { immediates: 0 }
  const heap: Entry[] = []

  const isBefore = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order)

  function push(entry: Entry): void {
    let at = heap.push(entry) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent]
      if (!above || !isBefore(entry, above)) break
      heap[at] = above
      at = parent
    }
    heap[at] = entry
  }

  function pop(): void {
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
      const isRight = left !== undefined && right !== undefined && isBefore(right, left)
      const least = isRight ? right : left
      if (!least || !isBefore(least, last)) break
      heap[at] = least
      at = 2 * at + (isRight ? 2 : 1)
    }
    heap[at] = last
  }

  function set(ms: number, callback: () => void): Entry {
    const wait = Number.isFinite(ms) ? Math.max(0, ms) : 0
    const entry = { at: now + wait, order: orders++, callback }
    push(entry)
    return entry
  }

  async function settle(): Promise<void> {
    do {
      await new Promise<void>(resolve => realImmediate(resolve))
    } while (pending.immediates > 0)
  }

  return {
    now: () => now,
    after(ms, callback) {
      const entry = set(ms, callback)
      return () => {
        entry.callback = null
      }
    },
    get steps() {
      return steps
    },
    settle,

    async pass(ms, until = () => false) {
      const end = now + ms
      await settle()
      while (!until()) {
        const next = heap[0]
        if (!next || next.at > end) {
          now = end
          return
        }
        pop()
        const { callback } = next
        if (!callback) continue
        now = next.at
        steps++
        callback()
        await settle()
      }
    },

    install() {
      const former = {
        setTimeout: globalThis.setTimeout,
        clearTimeout: globalThis.clearTimeout,
        setInterval: globalThis.setInterval,
        clearInterval: globalThis.clearInterval,
        setImmediate: globalThis.setImmediate,
        clearImmediate: globalThis.clearImmediate,
      }
      const dateNow = Date.now
      const callOff = (timer: unknown) => {
        if (isTimer(timer)) timer.stop()
      }
      Object.assign(globalThis, {
        setTimeout(callback: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) {
          const entry = set(ms, () => callback(...args))
          return timerOf(() => {
            entry.callback = null
          })
        },
        setInterval(callback: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) {
          let entry: Entry
          const round = () => {
            entry = set(Math.max(1, ms), round)
            callback(...args)
          }
          entry = set(Math.max(1, ms), round)
          return timerOf(() => {
            entry.callback = null
          })
        },
        clearTimeout: callOff,
        clearInterval: callOff,
        setImmediate(callback: (...args: unknown[]) => void, ...args: unknown[]) {
          pending.immediates++
          let isDue = true
          const end = () => {
            if (isDue) pending.immediates--
            isDue = false
          }
          const handle = realImmediate(() => {
            end()
            callback(...args)
          })
          return timerOf(() => {
            end()
            callOffRealImmediate(handle)
          })
        },
        clearImmediate: callOff,
      })
      Date.now = () => Math.floor(now)
      Object.assign(performance, { now: () => now - start })
      return () => {
        Object.assign(globalThis, former)
        Date.now = dateNow
        Reflect.deleteProperty(performance, 'now')
      }
    },
  }
}

type Timer = { stop(): void; unref(): Timer; ref(): Timer; hasRef(): boolean }

function timerOf(stop: () => void): Timer {
  const timer: Timer = { stop, unref: () => timer, ref: () => timer, hasRef: () => true }
  return timer
}

const isTimer = (value: unknown): value is Timer =>
  typeof value === 'object' && value !== null && 'stop' in value && typeof value.stop === 'function'
