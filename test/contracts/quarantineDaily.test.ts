import { expect, it } from 'vitest'
import { expireDaily } from '#server/journal/expireDaily.ts'
import { createLog } from '#server/log.ts'
import { createTestClock } from '#test/support/testClock.ts'

it('[Q3] the quarantine expires at the start and every day, also after a day on which it failed', async () => {
  const clock = createTestClock()
  let times = 0
  const quarantine = {
    expire: () => (++times === 2 ? Promise.reject(new Error('no')) : Promise.resolve()),
  }
  const end = expireDaily({ quarantine, clock, log: createLog('silent') })
  expect(times).toBe(1)
  clock.advance(3 * 24 * 60 * 60 * 1000)
  expect(times).toBe(4)
  end()
  clock.advance(3 * 24 * 60 * 60 * 1000)
  expect(times).toBe(4)
})
