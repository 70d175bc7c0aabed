import { describe, expect, it } from 'vitest'
import { generateCase } from '#test/simulation/generate.ts'
import { caseSchema } from '#test/simulation/operations.ts'
import { runCase } from '#test/simulation/run.ts'

const seeds = Array.from({ length: 12 }, (_, index) => 1_000 + index * 37)

describe('a run of the simulation', () => {
  it('is the same for the same seed, whatever ran before it', async () => {
    const first = []
    for (const seed of seeds) first.push((await runCase(generateCase(seed))).hash)
    const again = []
    for (const seed of seeds.toReversed()) again.unshift((await runCase(generateCase(seed))).hash)
    expect(again).toEqual(first)
    expect(new Set(first).size).toBe(seeds.length)
  })

  it('is the same after its case was written down as JSON', async () => {
    const run = generateCase(7)
    const copy = caseSchema.parse(JSON.parse(JSON.stringify(run)))
    expect((await runCase(copy)).hash).toBe((await runCase(run)).hash)
  })

  it('is possible with any part of its operations', async () => {
    const run = generateCase(11)
    for (let left = 0; left < 4; left++) {
      const operations = run.operations.filter((_, index) => index % 4 !== left)
      expect((await runCase({ ...run, operations })).violations).toEqual([])
    }
  })

  it('leaves the time of the process as it was', async () => {
    const timers = () => [globalThis.setTimeout, globalThis.setInterval, globalThis.setImmediate]
    const before = timers()
    await runCase(generateCase(3))
    expect(timers()).toEqual(before)
    expect(Math.abs(Date.now() - new Date().getTime())).toBeLessThan(1_000)
    expect(Object.hasOwn(performance, 'now')).toBe(false)
  })
})
