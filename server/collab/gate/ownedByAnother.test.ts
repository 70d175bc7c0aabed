import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { listOf, ownedBy } from '#shared/document/fields.ts'
import { buildSeed } from '#shared/document/seed.ts'
import { authorIdSchema, personIdSchema } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { createGate, type Gate, type Sender } from './gate.ts'
import { ownedTree } from './ownedTree.ts'
import { summarize } from './summarize.ts'

/** Owned maps at the top, in a record, and inside entries of a list inside entries of a list. */
const draft = z.object({
  title: z.string().default(''),
  votes: ownedBy(z.string()),
  header: z.object({ comments: ownedBy(z.string()), place: z.string().default('') }),
  items: listOf(
    z.object({
      name: z.string().default(''),
      proposals: ownedBy(z.unknown()),
      parts: listOf(z.object({ marks: ownedBy(z.number()) })),
    }),
  ),
})

const sender = (name: string): Sender => ({
  author: authorIdSchema.parse(`a-${name}`),
  personId: personIdSchema.parse(name),
})
const ada = sender('ada')
const ben = sender('ben')

type Any = Y.Map<unknown>
/** The map at a path below the root. */
function mapAt(doc: Y.Doc, ...path: string[]): Any {
  let map: Any = doc.getMap('document')
  for (const key of path) {
    const child = map.get(key)
    if (!(child instanceof Y.Map)) throw new Error(`No map at ${path.join('/')}`)
    map = child
  }
  return map
}
const newItem = (): Any =>
  new Y.Map<unknown>([
    ['name', 'x'],
    ['proposals', new Y.Map()],
    ['parts', new Y.Map<unknown>([['p', new Y.Map<unknown>([['marks', new Y.Map()]])]])],
  ])

/** A document with one item, in which Ben owns something everywhere; he has applied everything, too. */
class World {
  readonly doc = new Y.Doc()
  readonly gate: Gate = createGate(this.doc, { draft })
  #nextClient = 100

  constructor() {
    const seed = buildSeed({ name: 'test', schemaVersion: 1, draft })
    this.gate.accept(summarize(seed), null)
    Y.applyUpdate(this.doc, seed)
    this.gate.applied()
    this.take(ada, doc => mapAt(doc, 'items').set('i', newItem()))
    this.take(ben, doc => {
      mapAt(doc, 'votes').set('ben', 'yes')
      mapAt(doc, 'header', 'comments').set('ben', 'mine')
      mapAt(doc, 'items', 'i', 'proposals').set('ben', new Y.Map([['text', 'mine']]))
      mapAt(doc, 'items', 'i', 'parts', 'p', 'marks').set('ben', 1)
    })
  }

  /** The updates that a change makes on a fresh replica, one per transaction. */
  update(change: (doc: Y.Doc) => void, base = this.doc): Uint8Array {
    const own = new Y.Doc()
    Y.applyUpdate(own, Y.encodeStateAsUpdate(base))
    own.clientID = this.#nextClient++
    const before = Y.encodeStateVector(own)
    own.transact(() => change(own))
    return Y.encodeStateAsUpdate(own, before)
  }

  judge(by: Sender, change: (doc: Y.Doc) => void): string {
    const verdict = this.gate.judge(summarize(this.update(change)), by)
    return verdict.verdict === 'refuse' ? verdict.reason : verdict.verdict
  }

  /** Accepts what a change makes, without applying it. */
  accept(by: Sender, change: (doc: Y.Doc) => void): Uint8Array {
    const update = this.update(change)
    const summary = summarize(update)
    expect(this.gate.judge(summary, by)).toMatchObject({ verdict: 'append' })
    this.gate.accept(summary, by.author)
    return update
  }

  take(by: Sender, change: (doc: Y.Doc) => void): void {
    Y.applyUpdate(this.doc, this.accept(by, change))
    this.gate.applied()
  }
}

type Change = readonly [what: string, change: (doc: Y.Doc) => void]
const ownKey: Change[] = [
  ['sets an own value', doc => mapAt(doc, 'votes').set('ada', 'no')],
  ['sets one in a record', doc => mapAt(doc, 'header', 'comments').set('ada', 'x')],
  ['sets one in an entry', doc => mapAt(doc, 'items', 'i', 'proposals').set('ada', new Y.Map([['a', 1]]))],
  ['sets one two lists down', doc => mapAt(doc, 'items', 'i', 'parts', 'p', 'marks').set('ada', 2)],
  [
    'changes and deletes own values',
    doc => {
      mapAt(doc, 'votes').set('ada', 'a')
      mapAt(doc, 'votes').set('ada', 'b')
      mapAt(doc, 'votes').delete('ada')
    },
  ],
  ['writes beside', doc => mapAt(doc, 'items', 'i').set('name', 'y')],
  ['writes at the top', doc => doc.getMap('document').set('title', 'y')],
  ['deletes an entry as handles do', doc => mapAt(doc, 'items', 'i').set('deletedAt', 1)],
  ['adds an entry with an own value', doc => mapAt(doc, 'items').set('j', newItem())],
  ['writes unknown keys', doc => mapAt(doc, 'items', 'i').set('unknown', new Y.Map([['ben', 1]]))],
]
const anothers: Change[] = [
  ['overwrites a value', doc => mapAt(doc, 'votes').set('ben', 'no')],
  ['makes a value for somebody', doc => mapAt(doc, 'votes').set('eve', 'no')],
  ['deletes a value', doc => mapAt(doc, 'votes').delete('ben')],
  ['overwrites one in a record', doc => mapAt(doc, 'header', 'comments').set('ben', 'x')],
  [
    'writes below a key in an entry',
    doc => mapAt(doc, 'items', 'i', 'proposals', 'ben').set('text', 'forged'),
  ],
  ['deletes below a key in an entry', doc => mapAt(doc, 'items', 'i', 'proposals', 'ben').delete('text')],
  ['deletes one two lists down', doc => mapAt(doc, 'items', 'i', 'parts', 'p', 'marks').delete('ben')],
  ['overwrites the owned map', doc => doc.getMap('document').set('votes', new Y.Map())],
  ['deletes the owned map', doc => doc.getMap('document').delete('votes')],
  ['overwrites a record above', doc => doc.getMap('document').set('header', 'gone')],
  ['overwrites the owned map of an entry', doc => mapAt(doc, 'items', 'i').set('proposals', 1)],
  ['overwrites an entry', doc => mapAt(doc, 'items').set('i', newItem())],
  ['deletes an entry for good', doc => mapAt(doc, 'items').delete('i')],
  ['deletes a list', doc => doc.getMap('document').delete('items')],
  ['deletes an inner list', doc => mapAt(doc, 'items', 'i').delete('parts')],
]

describe('[b57] [G9] the subtrees of persons', () => {
  it.each(ownKey)('one’s own, and what is everybody’s: %s', (_, change) => {
    expect(new World().judge(ada, change)).toBe('append')
  })

  it.each(anothers)('another’s: %s', (_, change) => {
    const world = new World()
    expect(world.judge(ada, change)).toBe('ownedByAnother')
  })

  it('Ben himself may do all that touches only what is his', () => {
    for (const [what, change] of anothers) {
      const expected = what.includes('somebody') ? 'ownedByAnother' : 'append'
      expect([what, new World().judge(ben, change)]).toEqual([what, expected])
    }
  })

  it('the key is the person, whatever the author is called', () => {
    const world = new World()
    expect(world.judge({ author: ben.author, personId: ada.personId }, anothers[0]?.[1] ?? (() => {}))).toBe(
      'ownedByAnother',
    )
  })

  it.each(anothers.filter(([what]) => !what.includes('somebody')))(
    'what was accepted a moment ago counts as well: %s',
    (_, change) => {
      const world = new World()
      // Ben has nothing left, then writes again: only that is what Ada could hurt.
      world.take(ben, doc => {
        mapAt(doc, 'votes').delete('ben')
        mapAt(doc, 'header', 'comments').delete('ben')
        mapAt(doc, 'items', 'i', 'proposals').delete('ben')
        mapAt(doc, 'items', 'i', 'parts', 'p', 'marks').delete('ben')
      })
      const again = (doc: Y.Doc) => {
        mapAt(doc, 'votes').set('ben', 'again')
        mapAt(doc, 'header', 'comments').set('ben', 'again')
        mapAt(doc, 'items', 'i', 'proposals').set('ben', new Y.Map([['text', 'again']]))
        mapAt(doc, 'items', 'i', 'parts', 'p', 'marks').set('ben', 2)
      }
      const accepted = world.accept(ben, again)
      const seen = new Y.Doc()
      Y.applyUpdate(seen, Y.encodeStateAsUpdate(world.doc))
      Y.applyUpdate(seen, accepted)
      const verdict = world.gate.judge(summarize(world.update(change, seen)), ada)
      expect(verdict).toEqual({ verdict: 'refuse', reason: 'ownedByAnother' })
    },
  )

  /** Updates as no Yjs writes them: the container goes, and the update does not say what goes with it. */
  const bare = {
    overwrites({ client, clock }: Y.ID): Uint8Array {
      // one „true“ after the container, of client 77
      return bytesOf(1, 1, 77, 0, 0x88, client, clock, 1, 120, 0)
    },
    deletes({ client, clock }: Y.ID): Uint8Array {
      return bytesOf(0, 1, client, 1, clock, 1)
    },
  }
  function bytesOf(...numbers: number[]): Uint8Array {
    const encoder = encoding.createEncoder()
    for (const number of numbers) encoding.writeVarUint(encoder, number === 0x88 ? 0 : number)
    const bytes = encoding.toUint8Array(encoder)
    // The first byte of a struct is no varint; it stands fifth.
    if (numbers[4] === 0x88) bytes[4] = 0x88
    return bytes
  }
  const containers = [['votes'], ['header'], ['items'], ['items', 'i'], ['items', 'i', 'proposals']]
  it.each(containers)('a container goes without a word about what is in it: %s %s %s', (...path) => {
    for (const way of ['overwrites', 'deletes'] as const) {
      for (const by of [ada, ben]) {
        const world = new World()
        const id = mapAt(world.doc, ...path)._item?.id
        if (!id) throw new Error('No container')
        const verdict = world.gate.judge(summarize(bare[way](id)), by)
        expect(verdict.verdict).toBe(by === ben ? 'append' : 'refuse')
      }
    }
  })

  it('a container goes without a word about what was accepted a moment ago', () => {
    for (const way of ['overwrites', 'deletes'] as const) {
      for (const by of [ada, ben]) {
        const world = new World()
        world.take(ben, doc => mapAt(doc, 'votes').delete('ben'))
        world.accept(ben, doc => mapAt(doc, 'votes').set('ben', 'again'))
        const id = mapAt(world.doc, 'votes')._item?.id
        if (!id) throw new Error('No container')
        const verdict = world.gate.judge(summarize(bare[way](id)), by)
        expect(verdict.verdict).toBe(by === ben ? 'append' : 'refuse')
      }
    }
  })

  it('what the owner has taken back hinders nobody', () => {
    const world = new World()
    const empty = (doc: Y.Doc) => mapAt(doc, 'votes').delete('ben')
    const overwrite = (doc: Y.Doc) => doc.getMap('document').set('votes', new Y.Map())
    world.take(ben, empty)
    expect(world.judge(ada, overwrite)).toBe('append')
  })

  it('a whole sync repeats everybody’s values unharmed', () => {
    const world = new World()
    const own = new Y.Doc()
    own.clientID = 7
    Y.applyUpdate(own, Y.encodeStateAsUpdate(world.doc))
    mapAt(own, 'votes').set('ada', 'yes')
    expect(world.gate.judge(summarize(Y.encodeStateAsUpdate(own)), ada)).toMatchObject({ verdict: 'append' })
  })

  it('the server is bound by nothing', () => {
    const world = new World()
    const update = world.update(doc => doc.getMap('document').delete('votes'))
    world.gate.accept(summarize(update), null)
    Y.applyUpdate(world.doc, update)
    world.gate.applied()
    expect(world.doc.getMap('document').has('votes')).toBe(false)
  })

  it('a kind without owned fields has no tree to follow; minutes lead to the counts of votes', () => {
    expect(ownedTree(z.object({ title: z.string().default('') }))).toBeNull()
    const tree = ownedTree(minutes.draft)
    expect([...(tree?.named.keys() ?? [])]).toEqual(['decisions', 'elections', 'lateContributions'])
    expect(tree?.named.get('decisions')?.every?.named.get('tallyProposals')?.isOwned).toBe(true)
    expect(tree?.named.get('lateContributions')?.isServers).toBe(true)
    const candidates = tree?.named.get('elections')?.every?.named.get('candidates')
    expect(candidates?.every?.named.get('tallyProposals')?.isOwned).toBe(true)
    expect(ownedTree(draft)?.named.get('votes')?.isOwned).toBe(true)
    expect([...(ownedTree(draft)?.named.keys() ?? [])]).toEqual(['votes', 'header', 'items'])
  })
})
