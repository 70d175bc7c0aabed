import * as encoding from 'lib0/encoding'

/**
 * Yjs updates of format 1 written by hand, struct by struct, so that an attack may say what no Yjs
 * would: see readClientsStructRefs and readItemContent in Yjs for the other side.
 */
export type Id = readonly [client: number, clock: number]

/**
 * What an item holds; the codes are those of Yjs' `contentRefs`. JSON comes as text: it need not be valid.
 * `count` lies about how many values follow.
 */
export type Content =
  | { type: 'deleted'; length: number }
  | { type: 'json'; values: readonly string[]; count?: number }
  | { type: 'binary'; bytes: Uint8Array }
  | { type: 'string'; text: string }
  | { type: 'embed'; json: string }
  | { type: 'format'; key: string; json: string }
  | { type: 'shared'; shared: SharedType; name?: string }
  | { type: 'any'; values: readonly unknown[]; count?: number }
  /** one value of lib0's, already written: for what its own writer cannot write */
  | { type: 'written'; bytes: Uint8Array }
  | { type: 'subdocument'; guid: string; options: object }

export type SharedType = 'array' | 'map' | 'text' | 'element' | 'fragment' | 'hook' | 'xmlText'

/** Where an item belongs: beside another, or below a root by name, or below the type that an item holds. */
export type Place =
  | { origin: Id; rightOrigin?: Id }
  | { rightOrigin: Id }
  | { root: string; key?: string }
  | { below: Id; key?: string }

export type Struct =
  | { type: 'gc'; length: number }
  | { type: 'skip'; length: number }
  | { type: 'item'; place: Place; content: Content }

/** The structs of one client from `clock` on. `count` lies about how many there are. */
export type Block = { client: number; clock: number; structs: readonly Struct[]; count?: number }
export type Deletion = { client: number; clock: number; length: number }

const contentCodes = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  shared: 7,
  any: 8,
  written: 8,
  subdocument: 9,
} as const satisfies Record<Content['type'], number>
const sharedCodes: Record<SharedType, number> = {
  array: 0,
  map: 1,
  text: 2,
  element: 3,
  fragment: 4,
  hook: 5,
  xmlText: 6,
}
const gcCode = 0
const skipCode = 10
const hasOrigin = 128
const hasRightOrigin = 64
const hasKey = 32

/** The bytes of an update; `counts` lie about the number of blocks and of clients with deletions. */
export function handUpdate(
  blocks: readonly Block[],
  deletions: readonly Deletion[] = [],
  counts: { blocks?: number; deletions?: number } = {},
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, counts.blocks ?? blocks.length)
  for (const { client, clock, structs, count = structs.length } of blocks) {
    encoding.writeVarUint(encoder, count)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, counts.deletions ?? deletions.length)
  for (const { client, clock, length } of deletions) {
    for (const number of [client, 1, clock, length]) encoding.writeVarUint(encoder, number)
  }
  return encoding.toUint8Array(encoder)
}

function writeStruct(encoder: encoding.Encoder, struct: Struct): void {
  if (struct.type !== 'item') {
    encoding.writeUint8(encoder, struct.type === 'gc' ? gcCode : skipCode)
    encoding.writeVarUint(encoder, struct.length)
    return
  }
  const { place, content } = struct
  const flags =
    ('origin' in place ? hasOrigin : 0) |
    ('rightOrigin' in place && place.rightOrigin ? hasRightOrigin : 0) |
    ('key' in place && place.key !== undefined ? hasKey : 0)
  encoding.writeUint8(encoder, flags | contentCodes[content.type])
  writePlace(encoder, place)
  writeContent(encoder, content)
}

function writePlace(encoder: encoding.Encoder, place: Place): void {
  if ('origin' in place) writeId(encoder, place.origin)
  if ('rightOrigin' in place && place.rightOrigin) writeId(encoder, place.rightOrigin)
  if ('root' in place) {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, place.root)
  }
  if ('below' in place) {
    encoding.writeVarUint(encoder, 0)
    writeId(encoder, place.below)
  }
  if ('key' in place && place.key !== undefined) encoding.writeVarString(encoder, place.key)
}

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

function writeContent(encoder: encoding.Encoder, content: Content): void {
  switch (content.type) {
    case 'deleted':
      return encoding.writeVarUint(encoder, content.length)
    case 'json':
      encoding.writeVarUint(encoder, content.count ?? content.values.length)
      for (const json of content.values) encoding.writeVarString(encoder, json)
      return
    case 'binary':
      return encoding.writeVarUint8Array(encoder, content.bytes)
    case 'string':
      return encoding.writeVarString(encoder, content.text)
    case 'embed':
      return encoding.writeVarString(encoder, content.json)
    case 'format':
      encoding.writeVarString(encoder, content.key)
      return encoding.writeVarString(encoder, content.json)
    case 'shared':
      encoding.writeVarUint(encoder, sharedCodes[content.shared])
      if (content.name !== undefined) encoding.writeVarString(encoder, content.name)
      return
    case 'any':
      encoding.writeVarUint(encoder, content.count ?? content.values.length)
      for (const value of content.values) encoding.writeAny(encoder, anyOf(value))
      return
    case 'written':
      encoding.writeVarUint(encoder, 1)
      return encoding.writeUint8Array(encoder, content.bytes)
    default:
      encoding.writeVarString(encoder, content.guid)
      encoding.writeAny(encoder, anyOf(content.options))
  }
}

/** The type of what lib0 can write; it writes anything else as undefined. */
const anyOf = (value: unknown): Parameters<typeof encoding.writeAny>[1] =>
  value as Parameters<typeof encoding.writeAny>[1]
