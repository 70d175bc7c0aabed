import { describe, expect, it } from 'vitest'
import type { Clock } from '#server/clock.ts'
import { retryWithinBound } from './retry.ts'

/** A clock that jumps to the end of every pause at once. */
function jumpingClock(): Clock {
  let now = 0
  return {
    now: () => now,
    after(ms, callback) {
      now += ms
      queueMicrotask(callback)
      return () => undefined
    },
  }
}

describe('retryWithinBound', () => {
  it('answers the first success', async () => {
    let attempts = 0
    const answer = await retryWithinBound(jumpingClock(), () =>
      ++attempts < 4 ? Promise.reject(new Error('busy')) : Promise.resolve('done'),
    )
    expect([answer, attempts]).toEqual(['done', 4])
  })

  it('gives up after 5 s with the last error', async () => {
    const clock = jumpingClock()
    let attempts = 0
    await expect(
      retryWithinBound(clock, () => Promise.reject(new Error(`attempt ${++attempts}`))),
    ).rejects.toThrow('attempt 9')
    expect(clock.now()).toBeLessThan(5_000)
    expect(clock.now()).toBeGreaterThan(4_000)
  })
})
