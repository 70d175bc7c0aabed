import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { maxAdvance, maxClock, maxDeleteRanges, maxStructs, maxUpdateBytes } from './limits.ts'
import { type RefusalReason, RefusedUpdate, summarize } from './summarize.ts'
import { column, content, deletesRange, section, sectionField, structField } from './summary.ts'

type Write = (encoder: encoding.Encoder) => void
const uint =
  (...numbers: number[]): Write =>
  encoder => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  }
const text =
  (value: string): Write =>
  encoder =>
    encoding.writeVarString(encoder, value)
const bytes =
  (...values: number[]): Write =>
  encoder => {
    for (const value of values) encoding.writeUint8(encoder, value)
  }
const any =
  (value: unknown): Write =>
  encoder =>
    encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1])

function built(...parts: Write[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of parts) part(encoder)
  return encoding.toUint8Array(encoder)
}
/** So many writes that they do not fit into one call. */
const repeated = (count: number, write: (at: number) => Write): Write[] => [
  encoder => {
    for (let at = 0; at < count; at++) write(at)(encoder)
  },
]
/** One client's structs from clock 0 on, and no deletions. */
const structs = (count: number, ...parts: Write[]): Uint8Array =>
  built(uint(1, count, 7, 0), ...parts, uint(0))
/** An item in the root „document“, at the key „k“. */
const item = (kind: number, ...parts: Write[]): Write[] => [
  bytes(kind | 0x20),
  uint(1),
  text('document'),
  text('k'),
  ...parts,
]
const deletes = (...parts: Write[]): Uint8Array => built(uint(0), ...parts)

function nested(levels: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}
const forbidden: unknown = JSON.parse('{"a": [{"__proto__": 1}]}')

function reasonOf(update: Uint8Array): RefusalReason | 'taken' {
  try {
    summarize(update)
    return 'taken'
  } catch (error) {
    if (error instanceof RefusedUpdate) return error.reason
    throw error
  }
}

const refused: [string, RefusalReason, Uint8Array][] = [
  ['nothing at all', 'undecodable', new Uint8Array()],
  ['[b5] a byte after the end', 'undecodable', built(uint(0, 0), bytes(0))],
  ['an unknown content', 'undecodable', structs(1, ...item(11))],
  ['an unknown type', 'undecodable', structs(1, ...item(content.type, uint(7)))],
  ['a GC struct with an origin', 'undecodable', structs(1, bytes(0x80), uint(8, 0, 1))],
  ['a skip with an origin', 'undecodable', structs(1, bytes(0x8a), uint(8, 0, 1))],
  ['a parent that is neither root nor type', 'undecodable', structs(1, bytes(4), uint(2))],
  ['a text that is no UTF-8', 'undecodable', structs(1, ...item(content.string, uint(1), bytes(0xff)))],
  ['an embed that is no JSON', 'undecodable', structs(1, ...item(content.embed, text('{')))],
  ['a value with an unknown tag', 'undecodable', structs(1, ...item(content.any, uint(1), bytes(1)))],
  ['a number beyond 2^53', 'undecodable', built(bytes(255, 255, 255, 255, 255, 255, 255, 255, 127))],
  ['a client id beyond 32 bits', 'undecodable', built(uint(1, 1, 2 ** 32, 0), bytes(0), uint(1, 0))],
  [
    '[G3] a client twice',
    'undecodable',
    built(uint(2, 1, 7, 0), bytes(0), uint(1), uint(1, 7, 1), bytes(0), uint(1, 0)),
  ],
  [
    '[G3] clients the lowest first',
    'undecodable',
    built(uint(2, 1, 7, 0), bytes(0), uint(1), uint(1, 8, 0), bytes(0), uint(1, 0)),
  ],
  ['[G4] a struct beside itself', 'undecodable', structs(1, bytes(0x84), uint(7, 0), text('x'))],
  ['[G4] a struct before a later one', 'undecodable', structs(1, bytes(0x44), uint(7, 9), text('x'))],
  ['[G4] a struct inside itself', 'undecodable', structs(1, bytes(4), uint(0, 7, 0), text('x'))],
  ['[b9] 2^40 clients', 'tooManyStructs', built(uint(2 ** 40))],
  ['[b9] 2^40 structs', 'tooManyStructs', built(uint(1, 2 ** 40, 7, 0))],
  ['[b9] 2^40 clients of deletions', 'tooManyStructs', deletes(uint(2 ** 40))],
  ['[b9] 2^40 deletions', 'tooManyStructs', deletes(uint(1, 7, 2 ** 40))],
  ['[b9] 2^40 values', 'undecodable', structs(1, ...item(content.any, uint(2 ** 40)))],
  [
    '[b9] an object of 2^40 keys',
    'undecodable',
    structs(1, ...item(content.any, uint(1), bytes(118), uint(2 ** 40))),
  ],
  ['[b9] a text of 2^50 bytes', 'undecodable', structs(1, ...item(content.string, uint(2 ** 50)))],
  ['[b1] a GC struct of 2^50', 'structTooLong', structs(1, bytes(0), uint(2 ** 50))],
  ['[b4] a skip of 2^50', 'structTooLong', structs(1, bytes(10), uint(2 ** 50))],
  ['[b1] a deleted struct of 2^50', 'structTooLong', structs(1, ...item(content.deleted, uint(2 ** 50)))],
  ['[b1] many long structs', 'structTooLong', structs(2, bytes(0), uint(maxAdvance), bytes(0), uint(1))],
  ['a clock that no snapshot holds', 'structTooLong', built(uint(1, 1, 7, maxClock), bytes(0), uint(1, 0))],
  ['a first clock beyond all', 'structTooLong', built(uint(1, 1, 7, maxClock + 1), bytes(0), uint(1, 0))],
  ['a deletion of 2^50', 'structTooLong', deletes(uint(1, 7, 1, 0, 2 ** 50))],
  ['a client without structs', 'emptyStruct', built(uint(1, 0, 7, 0, 0))],
  ['[G2] an empty GC struct', 'emptyStruct', structs(1, bytes(0), uint(0))],
  ['[G2] an empty skip', 'emptyStruct', structs(1, bytes(10), uint(0))],
  ['[G2] an empty deleted struct', 'emptyStruct', structs(1, ...item(content.deleted, uint(0)))],
  ['[G2] an empty text', 'emptyStruct', structs(1, ...item(content.string, text('')))],
  ['[G2] no value', 'emptyStruct', structs(1, ...item(content.any, uint(0)))],
  ['[G2] no JSON value', 'emptyStruct', structs(1, ...item(content.json, uint(0)))],
  ['[G2] an empty deletion', 'emptyStruct', deletes(uint(1, 7, 1, 0, 0))],
  ['[b10] a root', 'forbiddenKey', structs(1, bytes(4), uint(1), text('__proto__'), text('x'))],
  [
    '[b10] a key',
    'forbiddenKey',
    structs(1, bytes(0x24), uint(1), text('document'), text('constructor'), text('x')),
  ],
  ['[b10] a mark', 'forbiddenKey', structs(1, ...item(content.format, text('prototype'), text('{}')))],
  [
    '[b10] inside a mark',
    'forbiddenKey',
    structs(1, ...item(content.format, text('a'), text(JSON.stringify(forbidden)))),
  ],
  [
    '[b10] inside an embed',
    'forbiddenKey',
    structs(1, ...item(content.embed, text(JSON.stringify(forbidden)))),
  ],
  [
    '[b10] inside a JSON value',
    'forbiddenKey',
    structs(1, ...item(content.json, uint(1), text(JSON.stringify(forbidden)))),
  ],
  [
    '[b10] inside a value',
    'forbiddenKey',
    structs(1, ...item(content.any, uint(1), any({ a: { constructor: 1 } }))),
  ],
  [
    '[b10] the name of an element',
    'forbiddenKey',
    structs(1, ...item(content.type, uint(3), text('__proto__'))),
  ],
  ['[b10] the name of a hook', 'forbiddenKey', structs(1, ...item(content.type, uint(5), text('__proto__')))],
  [
    '[b14] a subdocument that takes another id',
    'forbiddenKey',
    structs(1, ...item(content.subdocument, text('d'), any({ guid: {} }))),
  ],
  [
    '[b14] a subdocument without options',
    'undecodable',
    structs(1, ...item(content.subdocument, text('d'), any(null))),
  ],
  ['[b6] values 65 levels deep', 'tooDeep', structs(1, ...item(content.any, uint(1), any(nested(65))))],
  [
    '[b6] an embed 65 levels deep',
    'tooDeep',
    structs(1, ...item(content.embed, text(JSON.stringify(nested(65))))),
  ],
  [
    '[b6] an embed of half a million brackets',
    'tooDeep',
    structs(1, ...item(content.embed, text('['.repeat(250_000) + ']'.repeat(250_000)))),
  ],
  ['[b7] more bytes than any honest update', 'tooLarge', new Uint8Array(maxUpdateBytes + 1)],
]

describe('what no update may hold', () => {
  it.each(refused)('%s: %s', (_, reason, update) => {
    expect(reasonOf(update)).toBe(reason)
  })

  it('[b8] a million tiny structs', () => {
    const many = (count: number) =>
      structs(count, ...repeated(Math.min(count, maxStructs), () => bytes(0, 1)))
    expect(reasonOf(many(1_000_000))).toBe('tooManyStructs')
    expect(reasonOf(many(maxStructs))).toBe('taken')
  })

  it('[b8] a million tiny deletions', () => {
    const many = (count: number) =>
      deletes(uint(1, 7, count), ...repeated(Math.min(count, maxDeleteRanges), at => uint(at * 2, 1)))
    expect(reasonOf(many(1_000_000))).toBe('tooManyStructs')
    expect(reasonOf(many(maxDeleteRanges))).toBe('taken')
  })

  it('[b5] an update that is cut anywhere', () => {
    const whole = richUpdate()
    expect(reasonOf(whole)).toBe('taken')
    for (let length = 0; length < whole.length; length++) {
      expect(reasonOf(whole.subarray(0, length))).toBe('undecodable')
    }
  })
})

/** Every content that Yjs writes. */
function richDoc(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 2 ** 32 - 1
  doc.transact(() => {
    const root = doc.getMap<unknown>('document')
    root.set('any', {
      deep: nested(60),
      big: 2n ** 60n,
      none: undefined,
      float: 1.5,
      whole: -70_000,
      yes: true,
    })
    root.set('binary', new Uint8Array([1, 2]))
    root.set('subdocument', new Y.Doc({ meta: { a: 1 }, autoLoad: true, gc: false }))
    root.set('hook', new Y.XmlHook('hook'))
    const fragment = new Y.XmlFragment()
    root.set('body', fragment)
    const element = new Y.XmlElement('paragraph')
    fragment.insert(0, [element, new Y.XmlText('ä👋')])
    element.setAttribute('align', 'left')
    const text = new Y.XmlText()
    element.insert(0, [text])
    text.insert(0, 'Hallo Welt', { bold: {} })
    text.insertEmbed(3, { image: 'x' })
    text.delete(1, 3)
    root.set('list', new Y.Array())
    doc.getArray('other').push([1, 'zwei', [3]])
    doc.getArray('other').delete(1, 1)
  })
  return doc
}
const richUpdate = (): Uint8Array => Y.encodeStateAsUpdate(richDoc())

describe('what is summarised', () => {
  it('[G1] is what Yjs decodes', () => {
    for (const update of [richUpdate(), Y.encodeStateAsUpdate(new Y.Doc())]) {
      const summary = summarize(update)
      const decoded = Y.decodeUpdate(update)
      expect(summary.structs.length / 13).toBe(decoded.structs.length)
      decoded.structs.forEach((struct, row) => {
        const field = (name: keyof typeof column) => structField(summary, row, column[name])
        expect([field('client'), field('clock'), field('length')]).toEqual([
          struct.id.client,
          struct.id.clock,
          struct.length,
        ])
        const origin = struct instanceof Y.Item ? struct.origin : null
        expect([field('originClient'), field('originClock')]).toEqual([
          origin?.client ?? -1,
          origin?.clock ?? -1,
        ])
      })
      const ranges = [...decoded.ds.clients].flatMap(([client, own]) =>
        own.flatMap(({ clock, len }) => [client, clock, clock + len]),
      )
      expect([...summary.deletes]).toEqual(ranges)
    }
  })

  it('[b14] tells of subdocuments and bytes', () => {
    expect(summarize(richUpdate())).toMatchObject({ hasBinary: true, hasSubdocument: true })
    const plain = new Y.Doc()
    plain.getMap('document').set('a', { b: 1 })
    expect(summarize(Y.encodeStateAsUpdate(plain))).toMatchObject({ hasBinary: false, hasSubdocument: false })
    plain.getMap('document').set('a', { b: new Uint8Array(1) })
    expect(summarize(Y.encodeStateAsUpdate(plain)).hasBinary).toBe(true)
  })

  it('holds sections of clients, whole and in part', () => {
    const doc = new Y.Doc()
    doc.clientID = 9
    doc.getText('t').insert(0, 'abc')
    const before = Y.encodeStateVector(doc)
    doc.getText('t').insert(3, 'de')
    const fields = [section.client, section.from, section.to]
    const first = summarize(Y.encodeStateAsUpdate(doc))
    expect(fields.map(field => sectionField(first, 0, field))).toEqual([9, 0, 5])
    const second = summarize(Y.encodeStateAsUpdate(doc, before))
    expect(fields.map(field => sectionField(second, 0, field))).toEqual([9, 3, 5])
  })

  it('joins deletions that overlap, in whatever order they come', () => {
    const update = deletes(uint(3, 7, 3, 10, 5, 0, 4, 3, 3), uint(5, 1, 0, 1), uint(7, 1, 12, 8))
    const summary = summarize(update)
    expect([...summary.deletes]).toEqual([5, 0, 1, 7, 0, 6, 7, 10, 20])
    expect(deletesRange(summary, 7, 0, 6)).toBe(true)
    expect(deletesRange(summary, 7, 11, 20)).toBe(true)
    expect(deletesRange(summary, 7, 5, 7)).toBe(false)
    expect(deletesRange(summary, 7, 7, 8)).toBe(false)
    expect(deletesRange(summary, 6, 0, 1)).toBe(false)
    expect(deletesRange(summary, 8, 0, 1)).toBe(false)
  })

  it('[b1] takes a day of typing and deleting, which travels as one long GC struct', () => {
    const doc = new Y.Doc()
    const body = new Y.Array<Y.Text>()
    doc.getMap('document').set('body', body)
    body.push([new Y.Text('x'.repeat(500_000))])
    body.delete(0, 1)
    expect(reasonOf(Y.encodeStateAsUpdate(doc))).toBe('taken')
  })
})
