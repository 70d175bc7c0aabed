import { type Content, handUpdate, type Id, type Place, type Struct } from './handUpdate.ts'

/**
 * Updates that nobody honest sends, by the numbers of THREATS b. Pure functions: each gives the bytes of
 * one update, written under the client id and from the clock that it is told.
 */
export type Sender = { readonly client: number; readonly clock: number }
export type Attack = (sender: Sender) => Uint8Array

/** The map of every kind's content. */
const documentRoot = 'document'
/** A root text that tests write into; no kind knows it, so it is kept and shown nowhere. */
export const textRoot = 't'

const item = (place: Place, content: Content): Struct => ({ type: 'item', place, content })
const letter = (text: string): Struct => item({ root: textRoot }, { type: 'string', text })
const inRoot = (key: string, content: Content, root = documentRoot): Struct => item({ root, key }, content)
const anyValue = (value: unknown): Content => ({ type: 'any', values: [value] })
const one =
  (...structs: readonly Struct[]): Attack =>
  sender =>
    handUpdate([{ ...sender, structs }])
/** An object that has `__proto__` as a key of its own. */
const parsed = (json: string): unknown => JSON.parse(json)

/** What somebody honest writes: plain text. */
export const honestText =
  (text: string): Attack =>
  sender =>
    one(letter(text))(sender)

/** b1: one struct that uses up all clocks that the client will ever need. */
export const hugeStructs: Record<string, Attack> = {
  'a GC struct': one({ type: 'gc', length: 2 ** 50 }),
  'deleted content': one(item({ root: textRoot }, { type: 'deleted', length: 2 ** 50 })),
}

/** b1: begins where the numbers end. */
export const farClock: Attack = ({ client }) =>
  handUpdate([{ client, clock: Number.MAX_SAFE_INTEGER - 1, structs: [letter('x')] }])

/** b3: structs from a later clock on; what comes before was never sent. */
const gapOf =
  (missing: number): Attack =>
  ({ client, clock }) =>
    handUpdate([{ client, clock: clock + missing, structs: [letter('late')] }])
export const clockGap = gapOf(10)
export const clockGaps: Record<string, Attack> = {
  'one clock': gapOf(1),
  'a few clocks': clockGap,
  'a million clocks': gapOf(1_000_000),
}

/** b4: a skip between two structs says „here is something that I do not send“. */
export const skipped: Attack = one(letter('a'), { type: 'skip', length: 5 }, letter('b'))

/** b3: structs beside, below or deleting what nobody has. */
export const unknownReferences = (nobody: Id): Record<string, Attack> => ({
  'beside a struct that nobody has': one(item({ origin: nobody }, { type: 'string', text: 'x' })),
  'left of a struct that nobody has': one(item({ rightOrigin: nobody }, { type: 'string', text: 'x' })),
  'below a type that nobody has': one(item({ below: nobody, key: 'k' }, anyValue(1))),
  'deleting a struct that nobody has': () =>
    handUpdate([], [{ client: nobody[0], clock: nobody[1], length: 3 }]),
})

/** b5: bytes that end too early or say what cannot be. */
export const unreadable: Record<string, Attack> = {
  'cut in the middle': sender => {
    const whole = honestText('a text that is cut')(sender)
    return whole.subarray(0, whole.length - 6)
  },
  'without its deletions': sender => {
    const whole = honestText('a text')(sender)
    return whole.subarray(0, whole.length - 1)
  },
  'no bytes at all': () => new Uint8Array(0),
  'a content that does not exist': sender => {
    const whole = honestText('x')(sender)
    // behind the struct's info byte: mark and name of the root, the letter, no deletions
    return whole.with(whole.length - 7, 31)
  },
  'a type that does not exist': sender => {
    const whole = one(inRoot('k', { type: 'shared', shared: 'xmlText' }))(sender)
    return whole.with(whole.length - 2, 99)
  },
  'JSON that is none': one(inRoot('k', { type: 'json', values: ['{"a":'] })),
  'text that is no UTF-8': sender => {
    const whole = honestText('abc')(sender)
    // a lone surrogate, as UTF-8 does not allow it
    const at = whole.indexOf('a'.charCodeAt(0))
    return whole
      .with(at, 0xed)
      .with(at + 1, 0xa0)
      .with(at + 2, 0x80)
  },
}

/** b6: one type in another. */
export function nested(levels: number, shared: 'map' | 'element'): Attack {
  const content: Content =
    shared === 'map' ? { type: 'shared', shared } : { type: 'shared', shared, name: 'p' }
  return ({ client, clock }) => {
    const structs = Array.from({ length: levels }, (_, level) =>
      level === 0
        ? inRoot('deep', { type: 'shared', shared: shared === 'map' ? 'map' : 'fragment' })
        : item({ below: [client, clock + level - 1], ...(shared === 'map' && { key: 'n' }) }, content),
    )
    return handUpdate([{ client, clock, structs }])
  }
}

/** b6: plain values in one another, inside one struct. */
export function nestedValue(levels: number, as: 'any' | 'json'): Attack {
  if (as === 'json')
    return one(inRoot('deep', { type: 'json', values: ['['.repeat(levels) + ']'.repeat(levels)] }))
  // lib0's mark of an array and its length: arrays of one, then an empty one
  const bytes = Uint8Array.from({ length: levels * 2 }, (_, at) => (at % 2 === 0 ? 117 : 1))
  bytes[levels * 2 - 1] = 0
  return one(inRoot('deep', { type: 'written', bytes }))
}

/** b8: the most structs that fit into the fewest bytes. */
export const tinyStructs =
  (count: number): Attack =>
  sender =>
    handUpdate([
      { ...sender, structs: Array.from({ length: count }, () => ({ type: 'gc', length: 1 }) as const) },
    ])

/** b8: one struct each of many client ids that nobody has: each id is to be remembered for ever. */
export const manyClients =
  (count: number): Attack =>
  ({ client }) =>
    handUpdate(
      // Yjs writes the highest id first
      Array.from({ length: count }, (_, below) => ({
        client: (client % 2 ** 30) + count - below,
        clock: 0,
        structs: [letter('x')],
      })),
    )

/** b9: counts that promise far more than follows. */
export const hugeCounts = (count: number): Record<string, Attack> => ({
  blocks: ({ client, clock }) =>
    handUpdate([{ client, clock, structs: [letter('x')] }], [], { blocks: count }),
  structs: ({ client, clock }) => handUpdate([{ client, clock, structs: [letter('x')], count }]),
  values: one(inRoot('k', { type: 'any', values: [1], count })),
  'JSON values': one(inRoot('k', { type: 'json', values: ['1'], count })),
  deletions: sender => handUpdate([{ ...sender, structs: [letter('x')] }], [], { deletions: count }),
})

const forbiddenKeys = ['__proto__', 'constructor', 'prototype'] as const

/** b10: a key that reaches into a prototype, in each place where an update has keys. */
export const keyAttacks: Record<string, Attack> = Object.fromEntries(
  forbiddenKeys.flatMap(key => {
    const object = `{"${key}": {"isAdmin": true}}`
    const attacks: Record<string, Attack> = {
      'the key of a map': one(inRoot(key, anyValue({ isAdmin: true }))),
      'the key of an object': one(inRoot('k', anyValue(parsed(object)))),
      'the key of an object in a list': one(inRoot('k', anyValue([[parsed(object)]]))),
      'the key of a JSON object': one(inRoot('k', { type: 'json', values: [object] })),
      'an attribute of an element': ({ client, clock }) =>
        handUpdate([
          {
            client,
            clock,
            structs: [
              item({ root: 'prose' }, { type: 'shared', shared: 'element', name: 'p' }),
              item({ below: [client, clock], key }, anyValue('x')),
            ],
          },
        ]),
      'the name of a mark': one(item({ root: textRoot }, { type: 'format', key, json: 'true' })),
      'the value of a mark': one(item({ root: textRoot }, { type: 'format', key: 'bold', json: object })),
      'an embed': one(item({ root: textRoot }, { type: 'embed', json: object })),
      'the name of a root': one(item({ root: key }, { type: 'string', text: 'x' })),
      'the key of a map of an unknown root': one(inRoot(key, anyValue(1), 'stranger')),
    }
    return Object.entries(attacks).map(([place, attack]) => [`${key} as ${place}`, attack])
  }),
)

/** Structs that take no clock. */
export const emptyStructs: Record<string, Attack> = {
  'a GC struct': one({ type: 'gc', length: 0 }, letter('after')),
  text: one(letter(''), letter('after')),
  values: one(inRoot('k', { type: 'any', values: [] }), letter('after')),
  'deleted content': one(item({ root: textRoot }, { type: 'deleted', length: 0 }), letter('after')),
}

/** b11–b14: what is kept though no kind knows it. */
export const kept: Record<'unknownRoot' | 'rootOfAnotherType' | 'subdocument' | 'binary', Attack> = {
  unknownRoot: one(inRoot('k', anyValue('v'), 'stranger')),
  rootOfAnotherType: one(
    item({ root: documentRoot }, { type: 'string', text: 'a list where a map belongs' }),
  ),
  subdocument: one(inRoot('k', { type: 'subdocument', guid: 'another', options: { autoLoad: true } })),
  binary: one(inRoot('k', { type: 'binary', bytes: new Uint8Array(1000).fill(7) })),
}

/** b14: options of a subdocument that Yjs would take for fields of the document it makes. */
export const subdocumentOptions: Record<string, Attack> = Object.fromEntries(
  Object.entries({ shouldLoad: true, guid: 'another', gcFilter: 'no function', collectionid: 'x' }).map(
    ([option, value]) => [
      option,
      one(inRoot('k', { type: 'subdocument', guid: 'sub', options: { [option]: value } })),
    ],
  ),
)

/** b13: nodes, attributes and marks of a later version in the prose of an element of the draft. */
export const unknownProse =
  (fragment: Id): Attack =>
  ({ client, clock }) => {
    const structs = [
      item({ below: fragment }, { type: 'shared', shared: 'element', name: 'hologram' }),
      item({ below: [client, clock], key: 'sparkle' }, anyValue('very')),
      item({ below: [client, clock] }, { type: 'shared', shared: 'xmlText' }),
      item({ below: [client, clock + 2] }, { type: 'format', key: 'shimmer', json: 'true' }),
      item({ origin: [client, clock + 3] }, { type: 'string', text: 'Text' }),
    ]
    return handUpdate([{ client, clock, structs }])
  }

/** b15: characters that neither JSON nor a database carries unharmed. */
export const uncleanText = 'vor\0nach \uD800'
export const unclean: Attack = one(
  inRoot('k', anyValue('vor\0nach')),
  // only JSON carries a lone surrogate: as UTF-8 it cannot be written
  inRoot('k2', { type: 'json', values: ['"vor\\u0000nach \\ud800"'] }),
)

/** b57: a value below a key, under the map that `owned` names. */
export const writeBelow =
  (owned: Id, key: string, value: unknown): Attack =>
  sender =>
    one(item({ below: owned, key }, anyValue(value)))(sender)

/** b57: deletes clocks of somebody. */
export const deletionOf =
  (client: number, clock: number, length: number): Attack =>
  () =>
    handUpdate([], [{ client, clock, length }])

/** b58: what only the ledger decides, claimed in the draft. */
export const decidedValues = {
  registerNumber: 'B-2026-001',
  decisionRegister: [{ id: 'forged', result: 'angenommen' }],
  votes: { yes: 99, no: 0 },
  signatures: ['u.ma', 'u.dy'],
  state: 'veroeffentlicht',
} as const
export const forgedDecisions: Attack = one(
  ...Object.entries(decidedValues).map(([key, value]) => inRoot(key, anyValue(value))),
)

/** b58: the same in an entry of the draft: what a vote would have confirmed. */
export const confirmedValues = {
  votes: { yes: 99, no: 0, abstain: 0, invalid: 0 },
  eligiblePresent: 99,
  result: 'angenommen',
  frozenWording: 'Untergeschoben',
  register: '2026-01/99',
  state: 'abgestimmt',
} as const
export const forgedVote =
  (decision: Id): Attack =>
  sender =>
    one(
      ...Object.entries(confirmedValues).map(([key, value]) =>
        item({ below: decision, key }, anyValue(value)),
      ),
    )(sender)
