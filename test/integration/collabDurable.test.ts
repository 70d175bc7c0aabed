import { describe, expect, it } from 'vitest'
import { durableRun } from '#test/support/durableRun.ts'

describe('[P1, a1] a server that is killed while people type', () => {
  it.each([11, 12, 13, 14, 15])('loses nothing that was acknowledged (seed %i)', async seed => {
    const result = await durableRun(seed, { kills: 1 })
    expect(result).toMatchObject({ lost: 0, equal: true })
    expect(result.acked).toBeGreaterThan(50)
  })
})
