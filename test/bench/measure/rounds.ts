import type { SeededRandom } from '#test/support/seededRandom.ts'

/** Does every piece of work once per round, each round in another order: what drifts hits all alike. */
export async function inShuffledRounds(
  rounds: number,
  random: SeededRandom,
  works: readonly { name: string; run: (round: number) => Promise<void> }[],
): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const order = works.map(work => ({ work, at: random.fraction() })).sort((a, b) => a.at - b.at)
    for (const { work } of order) {
      process.stderr.write(`  round ${round} of ${rounds}: ${work.name}\n`)
      await work.run(round)
    }
  }
}
