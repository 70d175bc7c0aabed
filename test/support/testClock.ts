import type { Clock } from '#server/clock.ts'

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  /** Moves on by `ms` milliseconds and calls back, in order, everybody whose time has come. */
  advance(ms: number): void
}

/** `start` in milliseconds since 1970; by default the day of the meeting in the scenario. */
export function createTestClock(start = Date.parse('2026-03-14T09:00:00Z')): TestClock {
  let now = start
  const waiting = new Set<{ at: number; callback: () => void }>()
  return {
    now: () => now,
    after(ms, callback) {
      const entry = { at: now + ms, callback }
      waiting.add(entry)
      return () => waiting.delete(entry)
    },
    advance(ms) {
      const end = now + ms
      for (;;) {
        const next = [...waiting].filter(entry => entry.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        waiting.delete(next)
        now = next.at
        next.callback()
      }
      now = end
    },
  }
}
