import { type SeededRandom, seededRandom } from '#test/support/seededRandom.ts'

/**
 * Random numbers for one matter of a run. Each matter has its own, so that leaving out an operation
 * changes as little as possible of the rest.
 */
export function chanceOf(seed: number, ...matter: (string | number)[]): SeededRandom {
  let hash = 0x811c9dc5 ^ seed
  for (const character of matter.join('/')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return seededRandom(hash >>> 0)
}
