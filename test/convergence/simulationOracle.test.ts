import { describe, expect, it } from 'vitest'
import { proofs } from '#test/simulation/broken.ts'
import { generateCase } from '#test/simulation/generate.ts'
import { runCase } from '#test/simulation/run.ts'
import { shrinkCase } from '#test/simulation/shrink.ts'

// Some mistakes show only in rare moments; whoever is not found within so many seeds is not found.
const mostSeeds = 60

describe('the simulation finds', () => {
  it.each(Object.entries(proofs))('%s', async (_name, { broken, finds, operations }) => {
    for (let seed = 1; seed <= mostSeeds; seed++) {
      const run = operations ? { seed, replicas: 3, operations: [...operations] } : generateCase(seed)
      expect(operations ? (await runCase(run)).violations : []).toEqual([])
      const { violations } = await runCase(run, { broken })
      const [first] = violations
      if (!first) continue
      expect(finds).toContain(first.promise)
      return
    }
    expect.fail(`not found within ${mostSeeds} seeds`)
  })

  it('and says with how little it happens', async () => {
    const broken = { client: { losesOutbox: true } }
    const play = (run: Parameters<typeof runCase>[0]) => runCase(run, { broken })
    let seed = 1
    while ((await play(generateCase(seed))).violations.length === 0) seed++
    const failing = generateCase(seed)
    const small = await shrinkCase(failing, play)
    expect(small.operations.length).toBeLessThanOrEqual(4)
    expect((await play(small)).violations).not.toEqual([])
    expect((await runCase(small)).violations).toEqual([])
  })
})
