import * as fc from 'fast-check'
import * as Y from 'yjs'

/** What a foreign peer may do: anything Yjs can, anywhere. Plain JSON, so that a failure can be kept. */
export type PeerAction =
  | { do: 'setKey'; at: number; key: PeerKey; value: SaladValue }
  | { do: 'deleteKey'; at: number; key: PeerKey }
  | { do: 'insert'; at: number; index: number; value: SaladValue }
  | { do: 'delete'; at: number; index: number }
  | { do: 'format'; at: number; mark: string; value: unknown }
  | { do: 'nest'; at: number; levels: number }
  | { do: 'root'; name: string; type: 'array' | 'text' | 'xml' | 'map' }

/** A key by name, or one that is there already by its place. */
export type PeerKey = string | number

export type SaladValue =
  | { type: 'plain'; value: unknown }
  | {
      type:
        | 'bytes'
        | 'bigint'
        | 'subdocument'
        | 'map'
        | 'array'
        | 'text'
        | 'fragment'
        | 'xmlText'
        | 'hook'
        | 'prototype'
    }
  | { type: 'element'; name: string; attribute: string; value: unknown }

const keys = [
  'document meta kind schemaVersion header formalia quorum attendance agenda tasks',
  'title date start end breaks nextMeeting minuteTakers rule agendaApproved',
  'body earlyWarnings intervals status voting orderKey deletedAt who due id',
  'top1 top2 u.ma __proto__ constructor prototype hasOwnProperty toString ü\uD800',
]
  .flatMap(line => line.split(' '))
  .concat('', 'a b')
const key = fc.constantFrom(...keys)
const plain = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1.5,
    Number.NaN,
    2 ** 53,
    '',
    'Text',
    '\uDC00\0',
    '10:00',
    '2026-02-31',
    'a0',
    'zzz',
  ),
  fc.constantFrom(
    [['10:00', null]],
    [['a', 'b', 'c']],
    { type: 'anteil' },
    { type: 'keine', x: 1 },
    { approved: 1 },
  ),
  fc.json({ maxDepth: 3 }).map((text): unknown => JSON.parse(text)),
  fc.integer({ min: 60, max: 2000 }).map(levels => nestedArray(levels)),
)

function nestedArray(levels: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

const value: fc.Arbitrary<SaladValue> = fc.oneof(
  fc.record({ type: fc.constant('plain' as const), value: plain }),
  fc.record({
    type: fc.constantFrom(
      ...([
        'bytes',
        'bigint',
        'subdocument',
        'map',
        'array',
        'text',
        'fragment',
        'xmlText',
        'hook',
        'prototype',
      ] as const),
    ),
  }),
  fc.record({
    type: fc.constant('element' as const),
    name: fc.constantFrom('paragraph', 'heading', 'table', 'text', 'doc', '__proto__', '', '\uD800'),
    attribute: key,
    value: plain,
  }),
)
const at = fc.integer({ min: 0, max: 999 })
const peerKey: fc.Arbitrary<PeerKey> = fc.oneof(key, at)

export const peerActionArbitrary: fc.Arbitrary<PeerAction> = fc.oneof(
  fc.record({ do: fc.constant('setKey' as const), at, key: peerKey, value }),
  fc.record({ do: fc.constant('setKey' as const), at, key: peerKey, value }),
  fc.record({ do: fc.constant('deleteKey' as const), at, key: peerKey }),
  fc.record({ do: fc.constant('insert' as const), at, index: at, value }),
  fc.record({ do: fc.constant('delete' as const), at, index: at }),
  fc.record({
    do: fc.constant('format' as const),
    at,
    mark: fc.constantFrom('bold', 'link', 'link--AAAAAAAA', 'sparkle', '__proto__'),
    value: plain,
  }),
  fc.record({ do: fc.constant('nest' as const), at, levels: fc.integer({ min: 1, max: 150 }) }),
  fc.record({
    do: fc.constant('root' as const),
    name: fc.constantFrom('document', 'meta', 'stranger', '__proto__'),
    type: fc.constantFrom('array', 'text', 'xml', 'map'),
  }),
)

/** All shared types of a document that a peer can reach, in a fixed order; at most 400. */
function reachable(doc: Y.Doc): Y.AbstractType<unknown>[] {
  const found: Y.AbstractType<unknown>[] = [...doc.share.keys()].sort().map(name => doc.get(name))
  for (let index = 0; index < found.length && found.length < 400; index += 1) {
    const type = found[index]
    for (let item = type?._start ?? null; item; item = item.right) addType(found, item)
    for (const item of type?._map.values() ?? []) addType(found, item)
  }
  return found
}
function addType(found: Y.AbstractType<unknown>[], item: Y.Item): void {
  const { content } = item
  if (!item.deleted && content instanceof Y.ContentType) found.push(content.type)
}

function make(spec: SaladValue): unknown {
  switch (spec.type) {
    case 'plain':
      return spec.value
    case 'bytes':
      return new Uint8Array([1, 2, 3])
    case 'bigint':
      return 2n ** 60n
    case 'subdocument':
      return new Y.Doc()
    case 'map':
      return new Y.Map()
    case 'array':
      return new Y.Array()
    case 'text':
      return new Y.Text('Text')
    case 'fragment':
      return new Y.XmlFragment()
    case 'xmlText':
      return new Y.XmlText('Text')
    case 'hook':
      return new Y.XmlHook('hook')
    case 'prototype':
      return JSON.parse('{"__proto__": {"title": "forged"}, "constructor": {"prototype": 1}}')
    default: {
      const element = new Y.XmlElement(spec.name)
      // The types allow text attributes only; a peer is not bound by them.
      const anything: { setAttribute(name: string, value: unknown): void } = element
      anything.setAttribute(spec.attribute, spec.value)
      return element
    }
  }
}

/** Types as a peer sees them who keeps to no rules. */
type Anything = object & {
  _item?: unknown
  set?(key: string, value: unknown): void
  setAttribute?(key: string, value: unknown): void
  delete?(...at: unknown[]): void
  insert?(index: number, content: unknown): void
  insertEmbed?(index: number, value: unknown): void
  format?(index: number, length: number, marks: object): void
  length?: number
}

/** Acts on the peer's replica. What Yjs itself refuses to write does not happen. */
export function act(doc: Y.Doc, action: PeerAction): void {
  try {
    doc.transact(() => actInside(doc, action))
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}

function actInside(doc: Y.Doc, action: PeerAction): void {
  if (action.do === 'root') {
    if (action.type === 'array') doc.getArray(action.name).insert(0, ['x'])
    if (action.type === 'text') doc.getText(action.name).insert(0, 'x')
    if (action.type === 'xml') doc.getXmlFragment(action.name).insert(0, [new Y.XmlElement('paragraph')])
    if (action.type === 'map') doc.getMap(action.name).set('x', 1)
    return
  }
  const types = reachable(doc).filter(type => suits(action.do, type))
  const type = types[action.at % Math.max(1, types.length)]
  if (!type) return
  const target: Anything = type
  const length = target.length ?? 0
  switch (action.do) {
    case 'setKey':
      if (target.set) target.set(keyOf(type, action.key), make(action.value))
      else target.setAttribute?.(keyOf(type, action.key), make(action.value))
      return
    case 'deleteKey':
      return target.delete?.(keyOf(type, action.key))
    case 'insert': {
      const index = action.index % (length + 1)
      if (target.insertEmbed) {
        // Embeds travel as JSON, which has no big integers: a peer could not send one.
        return action.value.type === 'bigint' ? undefined : target.insertEmbed(index, make(action.value))
      }
      return target.insert?.(index, [make(action.value)])
    }
    case 'delete':
      return length === 0 ? undefined : target.delete?.(action.index % length, 1)
    case 'format':
      return target.format?.(0, length, { [action.mark]: action.value })
    default:
      return nest(type, action.levels)
  }
}

/** Actions go where they can have an effect, so that few of them are wasted. */
function suits(action: PeerAction['do'], type: Y.AbstractType<unknown>): boolean {
  if (action === 'setKey') return type instanceof Y.Map || type instanceof Y.XmlElement
  if (action === 'deleteKey') return type instanceof Y.Map
  if (action === 'format') return type instanceof Y.Text
  if (action === 'nest') return type instanceof Y.Map || type instanceof Y.XmlFragment
  return !(type instanceof Y.Map)
}

function keyOf(type: Y.AbstractType<unknown>, key: PeerKey): string {
  if (typeof key === 'string') return key
  const present = [...type._map.keys()].sort()
  return present[key % Math.max(1, present.length)] ?? 'title'
}

/** Nests elements below a fragment, or maps below a map. */
function nest(type: Y.AbstractType<unknown>, levels: number): void {
  let parent: unknown = type
  for (let level = 0; level < levels; level += 1) {
    if (parent instanceof Y.XmlFragment) {
      const child = new Y.XmlElement('blockquote')
      parent.insert(0, [child])
      parent = child
    } else if (parent instanceof Y.Map) {
      const child = new Y.Map()
      parent.set('body', child)
      parent = child
    } else return
  }
}
