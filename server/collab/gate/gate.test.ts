import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { lastSeedClientId } from '#shared/document/seed.ts'
import { authorIdSchema, personIdSchema } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { createGate, type Gate, type Sender } from './gate.ts'
import { summarize } from './summarize.ts'

const sender = (name: string): Sender => ({
  author: authorIdSchema.parse(`a-${name}`),
  personId: personIdSchema.parse(name),
})
const ada = sender('ada')
const ben = sender('ben')

function peer(clientID: number, base?: Y.Doc): { doc: Y.Doc; sent: Uint8Array[] } {
  const doc = new Y.Doc()
  if (base) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
  // Afterwards: Yjs takes another id when its own one comes from outside.
  doc.clientID = clientID
  const sent: Uint8Array[] = []
  doc.on('update', (update, origin) => {
    if (origin !== 'server') sent.push(update)
  })
  return { doc, sent }
}
const at = (updates: readonly Uint8Array[], index: number): Uint8Array => {
  const update = updates.at(index)
  if (!update) throw new Error(`No update ${index}`)
  return update
}
const whole = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc)
const judge = (gate: Gate, update: Uint8Array, by = ada) => gate.judge(summarize(update), by)
function accept(gate: Gate, update: Uint8Array, by: Sender | null = ada): Uint8Array {
  const summary = summarize(update)
  const row = gate.withoutKnown(update, summary)
  gate.accept(summary, by && by.author)
  return row
}
/** Judges, accepts what is to be appended, and applies it. */
function take(doc: Y.Doc, gate: Gate, update: Uint8Array, by = ada): void {
  expect(judge(gate, update, by)).toMatchObject({ verdict: 'append' })
  Y.applyUpdate(doc, accept(gate, update, by))
  gate.applied()
}
function opened(): { doc: Y.Doc; gate: Gate } {
  const doc = new Y.Doc()
  return { doc, gate: createGate(doc, minutes) }
}
const refuse = (reason: string) => ({ verdict: 'refuse', reason })
const append = { verdict: 'append', claims: [], flags: [] }

describe('client ids of seeds', () => {
  it('[G7] [DM23] belong to nobody, also those of versions that are still to come', () => {
    for (const id of [2, lastSeedClientId]) {
      const { doc, sent } = peer(id)
      doc.getMap('document').set('a', 'abc')
      expect(judge(opened().gate, at(sent, 0))).toEqual(refuse('foreignClient'))
    }
    const { doc, sent } = peer(lastSeedClientId + 1)
    doc.getMap('document').set('a', 'abc')
    expect(judge(opened().gate, at(sent, 0))).toEqual({ ...append, claims: [lastSeedClientId + 1] })
  })
})

describe('what is new', () => {
  it('appends what a document does not hold', () => {
    const { doc, sent } = peer(7)
    doc.getMap('document').set('a', 'abc')
    expect(judge(opened().gate, at(sent, 0))).toEqual({ ...append, claims: [7] })
  })

  it('[b29] finds nothing new in what is in the document, whole or in part, or was accepted since', () => {
    const { doc, gate } = opened()
    const { doc: own, sent } = peer(7)
    const text = new Y.Text()
    own.getMap('document').set('t', text)
    text.insert(0, 'abc')
    text.insert(1, 'def')
    text.delete(2, 3)
    for (const isApplied of [false, true]) {
      for (const update of sent) {
        if (!isApplied) {
          expect(judge(gate, update).verdict).toBe('append')
          accept(gate, update)
        }
        expect(judge(gate, update)).toEqual({ verdict: 'nothingNew' })
      }
      expect(judge(gate, whole(own))).toEqual({ verdict: 'nothingNew' })
      for (const update of sent) Y.applyUpdate(doc, update)
      gate.applied()
    }
    expect(judge(gate, whole(new Y.Doc()))).toEqual({ verdict: 'nothingNew' })
  })

  it('appends a deletion of what is known but not yet deleted', () => {
    const { doc, gate } = opened()
    const { doc: own, sent } = peer(7)
    own.getMap('document').set('t', new Y.Text('abcdef'))
    take(doc, gate, at(sent, 0))
    const { doc: other, sent: deletions } = peer(8, doc)
    const text = other.getMap('document').get('t')
    if (!(text instanceof Y.Text)) throw new Error('No text')
    text.delete(2, 2)
    text.delete(1, 2)
    expect(judge(gate, at(deletions, 0), ben)).toEqual(append)
    accept(gate, at(deletions, 0), ben)
    expect(judge(gate, at(deletions, 0), ben)).toEqual({ verdict: 'nothingNew' })
    expect(judge(gate, at(deletions, 1), ben)).toEqual(append)
    expect(judge(gate, Y.mergeUpdates(deletions), ben)).toEqual(append)
  })

  it('[G8] leaves out what is known, whatever the update says of it, and keeps the bytes where nothing is', () => {
    const { doc, gate } = opened()
    const { doc: own, sent } = peer(7)
    own.getMap('document').set('a', 'honest')
    take(doc, gate, at(sent, 0))
    const forger = peer(7)
    forger.doc.getMap('document').set('a', 'forged')
    forger.doc.getMap('document').set('b', 'new')
    const row = accept(gate, whole(forger.doc))
    expect(Y.decodeUpdate(row).structs.map(({ id }) => id.clock)).toEqual([1])
    own.getMap('document').set('c', 'more')
    expect(accept(gate, at(sent, 1))).not.toBe(at(sent, 1))
    const { doc: next, sent: nexts } = peer(8, doc)
    next.getMap('document').set('d', 1)
    expect(accept(gate, at(nexts, 0))).toBe(at(nexts, 0))
  })

  it('[G8] a struct of which one half is known stands beside that half, wherever it says to stand', () => {
    const { doc, gate } = opened()
    const { doc: own, sent } = peer(7)
    const text = new Y.Text()
    own.getMap('document').set('t', text)
    text.insert(0, 'abc')
    for (const update of sent) take(doc, gate, update)
    const forger = peer(7)
    forger.doc.getMap('document').set('t', new Y.Text())
    forger.doc.getText('elsewhere').insert(0, 'abcdef')
    expect(judge(gate, whole(forger.doc))).toEqual(append)
    Y.applyUpdate(doc, accept(gate, whole(forger.doc)))
    expect(doc.getMap('document').get('t')?.toString()).toBe('abcdef')
  })
})

describe('gaps', () => {
  const { doc: own, sent } = peer(7)
  own.getMap('document').set('a', 1)
  own.getMap('document').set('b', 2)
  own.getMap('document').delete('b')

  it('[b3] a clock is missing', () => {
    expect(judge(opened().gate, at(sent, 1))).toEqual({ verdict: 'gap' })
  })

  it('[b4] a skip hides what is not known, and not what is', () => {
    const { doc, gate } = opened()
    const third = peer(7, own)
    third.doc.getMap('document').set('c', 3)
    const skipping = Y.mergeUpdates([at(sent, 0), at(third.sent, -1)])
    expect(judge(gate, skipping)).toEqual({ verdict: 'gap' })
    take(doc, gate, at(sent, 0))
    expect(judge(gate, skipping)).toEqual({ verdict: 'gap' })
    take(doc, gate, at(sent, 1))
    take(doc, gate, skipping)
    expect(doc.getMap('document').toJSON()).toEqual({ a: 1, b: 2, c: 3 })
  })

  it('a neighbour, a parent or what is deleted is nowhere', () => {
    const { doc: base } = peer(7)
    const list = new Y.Array<unknown>()
    base.getMap('document').set('list', list)
    list.push(['x'])
    const cases: ((doc: Y.Doc) => void)[] = [
      doc => doc.getMap<Y.Array<unknown>>('document').get('list')?.push(['after x']),
      doc => doc.getMap<Y.Array<unknown>>('document').get('list')?.insert(0, ['before x']),
      doc => doc.getMap<Y.Array<unknown>>('document').get('list')?.delete(0, 1),
      doc => doc.getMap('document').delete('list'),
    ]
    for (const change of cases) {
      const { doc: other, sent } = peer(8, base)
      change(other)
      const { doc, gate } = opened()
      expect(judge(gate, at(sent, 0))).toEqual({ verdict: 'gap' })
      take(doc, gate, whole(base))
      expect(judge(gate, at(sent, 0))).toMatchObject({ verdict: 'append' })
    }
  })

  it('is closed by what was accepted and is not applied yet', () => {
    const { gate } = opened()
    for (const update of sent) {
      expect(judge(gate, update).verdict).toBe('append')
      accept(gate, update)
    }
  })

  it('[G6] structs of two clients that rest on each other can never be applied', () => {
    const update = (first: number, second: number) =>
      // client, clock 0, one text each with an origin at the other
      new Uint8Array([2, 1, 9, 0, 0x84, first, 0, 1, 65, 1, 8, 0, 0x84, second, 0, 1, 65, 0])
    expect(judge(opened().gate, update(8, 9))).toEqual(refuse('undecodable'))
  })

  it('[G6] structs of several clients are in order, however they rest on each other', () => {
    const one = peer(9)
    const two = peer(8)
    const list = new Y.Array<unknown>()
    one.doc.getMap('document').set('list', list)
    for (let turn = 0; turn < 5; turn++) {
      for (const [from, to] of [
        [one, two],
        [two, one],
      ] as const) {
        from.doc.getMap<Y.Array<unknown>>('document').get('list')?.insert(turn, ['x'])
        Y.applyUpdate(to.doc, whole(from.doc), 'server')
      }
    }
    const { doc, gate } = opened()
    take(doc, gate, whole(one.doc))
    expect(doc.store.pendingStructs).toBeNull()
  })
})

describe('[b2] [G7] client ids', () => {
  function typed(clientID: number, base?: Y.Doc): { first: Uint8Array; second: Uint8Array } {
    const { doc, sent } = peer(clientID, base)
    doc.getMap('document').set(`a${clientID}`, 1)
    doc.getMap('document').set(`b${clientID}`, 2)
    return { first: at(sent, 0), second: at(sent, 1) }
  }

  it('belong to whoever sends them first, from the moment of acceptance', () => {
    const { gate } = opened()
    const { first, second } = typed(7)
    expect(judge(gate, first, ada)).toEqual({ ...append, claims: [7] })
    expect(judge(gate, first, ben)).toEqual({ ...append, claims: [7] })
    accept(gate, first, ada)
    expect(judge(gate, second, ben)).toEqual(refuse('foreignClient'))
    expect(judge(gate, second, ada)).toEqual(append)
    expect(judge(gate, first, ben)).toEqual({ verdict: 'nothingNew' })
  })

  it('of others may be repeated with own news', () => {
    const { doc, gate } = opened()
    take(doc, gate, typed(7).first, ada)
    const { doc: own } = peer(8, doc)
    own.getMap('document').set('x', 1)
    expect(judge(gate, whole(own), ben)).toEqual({ ...append, claims: [8] })
  })

  it('of the server, the seed among them, are nobody else’s', () => {
    const { doc, gate } = opened()
    expect(new Set(gate.accept(summarize(minutes.seed), null))).toEqual(new Set([1, 2]))
    Y.applyUpdate(doc, minutes.seed)
    gate.applied()
    const forger = peer(1, doc)
    forger.doc.getMap('document').set('x', 1)
    expect(judge(gate, at(forger.sent, 0))).toEqual(refuse('foreignClient'))
  })

  it('of the server are its own also if the document has its change already', () => {
    const { doc, gate } = opened()
    doc.clientID = 5
    doc.getMap('document').set('x', 1)
    expect(gate.accept(summarize(whole(doc)), null)).toEqual([5])
    gate.applied()
    const forger = peer(5, doc)
    forger.doc.getMap('document').set('y', 1)
    expect(judge(gate, at(forger.sent, 0))).toEqual(refuse('foreignClient'))
  })

  it('in the document are asked for once; one that the journal does not know is free', () => {
    const loaded = peer(7)
    loaded.doc.getMap('document').set('a7', 1)
    const { doc } = loaded
    const gate = createGate(doc, minutes)
    const next = peer(7, doc)
    next.doc.getMap('document').set('more', 1)
    const update = at(next.sent, 0)
    expect(judge(gate, update)).toEqual({ verdict: 'unknownOwners', clients: [7] })
    gate.learn(new Map(), [8])
    expect(judge(gate, update)).toEqual({ verdict: 'unknownOwners', clients: [7] })
    gate.learn(new Map([[7, ben.author]]), [7])
    expect(judge(gate, update, ada)).toEqual(refuse('foreignClient'))
    expect(judge(gate, update, ben)).toEqual(append)
    const other = createGate(doc, minutes)
    other.learn(new Map(), [7])
    expect(judge(other, update, ada)).toEqual({ ...append, claims: [7] })
  })

  it('are given back when the row never reached the journal, and kept when it did', () => {
    const { doc, gate } = opened()
    const seven = typed(7)
    const eight = typed(8)
    accept(gate, seven.first, ada)
    accept(gate, eight.first, ada)
    Y.applyUpdate(doc, seven.first)
    gate.applied(1)
    gate.reset()
    expect(judge(gate, seven.second, ben)).toEqual(refuse('foreignClient'))
    expect(judge(gate, eight.first, ben)).toEqual({ ...append, claims: [8] })
    expect(judge(gate, eight.second, ada)).toEqual({ verdict: 'gap' })
  })

  it('what is still on its way counts after a part was applied', () => {
    const { doc, gate } = opened()
    const { first, second } = typed(7)
    accept(gate, first)
    accept(gate, second)
    Y.applyUpdate(doc, first)
    gate.applied(1)
    expect(judge(gate, second)).toEqual({ verdict: 'nothingNew' })
    Y.applyUpdate(doc, second)
    gate.applied(1)
    expect(judge(gate, second)).toEqual({ verdict: 'nothingNew' })
  })
})

describe('oddities that are taken', () => {
  it('[b11] [b12] [b14] with a flag', () => {
    const cases: [string, (doc: Y.Doc) => void][] = [
      ['unknownRoot', doc => doc.getText('stranger').insert(0, 'x')],
      ['rootOfAnotherType', doc => doc.getText('document').insert(0, 'x')],
      ['rootOfAnotherType', doc => doc.getArray('meta').push(['x'])],
      ['subdocument', doc => doc.getMap('document').set('a', new Y.Doc())],
      ['binary', doc => doc.getMap('document').set('a', new Uint8Array(2))],
    ]
    for (const [flag, change] of cases) {
      const { doc: own, sent } = peer(7)
      change(own)
      expect(judge(opened().gate, at(sent, 0))).toEqual({ ...append, claims: [7], flags: [flag] })
    }
  })

  it('[b12] also where it only continues what stands in the root', () => {
    const { doc, gate } = opened()
    const { doc: own, sent } = peer(7)
    own.getText('document').insert(0, 'x')
    own.getText('document').insert(1, 'y')
    take(doc, gate, at(sent, 0))
    expect(judge(gate, at(sent, 1))).toEqual({ ...append, flags: ['rootOfAnotherType'] })
  })

  it('[G13] what comes into a container that is gone is nowhere for everybody, with a flag', () => {
    const { doc, gate } = opened()
    const ours = peer(7)
    ours.doc.getMap('document').set('list', new Y.Array())
    take(doc, gate, at(ours.sent, 0))
    const theirs = peer(8, doc)
    theirs.doc
      .getMap<Y.Array<unknown>>('document')
      .get('list')
      ?.push(['late', new Y.Map([['a', 1]])])
    ours.doc.getMap('document').delete('list')
    take(doc, gate, at(ours.sent, 1))
    expect(judge(gate, at(theirs.sent, 0), ben)).toEqual({ ...append, claims: [8], flags: ['swallowed'] })
    const row = accept(gate, at(theirs.sent, 0), ben)
    for (const struct of Y.decodeUpdate(row).structs) expect(struct).toBeInstanceOf(Y.GC)
    const everybody = new Y.Doc()
    Y.applyUpdate(everybody, Y.mergeUpdates([...ours.sent, row]))
    expect(everybody.store.pendingStructs).toBeNull()
    expect(everybody.getMap('document').toJSON()).toEqual({})
    Y.applyUpdate(doc, row)
    gate.applied()
    expect(judge(gate, at(theirs.sent, 0), ben)).toEqual({ verdict: 'nothingNew' })
  })
})

describe('[b6] [G10] depth', () => {
  /** Nests maps below the deepest one, and a value in it. */
  function deepen(doc: Y.Doc, levels: number): void {
    doc.transact(() => {
      let map: Y.Map<unknown> = doc.getMap('document')
      for (let child = map.get('m'); child instanceof Y.Map; child = child.get('m')) map = child
      for (let level = 0; level < levels; level++) {
        const child = new Y.Map<unknown>()
        map.set('m', child)
        map = child
      }
    })
  }
  it('counts what the document nests, what was accepted, and the update', () => {
    for (const mode of ['applied', 'accepted', 'oneUpdate'] as const) {
      const { doc, gate } = opened()
      const { doc: own, sent } = peer(7)
      deepen(own, 40)
      deepen(own, 24)
      deepen(own, 1)
      if (mode === 'oneUpdate') {
        expect(judge(gate, Y.mergeUpdates(sent.slice(0, 2))).verdict).toBe('append')
        expect(judge(gate, Y.mergeUpdates(sent))).toEqual(refuse('tooDeep'))
        continue
      }
      for (const update of sent.slice(0, 2)) {
        if (mode === 'applied') take(doc, gate, update)
        else accept(gate, update)
      }
      expect(judge(gate, at(sent, 2))).toEqual(refuse('tooDeep'))
    }
  })
  it('counts a value’s own levels on top', () => {
    const { doc, gate } = opened()
    const { doc: own, sent } = peer(7)
    deepen(own, 62)
    take(doc, gate, at(sent, 0))
    let deepest: Y.Map<unknown> = own.getMap('document')
    for (let child = deepest.get('m'); child instanceof Y.Map; child = child.get('m')) deepest = child
    deepest.set('value', [[1]])
    deepest.set('value', [[[1]]])
    expect(judge(gate, at(sent, 1)).verdict).toBe('append')
    accept(gate, at(sent, 1))
    expect(judge(gate, at(sent, 2))).toEqual(refuse('tooDeep'))
  })
  it('200,000 levels in one update end at the 65th', () => {
    // Each struct is a map at the key „k“ of the one before.
    const rows = 200_000
    const bytes: number[] = [1, 0x80 | (rows & 127), 0x80 | ((rows >> 7) & 127), rows >> 14, 7, 0]
    bytes.push(0x27, 1, 8, ...Buffer.from('document'), 1, 107, 1)
    for (let clock = 0; clock < rows - 1; clock++) {
      bytes.push(0x27, 0, 7, 0x80 | (clock & 127), 0x80 | ((clock >> 7) & 127), clock >> 14, 1, 107, 1)
    }
    bytes.push(0)
    expect(judge(opened().gate, new Uint8Array(bytes))).toEqual(refuse('tooDeep'))
  })
})

describe('[G11] [G12] neighbours', () => {
  /** Minutes’ root with two lists, „abc“ and „d“, of client 7; ids count from the lists at 0 and 1. */
  function lists(): { doc: Y.Doc; gate: Gate } {
    const { doc, gate } = opened()
    const { doc: own, sent } = peer(7)
    own.transact(() => {
      const one = new Y.Array<unknown>()
      const two = new Y.Array<unknown>()
      own.getMap('document').set('one', one)
      own.getMap('document').set('two', two)
      one.push(['a'])
      one.push(['b'])
      one.push(['c'])
      two.push(['d'])
    })
    take(doc, gate, at(sent, 0))
    return { doc, gate }
  }
  /** One value of client 8 between two clocks of client 7. */
  const between = (origin: number | null, right: number | null, length = 1): Uint8Array => {
    const ids = [origin, right].flatMap(clock => (clock === null ? [] : [7, clock]))
    const values = Array.from({ length }, () => 120)
    const bits = (origin === null ? 0 : 0x80) | (right === null ? 0 : 0x40)
    return new Uint8Array([1, 1, 8, 0, 8 | bits, ...ids, length, ...values, 0])
  }
  it.each([
    ['the list’s own neighbours', 2, 3, 'append'],
    ['with others between', 2, 4, 'append'],
    ['the end of the list', 4, null, 'append'],
    ['the beginning of the list', null, 2, 'append'],
    ['the wrong way round', 3, 2, 'misplaced'],
    ['one and the same', 3, 3, 'misplaced'],
    ['two lists', 2, 5, 'misplaced'],
    ['a list and a key', 2, 1, 'misplaced'],
    ['after a key', 0, null, 'append'],
    ['before a key', null, 0, 'misplaced'],
  ])('%s', (_, origin, right, expected) => {
    // An unknown tag would be undecodable: 120 is „true“.
    const verdict = judge(lists().gate, between(origin, right))
    expect('reason' in verdict ? verdict.reason : verdict.verdict).toBe(expected)
  })
  it('one neighbour is gone for good, the other is not', () => {
    const { doc, gate } = lists()
    const { doc: other, sent } = peer(9, doc)
    other.getMap('document').delete('one')
    take(doc, gate, at(sent, 0))
    expect(judge(gate, between(2, 3))).toMatchObject({ verdict: 'append', flags: ['swallowed'] })
    expect(judge(gate, between(2, 5))).toEqual(refuse('misplaced'))
    expect(judge(gate, between(5, 2))).toEqual(refuse('misplaced'))
  })
  it('a key holds one value, several only if they are deleted at once', () => {
    expect(judge(lists().gate, between(0, null, 2))).toEqual(refuse('misplaced'))
    const deleted = [...between(0, null, 2).slice(0, -1), 1, 8, 1, 0, 2]
    expect(judge(lists().gate, new Uint8Array(deleted))).toMatchObject({ verdict: 'append' })
  })
  it('the order also counts what was accepted, and what the update itself brings', () => {
    const { doc, gate } = lists()
    const tabs = [peer(10, doc), peer(11, doc)]
    for (const { doc: own } of tabs) own.getMap<Y.Array<unknown>>('document').get('one')?.insert(1, ['x'])
    const [first, second] = tabs.map(({ sent }) => at(sent, 0))
    if (!first || !second) throw new Error('Two updates')
    // Client 10 comes before client 11; the third one writes between the two, or pretends to write the other way round.
    const third = (left: number, right: number) =>
      new Uint8Array([1, 1, 8, 0, 0xc8, left, 0, right, 0, 1, 120, 0])
    accept(gate, first)
    accept(gate, second)
    expect(judge(gate, third(10, 11)).verdict).toBe('append')
    expect(judge(gate, third(11, 10))).toEqual(refuse('misplaced'))
    const { gate: empty } = lists()
    expect(judge(empty, Y.mergeUpdates([first, second, third(10, 11)])).verdict).toBe('append')
    expect(judge(empty, Y.mergeUpdates([first, second, third(11, 10)]))).toEqual(refuse('misplaced'))
  })
})
