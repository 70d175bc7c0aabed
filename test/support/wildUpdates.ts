import * as fc from 'fast-check'
import * as encoding from 'lib0/encoding'

/**
 * Updates that no Yjs ever writes: any content anywhere, beside anything. Plain numbers and names, so that a
 * failure can be kept; places are picks among the clocks that stand in the document when the update is made.
 */
export type WildStruct = {
  content: WildContent
  /** picks of neighbours and of a parent; `null` is none */
  origin: number | null
  right: number | null
  parent: number | string
  key: string | null
}
export type WildContent =
  | { type: 'gc' | 'skip'; length: number }
  | { type: 'deleted' | 'string' | 'any' | 'json'; length: number }
  | { type: 'binary' | 'embed' | 'format' | 'subdocument' }
  | { type: 'type'; ref: number; name: string }

/** `shift` moves the first clock away from where the client stands: negative repeats, positive leaves a gap. */
export type WildSection = { client: number; shift: number; structs: WildStruct[] }
export type WildUpdate = {
  sections: WildSection[]
  /** a pick, and how many clocks from there on */
  deletes: { at: number; length: number }[]
}

const pick = fc.nat(100_000)
const names = ['document', 'meta', 'stranger', 'header', 'agenda', 'body', 'title', 'bold', 'x']
const name = fc.constantFrom(...names)
const length = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 1, max: 4 }) },
  fc.constantFrom(0, 2 ** 20),
)
const contentArbitrary: fc.Arbitrary<WildContent> = fc.oneof(
  fc.record({ type: fc.constantFrom('deleted' as const, 'string' as const, 'any' as const), length }),
  fc.record({ type: fc.constantFrom('string' as const, 'json' as const), length }),
  fc.record({
    type: fc.constantFrom('binary' as const, 'embed' as const, 'format' as const, 'subdocument' as const),
  }),
  fc.record({ type: fc.constant('type' as const), ref: fc.integer({ min: 0, max: 7 }), name }),
  fc.record({ type: fc.constant('type' as const), ref: fc.integer({ min: 0, max: 6 }), name }),
)
const structArbitrary: fc.Arbitrary<WildStruct> = fc.record({
  content: fc.oneof(
    { weight: 30, arbitrary: contentArbitrary },
    fc.record({ type: fc.constantFrom('skip' as const, 'gc' as const, 'gc' as const), length }),
  ),
  origin: fc.option(pick),
  right: fc.option(pick),
  parent: fc.oneof(pick, pick, fc.constantFrom('document', 'document', 'meta', 'stranger')),
  key: fc.option(name),
})
const shift = fc.oneof(
  { weight: 12, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: -6, max: -1 }) },
  fc.integer({ min: 1, max: 2 }),
)
export const wildUpdateArbitrary: fc.Arbitrary<WildUpdate> = fc.record({
  sections: fc.array(
    fc.record({
      client: fc.nat(2),
      shift,
      structs: fc.array(structArbitrary, { minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 2 },
  ),
  deletes: fc.array(fc.record({ at: pick, length }), { maxLength: 3 }),
})

type Id = readonly [client: number, clock: number]

/** The bytes of an update. `stand` says how far each client is; `clients` are the sender's own ids. */
export function wildBytes(
  update: WildUpdate,
  clients: readonly number[],
  stand: ReadonlyMap<number, number>,
): Uint8Array {
  const own = new Map<number, WildSection>()
  for (const section of update.sections) own.set(clients[section.client % clients.length] ?? 0, section)
  const known = [...stand].filter(([, clock]) => clock > 0)
  // Own new structs are picked at times, too: later ones rest on earlier ones, or on each other.
  const ids = [...known, ...known, ...known, ...known]
  for (const client of own.keys()) ids.push([client, (stand.get(client) ?? 0) + 3])
  const idAt = (at: number): Id => {
    const [client, clock] = ids[at % Math.max(1, ids.length)] ?? [1, 1]
    return [client, Math.floor(at / 7) % clock]
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, own.size)
  for (const [client, { shift, structs }] of [...own].sort(([left], [right]) => right - left)) {
    encoding.writeVarUint(encoder, structs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, Math.max(0, (stand.get(client) ?? 0) + shift))
    for (const struct of structs) writeStruct(encoder, struct, idAt)
  }
  encoding.writeVarUint(encoder, update.deletes.length)
  for (const { at, length } of update.deletes) {
    const [client, clock] = idAt(at)
    for (const number of [client, 1, clock, length]) encoding.writeVarUint(encoder, number)
  }
  return encoding.toUint8Array(encoder)
}

const refs = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
} as const
const subdocumentRef = 9
const skipRef = 10

function writeStruct(encoder: encoding.Encoder, struct: WildStruct, idAt: (at: number) => Id): void {
  const { content, origin, right, parent, key } = struct
  if (isEmpty(content)) {
    encoding.writeUint8(encoder, content.type === 'gc' ? refs.gc : skipRef)
    return encoding.writeVarUint(encoder, content.length)
  }
  const ref = content.type === 'subdocument' ? subdocumentRef : refs[content.type]
  const bits = (origin === null ? 0 : 0x80) | (right === null ? 0 : 0x40) | (key === null ? 0 : 0x20)
  encoding.writeUint8(encoder, ref | bits)
  if (origin !== null) writeId(encoder, idAt(origin))
  if (right !== null) writeId(encoder, idAt(right))
  if (origin === null && right === null) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeId(encoder, idAt(parent))
    if (key !== null) encoding.writeVarString(encoder, key)
  }
  writeContent(encoder, content)
}

const isEmpty = (content: WildContent): content is { type: 'gc' | 'skip'; length: number } =>
  content.type === 'gc' || content.type === 'skip'

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

type ItemContent = Exclude<WildContent, { type: 'gc' | 'skip' }>

function writeContent(encoder: encoding.Encoder, content: ItemContent): void {
  switch (content.type) {
    case 'deleted':
      return encoding.writeVarUint(encoder, content.length)
    case 'string':
      return encoding.writeVarString(encoder, '👋xä'.repeat(2).slice(0, content.length))
    case 'any':
    case 'json': {
      const length = Math.min(content.length, 4)
      encoding.writeVarUint(encoder, length)
      for (let index = 0; index < length; index += 1) {
        if (content.type === 'any') encoding.writeAny(encoder, { a: [index, 'x'] })
        else encoding.writeVarString(encoder, index % 2 === 0 ? '{"a":[1]}' : 'undefined')
      }
      return
    }
    case 'binary':
      return encoding.writeVarUint8Array(encoder, new Uint8Array([1, 2]))
    case 'embed':
      return encoding.writeVarString(encoder, '{"image":"x"}')
    case 'format':
      encoding.writeVarString(encoder, 'bold')
      return encoding.writeVarString(encoder, '{}')
    case 'subdocument':
      encoding.writeVarString(encoder, 'inner')
      return encoding.writeAny(encoder, { autoLoad: true })
    default:
      encoding.writeVarUint(encoder, content.ref)
      if (content.ref === 3 || content.ref === 5) encoding.writeVarString(encoder, content.name)
  }
}
