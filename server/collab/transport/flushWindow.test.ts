import { describe, expect, it } from 'vitest'
import { createFlushWindow } from './flushWindow.ts'

/** A room on a clock of its own: it flushes as the window says; each flush takes `cost` milliseconds. */
function room(options: { maxMs?: number; share?: number } = {}) {
  let time = 1_000
  const window = createFlushWindow({ now: () => time, ...options })
  const flush = (cost: number) => {
    const beganAt = time
    time += cost
    window.ran(beganAt, time)
  }
  return {
    window,
    flush,
    wait: (ms: number) => {
      time += ms
    },
    /** Somebody types without a pause for `ms`; answers how often was flushed and how long that took. */
    busy: (ms: number, cost: number) => {
      const end = time + ms
      let flushes = 0
      while (time < end) {
        time += window.delay()
        flush(cost)
        flushes++
      }
      return { flushes, share: (flushes * cost) / ms }
    },
  }
}

describe('the flush window', () => {
  it('lets the very first change leave at once', () => {
    expect(room().window.delay()).toBe(0)
  })

  it('lets the first change after a quiet spell leave at once, however dear flushing is', () => {
    const { window, flush, wait } = room()
    flush(500)
    wait(33)
    expect(window.delay()).toBe(0)
  })

  it('begins the next flush so late that flushing takes its share of the time', () => {
    const { window, flush } = room({ share: 0.2 })
    flush(2)
    // 10 ms from the beginning of the last one, of which 2 have gone by
    expect(window.delay()).toBe(8)
  })

  it.each([0.01, 0.1, 0.5, 2, 6])('keeps flushes of %f ms at a fifth of the loop', cost => {
    const { share } = room({ share: 0.2 }).busy(2_000, cost)
    expect(share).toBeGreaterThan(0.18)
    expect(share).toBeLessThan(0.21)
  })

  it('never lets a change wait for longer than the longest window', () => {
    const { window, busy, flush } = room({ maxMs: 33 })
    expect(busy(1_000, 20).flushes).toBeGreaterThan(1_000 / 34)
    flush(0)
    expect(window.delay()).toBeLessThanOrEqual(33)
  })

  it('forgets a single slow flush', () => {
    const { busy, flush, window, wait } = room({ share: 0.2 })
    busy(200, 0.2)
    flush(50)
    wait(33)
    busy(200, 0.2)
    expect(window.delay()).toBeLessThan(2)
  })

  it('waits for the longest window at most when the clock is set back', () => {
    const { window, flush, wait } = room()
    flush(2)
    wait(-60_000)
    expect(window.delay()).toBe(33)
  })
})
