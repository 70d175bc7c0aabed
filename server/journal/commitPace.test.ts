import { expect, it } from 'vitest'
import { createCommitPace } from './commitPace.ts'

/** Time that jumps to the end of every pause, and counts what was waited. */
function setUp() {
  let now = 0
  let waited = 0
  const pace = createCommitPace({
    now: () => now,
    async pause(ms) {
      now += ms
      waited += ms
    },
  })
  return {
    /** Commits `ms` after the last commit began; answers how long it had to wait. */
    commitAfter: async (ms: number) => {
      now += ms
      const before = waited
      await pace.next()
      return waited - before
    },
  }
}

it('lets the first commits after a quiet spell begin at once', async () => {
  const { commitAfter } = setUp()
  expect([await commitAfter(0), await commitAfter(1)]).toEqual([0, 0])
  expect([await commitAfter(1_000), await commitAfter(1)]).toEqual([0, 0])
  expect([await commitAfter(50), await commitAfter(50)]).toEqual([0, 0])
})

it('lets commits that follow each other fast wait for their distance', async () => {
  const { commitAfter } = setUp()
  const waits: number[] = []
  for (let commit = 0; commit < 5; commit++) waits.push(await commitAfter(2))
  expect(waits).toEqual([0, 0, 6, 6, 6])
})
