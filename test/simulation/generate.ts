import * as fc from 'fast-check'
import { anyEditArbitrary, type Edit } from '#test/support/randomEdits.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'
import { chanceOf } from './chance.ts'
import { type Case, hostileSchema, type Operation } from './operations.ts'

// Enough for several edits per replica between faults; more finds little that less does not.
const fewestOperations = 20
const mostOperations = 70

type Kind = Exclude<Operation['do'], 'edit'>

/** How often each kind is drawn in a run that has it at all. */
const weights: Record<Kind, number> = {
  serverEdit: 1,
  wait: 2,
  offline: 3,
  reload: 2,
  crash: 3,
  hostile: 3,
  cut: 3,
  halfOpen: 1,
  hold: 3,
  mangle: 3,
  kill: 4,
  disk: 3,
  compact: 1,
  damage: 1,
  setBack: 1,
  skew: 1,
  standing: 3,
}
// Of the operations, so many are edits, and of these so many type or delete in running text.
const editShare = 0.6
const typingShare = 0.5
// So often the next operation concerns the same client: faults are worth most close to what somebody does.
const sameClientShare = 0.4
// So often somebody types several letters faster than a commit takes: many frames are on their way at once.
const burstShare = 0.08
// So often the next operation follows almost at once.
const promptShare = 0.5
// A run has about this share of the kinds of faults: few faults at a time meet each other more often.
const kindShare = 0.35

/** The run of a seed. */
export function generateCase(seed: number): Case {
  const random = chanceOf(seed, 'case')
  const kinds = (Object.keys(weights) as Kind[]).filter(() => random.fraction() < kindShare)
  const bag = kinds.flatMap(kind => Array.from({ length: weights[kind] }, () => kind))
  const count = random.between(fewestOperations, mostOperations)
  const edits = fc.sample(anyEditArbitrary, { seed, numRuns: count })
  let client = 0
  const operations = edits.flatMap((drawn): Operation[] => {
    if (random.fraction() < burstShare) {
      const letters = random.between(3, 8)
      return Array.from({ length: letters }, () => {
        const after = random.between(0, 3)
        return { do: 'edit', after, client, edit: typing(random) }
      })
    }
    const isEdit = bag.length === 0 || random.fraction() < editShare
    const kind = isEdit ? 'edit' : random.pick(bag)
    const after = random.fraction() < promptShare ? random.between(0, 25) : random.between(0, 400)
    if (random.fraction() >= sameClientShare) client = thousandths(random)
    const edit = random.fraction() < typingShare ? typing(random) : drawn
    return [draw(kind)]
    function draw(which: Operation['do']): Operation {
      switch (which) {
        case 'edit':
          return { do: which, after, client, edit }
        case 'serverEdit':
          return { do: which, after, edit }
        case 'wait':
          return { do: which, after: random.between(200, 5_000) }
        case 'offline':
          return { do: which, after, client, forMs: random.between(100, 8_000) }
        case 'reload':
        case 'cut':
        case 'halfOpen':
          return { do: which, after, client }
        case 'crash':
          return { do: which, after, client, kind: random.pick(['tabKilled', 'powerCut']) }
        case 'hostile':
          return {
            do: which,
            // often long enough to see that the client types on
            after: random.fraction() < 0.5 ? 5_100 : after,
            client,
            hostile: random.pick(hostileSchema.options),
          }
        case 'hold':
          return {
            do: which,
            after,
            client,
            direction: random.pick(['up', 'down']),
            forMs: random.between(50, 5_000),
          }
        case 'mangle':
          return {
            do: which,
            after,
            client,
            direction: random.pick(['up', 'down']),
            how: random.pick(['duplicate', 'reorder', 'drop']),
            frames: random.between(1, 4),
          }
        case 'kill':
          return {
            do: which,
            after,
            point: random.pick(['now', 'beforeCommit', 'afterCommit', random.between(0, 8)]),
            downMs: random.between(0, 3_000),
          }
        case 'disk':
          return {
            do: which,
            after,
            state: random.pick(['full', 'down', 'slow']),
            forMs: random.fraction() < 0.5 ? random.between(5, 300) : random.between(300, 9_000),
          }
        case 'compact':
          return { do: which, after }
        case 'damage':
          return { do: which, after, row: thousandths(random), forMs: random.between(1_000, 10_000) }
        case 'setBack':
          return { do: which, after, share: thousandths(random), downMs: random.between(0, 2_000) }
        case 'skew':
          return { do: which, after, byMs: random.pick([-86_400_000, -3_000, 3_000, 86_400_000]) }
        default:
          return { do: which, after, person: thousandths(random), to: random.pick(['write', 'read', 'none']) }
      }
    }
  })
  return { seed, replicas: random.between(3, 8), operations }
}

/** Somebody types into a paragraph, or deletes a few letters. */
function typing(random: SeededRandom): Edit {
  const place = { item: thousandths(random), paragraph: thousandths(random), at: thousandths(random) }
  if (random.fraction() < 0.3) return { do: 'deleteText', ...place, length: random.between(1, 4) }
  const text = random.pick(['x', 'Wort ', 'ß'])
  return { do: 'type', ...place, text, bold: random.fraction() < 0.3 }
}

const thousandths = (random: SeededRandom): number => random.between(0, 999) / 1000
