import * as fc from 'fast-check'

const fromEnvironment = process.env.PROPERTY_SEED

/** One seed per run, drawn afresh unless `PROPERTY_SEED` repeats an earlier one. */
export const propertySeed =
  fromEnvironment === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(fromEnvironment)

/**
 * Checks a property `runs` times and prints the seed; a failure prints the shrunk counterexample, too.
 * What it finds is committed as an explicit case in `examples`, which run first.
 */
export function checkProperty<T>(
  name: string,
  runs: number,
  cases: fc.Arbitrary<T>,
  holds: (value: T) => void,
  examples: T[] = [],
): void {
  console.info(`${name}: PROPERTY_SEED=${propertySeed}`)
  fc.assert(fc.property(cases, holds), {
    seed: propertySeed,
    numRuns: runs,
    examples: examples.map((example): [T] => [example]),
  })
}
