import * as Y from 'yjs'
import { handUpdate, type Struct } from '#test/support/hostile/handUpdate.ts'
import type { Hostile } from './operations.ts'

// A client id that nobody ever has, and so no clock of it.
const nobody = 4_294_967_290
// More than the gate allows (THREATS b6).
const levels = 100

const letter = (text: string): Struct => ({
  type: 'item',
  place: { root: 't' },
  content: { type: 'string', text },
})

/**
 * The bytes of one hostile update, written by the owner of `doc` at this moment (THREATS b).
 * `others`: client ids of other people in the document.
 */
export function hostileUpdate(
  hostile: Exclude<Hostile, 'unknownRoot'>,
  doc: Y.Doc,
  others: readonly number[],
): Uint8Array {
  const client = doc.clientID
  const clock = Y.getState(doc.store, client)
  const write = (...structs: readonly Struct[]) => handUpdate([{ client, clock, structs }])
  switch (hostile) {
    case 'hugeStruct':
      return write({ type: 'gc', length: 2 ** 50 })
    case 'cutShort': {
      const whole = write(letter('a text that is cut'))
      return whole.subarray(0, whole.length - 6)
    }
    case 'foreignClient': {
      const [other = nobody] = others
      const from = Y.getState(doc.store, other)
      return handUpdate([{ client: other, clock: from, structs: [letter('forged')] }])
    }
    case 'nested':
      return write(
        ...Array.from(
          { length: levels },
          (_, level): Struct => ({
            type: 'item',
            place:
              level === 0
                ? { root: 'document', key: 'deep' }
                : { below: [client, clock + level - 1], key: 'n' },
            content: { type: 'shared', shared: 'map' },
          }),
        ),
      )
    case 'forbiddenKey':
      return write({
        type: 'item',
        place: { root: 'document', key: '__proto__' },
        content: { type: 'any', values: [{ isAdmin: true }] },
      })
    case 'emptyStruct':
      return write({ type: 'gc', length: 0 }, letter('after'))
    case 'gap':
      return handUpdate([{ client, clock: clock + 10, structs: [letter('late')] }])
    case 'farClock':
      return handUpdate([{ client, clock: Number.MAX_SAFE_INTEGER - 1, structs: [letter('x')] }])
    case 'skip':
      return write(letter('a'), { type: 'skip', length: 5 }, letter('b'))
    case 'unknownReference':
      return write({ type: 'item', place: { origin: [nobody, 5] }, content: { type: 'string', text: 'x' } })
    case 'unknownDeletion':
      return handUpdate([], [{ client: nobody, clock: 3, length: 2 }])
    case 'replay':
      return Y.encodeStateAsUpdate(doc)
  }
}
