import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import type { Sender } from '#server/collab/gate/gate.ts'
import { listOf, ownedBy } from '#shared/document/fields.ts'
import { buildSeed } from '#shared/document/seed.ts'
import { authorIdSchema, personIdSchema } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { GatedJournal, type Outcome } from '#test/support/gatedJournal.ts'
import { act, type PeerAction, peerActionArbitrary } from '#test/support/peerSalad.ts'
import { checkProperty } from '#test/support/property.ts'
import { type Edit, editArbitrary, makeEdit } from '#test/support/randomEdits.ts'
import { type WildUpdate, wildBytes, wildUpdateArbitrary } from '#test/support/wildUpdates.ts'

// More with PROPERTY_RUNS, after a change of the gate or an upgrade of Yjs.
const runs = Number(process.env.PROPERTY_RUNS ?? 300)

const sender = (name: string): Sender => ({
  author: authorIdSchema.parse(`a-${name}`),
  personId: personIdSchema.parse(name),
})

function stateVector(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

/** All that can be read of a document, roots by name. */
function readAll(doc: Y.Doc): unknown {
  const roots = [...doc.share.keys()].sort().map(name => [name, shapeOf(doc.get(name))])
  return { clocks: [...stateVector(doc)].sort(([left], [right]) => left - right), roots }
}

/** What stands in a type, whatever class holds it. */
function shapeOf(type: Y.AbstractType<unknown>): unknown {
  const list: unknown[] = []
  for (let item = type._start; item; item = item.right) {
    if (!item.deleted) list.push([item.id.client, item.id.clock, contentOf(item)])
  }
  const map = [...type._map]
    .filter(([, item]) => !item.deleted)
    .map(([key, item]) => [key, item.id.client, item.id.clock, contentOf(item)])
    .sort(([left], [right]) => (String(left) < String(right) ? -1 : 1))
  return { list: joined(list), map }
}
function contentOf(item: Y.Item): unknown {
  const { content } = item
  if (content instanceof Y.ContentType) return shapeOf(content.type)
  if (content instanceof Y.ContentDoc) return content.doc.guid
  return content.getContent()
}
/** Items that Yjs has or has not merged yet are one and the same text. */
function joined(list: unknown[]): unknown {
  return list.flatMap(entry => {
    const [client, clock, content] = entry as [number, number, unknown]
    return Array.isArray(content) ? content.map((one, index) => [client, clock + index, one]) : [entry]
  })
}

function deleteEverything(doc: Y.Doc): void {
  doc.transact(transaction => {
    for (const name of doc.share.keys()) {
      const root = doc.get(name)
      for (let item = root._start; item; item = item.right) item.delete(transaction)
      for (const item of root._map.values()) item.delete(transaction)
    }
  })
}

/** [G6], [G8]: whoever takes the rows has the same document, complete, readable and deletable. */
function expectSound(journal: GatedJournal): void {
  const alone = new Y.Doc()
  for (const row of journal.rows) {
    Y.applyUpdate(alone, row)
    expect(alone.store.pendingStructs).toBeNull()
    expect(alone.store.pendingDs).toBeNull()
  }
  const merged = new Y.Doc()
  Y.applyUpdate(merged, Y.mergeUpdates(journal.rows))
  journal.apply()
  const loaded = new Y.Doc()
  Y.applyUpdateV2(loaded, Y.encodeStateAsUpdateV2(journal.doc))
  const expected = readAll(alone)
  for (const doc of [merged, journal.doc, loaded]) {
    expect(readAll(doc)).toEqual(expected)
    expect(doc.store.pendingStructs).toBeNull()
    expect(doc.store.pendingDs).toBeNull()
  }
  for (const doc of [alone, merged, loaded]) {
    minutes.project(doc)
    deleteEverything(doc)
    Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(doc))
  }
}

type Garbled = { at: number; byte: number; keep: number }
type Move =
  | { do: 'act'; peer: number; action: PeerAction }
  | { do: 'wild'; peer: number; update: WildUpdate }
  | { do: 'garble'; peer: number; of: number; bytes: Garbled[] }
  | { do: 'replay'; peer: number; of: number }
  | { do: 'sync'; peer: number }
  | { do: 'apply'; rows: number }

const peer = fc.nat(2)
const moveArbitrary: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('act' as const), peer, action: peerActionArbitrary }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wild' as const), peer, update: wildUpdateArbitrary }),
  },
  fc.record({
    do: fc.constant('garble' as const),
    peer,
    of: fc.nat(1000),
    bytes: fc.array(
      fc.record({ at: fc.nat(100_000), byte: fc.nat(255), keep: fc.integer({ min: 900, max: 1000 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({ do: fc.constant('replay' as const), peer, of: fc.nat(1000) }),
  fc.record({ do: fc.constant('sync' as const), peer }),
  fc.record({ do: fc.constant('apply' as const), rows: fc.nat(4) }),
)

function garbled(bytes: Uint8Array, changes: readonly Garbled[]): Uint8Array {
  let result = bytes.slice()
  for (const { at, byte, keep } of changes) {
    result = result.slice(0, Math.ceil((result.length * keep) / 1000))
    if (result.length > 0) result[at % result.length] = byte
  }
  return result
}

/** Three peers, their wild ids beside those of their documents; what they send goes to the journal at once. */
function makePeers(journal: GatedJournal, onOutcome: (outcome: Outcome, peer: number) => void) {
  const start = Y.mergeUpdates(journal.rows)
  const sent: Uint8Array[] = [start]
  let nextClient = 1000
  const peers = [0, 1, 2].map(index => {
    const peer = { doc: new Y.Doc(), send, open, wildIds: [200 + index, 300 + index] }
    function send(update: Uint8Array): Outcome['verdict'] {
      sent.push(update)
      const outcome = journal.receive(update, sender(`peer${index}`))
      onOutcome(outcome, index)
      return outcome.verdict
    }
    /** From the server, under a fresh id, as a client does whose update was refused. */
    function open(): void {
      const doc = new Y.Doc()
      for (const row of journal.rows) Y.applyUpdate(doc, row)
      doc.clientID = nextClient++
      let isTaken = true
      doc.on('update', (update, origin) => {
        if (origin !== 'server' && isTaken) isTaken = send(update) !== 'refuse'
        if (!isTaken && peer.doc === doc) open()
      })
      peer.doc = doc
    }
    open()
    return peer
  })
  return (move: Move): void => {
    if (move.do === 'apply') return journal.apply(move.rows)
    const peer = peers[move.peer]
    if (!peer) return
    if (move.do === 'act') act(peer.doc, move.action)
    if (move.do === 'wild') {
      const all = new Y.Doc()
      for (const row of journal.rows) Y.applyUpdate(all, row)
      peer.send(wildBytes(move.update, peer.wildIds, stateVector(all)))
    }
    if (move.do === 'garble') peer.send(garbled(sent[move.of % sent.length] ?? start, move.bytes))
    if (move.do === 'replay') peer.send(sent[move.of % sent.length] ?? start)
    if (move.do === 'sync') {
      for (const row of journal.rows) Y.applyUpdate(peer.doc, row, 'server')
      peer.send(Y.encodeStateAsUpdate(peer.doc))
    }
  }
}

/** How often each verdict came: a run that refuses everything proves nothing. */
class Tally {
  readonly counts: Record<string, number> = {}
  add(outcome: Outcome): void {
    const name = outcome.verdict === 'refuse' ? outcome.reason : outcome.verdict
    this.counts[name] = (this.counts[name] ?? 0) + 1
  }
}

const movesArbitrary = fc.array(moveArbitrary, { maxLength: 40, size: 'max' })

/** Finds of earlier runs, shrunk; they run before the random ones. */
const hostileFinds: Move[][] = [
  [
    { do: 'wild', peer: 0, update: { sections: [], deletes: [{ at: 0, length: 3 }] } },
    {
      do: 'act',
      peer: 0,
      action: {
        do: 'setKey',
        at: 0,
        key: 0,
        value: { type: 'element', name: 'paragraph', attribute: 'document', value: [] },
      },
    },
    { do: 'apply', rows: 2 },
    {
      do: 'act',
      peer: 1,
      action: {
        do: 'setKey',
        at: 240,
        key: 0,
        value: { type: 'element', name: 'paragraph', attribute: 'document', value: null },
      },
    },
    {
      do: 'wild',
      peer: 0,
      update: {
        sections: [
          {
            client: 0,
            shift: 0,
            structs: [
              { content: { type: 'string', length: 2 }, origin: 0, right: null, parent: 0, key: null },
              { content: { type: 'string', length: 1 }, origin: 363, right: null, parent: 0, key: null },
              {
                content: { type: 'string', length: 1 },
                origin: null,
                right: null,
                parent: 'document',
                key: null,
              },
            ],
          },
        ],
        deletes: [],
      },
    },
  ],
]

describe('[b1–b15] whatever peers send', () => {
  it('[G6] [G8] what is journaled applies completely, merges, is readable and can be deleted', () => {
    const tally = new Tally()
    checkProperty(
      'hostile',
      runs,
      movesArbitrary,
      moves => {
        const journal = new GatedJournal(minutes)
        const play = makePeers(journal, outcome => tally.add(outcome))
        for (const move of moves) play(move)
        expectSound(journal)
      },
      hostileFinds,
    )
    console.info('hostile', tally.counts)
    expect(tally.counts.append).toBeGreaterThan(runs)
  })
})

const owningDraft = z.object({
  votes: ownedBy(z.string()),
  items: listOf(z.object({ title: z.string().default(''), proposals: ownedBy(z.unknown()) })),
})
const owning = {
  draft: owningDraft,
  seed: buildSeed({ name: 'owning', schemaVersion: 1, draft: owningDraft }),
}
const persons = ['peer0', 'peer1', 'peer2']

/** Everybody owns something at the top and in two entries. */
function fill(doc: Y.Doc): void {
  const items = doc.getMap('document').get('items')
  const votes = doc.getMap('document').get('votes')
  if (!(items instanceof Y.Map) || !(votes instanceof Y.Map)) throw new Error('No containers')
  for (const id of ['top1', 'top2']) {
    const proposals = new Y.Map(persons.map(person => [person, new Y.Map([['text', person]])]))
    items.set(
      id,
      new Y.Map<unknown>([
        ['title', id],
        ['proposals', proposals],
      ]),
    )
  }
  for (const person of persons) votes.set(person, 'yes')
}

/** What stands below the keys of a person, wherever that is. */
function ownedShapes(doc: Y.Doc, person: string): unknown {
  const root = doc.getMap<unknown>('document')
  const own = (map: unknown) => {
    const item = map instanceof Y.Map ? map._map.get(person) : undefined
    return item && !item.deleted ? [item.id.client, item.id.clock, contentOf(item)] : null
  }
  const items = root.get('items')
  const entries =
    items instanceof Y.Map ? [...items.entries()].sort(([left], [right]) => (left < right ? -1 : 1)) : []
  return [
    own(root.get('votes')),
    ...entries
      .map(([id, entry]) => [id, entry instanceof Y.Map && own(entry.get('proposals'))])
      .filter(([, value]) => value),
  ]
}

/** Finds of earlier runs, shrunk; they run before the random ones. */
const owningFinds: Move[][] = []

describe('[b57] whatever peers send', () => {
  it('[G9] what belongs to somebody is as that person left it', () => {
    const tally = new Tally()
    checkProperty(
      'owning',
      runs,
      movesArbitrary,
      moves => {
        const journal = new GatedJournal(owning)
        const base = new Y.Doc()
        Y.applyUpdate(base, owning.seed)
        base.transact(() => fill(base))
        journal.write(Y.encodeStateAsUpdate(base))
        journal.apply()
        const seen = new Y.Doc()
        let rows = 0
        const shapes = () => {
          for (const row of journal.rows.slice(rows)) Y.applyUpdate(seen, row)
          rows = journal.rows.length
          return persons.map(person => ownedShapes(seen, person))
        }
        let before = shapes()
        const play = makePeers(journal, (outcome, peer) => {
          tally.add(outcome)
          const after = shapes()
          persons.forEach((_, person) => {
            if (person !== peer) expect(after[person]).toEqual(before[person])
          })
          before = after
        })
        for (const move of moves) play(move)
      },
      owningFinds,
    )
    console.info('owning', tally.counts)
    expect(tally.counts.append).toBeGreaterThan(runs)
    expect(tally.counts.ownedByAnother).toBeGreaterThan(runs / 10)
  })
})

type Step =
  | { do: 'edit'; writer: number; edit: Edit }
  /** a writer's next updates reach the server: so many of them, in one message or several, some of them twice */
  | { do: 'send'; writer: number; count: number; merged: boolean; twice: boolean }
  /** one message is lost: what comes after it leaves a gap */
  | { do: 'lose'; writer: number }
  /** the server's rows reach a writer */
  | { do: 'receive'; writer: number; count: number }
  /** an offline writer comes back: the usual sync in both directions */
  | { do: 'sync'; writer: number }
  | { do: 'apply'; rows: number }

const writer = fc.nat(2)
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('edit' as const), writer, edit: editArbitrary }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      writer,
      count: fc.integer({ min: 1, max: 6 }),
      merged: fc.boolean(),
      twice: fc.boolean(),
    }),
  },
  fc.record({ do: fc.constant('lose' as const), writer }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      writer,
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
  fc.record({ do: fc.constant('sync' as const), writer }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('apply' as const), rows: fc.nat(4) }) },
)

/** A person's replica, what it has not sent yet, and how many of the server's rows it has seen. */
class Writer {
  readonly doc = new Y.Doc()
  readonly outbox: Uint8Array[] = []
  readonly #journal: GatedJournal
  readonly #by: Sender
  #seen = 0

  constructor(journal: GatedJournal, name: string, clientId: number) {
    this.#journal = journal
    this.#by = sender(name)
    this.doc.clientID = clientId
    this.receive(1)
    this.doc.on('update', (update, origin) => {
      if (origin !== 'server') this.outbox.push(update)
    })
  }

  receive(count: number): void {
    const rows = this.#journal.rows.slice(this.#seen, this.#seen + count)
    for (const row of rows) Y.applyUpdate(this.doc, row, 'server')
    this.#seen += rows.length
  }

  send(update: Uint8Array): void {
    const outcome = this.#journal.receive(update, this.#by)
    if (outcome.verdict === 'gap') return this.sync()
    if (outcome.verdict === 'append') expect([[], ['swallowed']]).toContainEqual(outcome.flags)
    expect(outcome.verdict).not.toBe('refuse')
    const again = this.#journal.receive(update, this.#by)
    expect(again).toEqual({ verdict: 'nothingNew' })
  }

  /** As a room asks for it: with everything that is in the document by now, others' structs among it. */
  sync(): void {
    const missing = Y.encodeStateVector(this.#journal.doc)
    this.outbox.length = 0
    const outcome = this.#journal.receive(Y.encodeStateAsUpdate(this.doc, missing), this.#by)
    expect(['append', 'nothingNew']).toContain(outcome.verdict)
    this.receive(this.#journal.rows.length)
  }
}

function play(steps: readonly Step[]): void {
  const journal = new GatedJournal(minutes)
  const writers = [0, 1, 2].map(index => new Writer(journal, `writer${index}`, 10 + index))
  for (const step of steps) {
    if (step.do === 'apply') {
      journal.apply(step.rows)
      continue
    }
    const at = writers[step.writer]
    if (!at) continue
    if (step.do === 'edit') at.doc.transact(() => makeEdit(minutes.open(at.doc), step.edit))
    if (step.do === 'lose') at.outbox.shift()
    if (step.do === 'receive') at.receive(step.count)
    if (step.do === 'sync') at.sync()
    if (step.do === 'send') {
      const updates = at.outbox.splice(0, step.count)
      if (step.merged && updates.length > 0) at.send(Y.mergeUpdates(updates))
      else for (const update of updates) at.send(update)
      if (step.twice && updates[0]) at.send(updates[0])
    }
  }
  for (const at of writers) at.sync()
  for (const at of writers) at.sync()
  expectSound(journal)
  expectEveryClockOnce(journal)
  const [first, ...others] = [journal.doc, ...writers.map(at => at.doc)].map(doc => minutes.project(doc))
  for (const other of others) expect(other).toEqual(first)
}

/** [G8] */
function expectEveryClockOnce(journal: GatedJournal): void {
  const ends = new Map<number, number>()
  for (const row of journal.rows) {
    for (const { id, length } of Y.decodeUpdate(row).structs) {
      expect(id.clock).toBe(ends.get(id.client) ?? 0)
      ends.set(id.client, id.clock + length)
    }
  }
}

/** Finds of earlier runs, shrunk; they run before the random ones. */
const honestFinds: Step[][] = []

describe('what honest people write', () => {
  it('[b29] is never refused, and is journaled exactly once, in whatever pieces and order it comes', () => {
    checkProperty('honest', runs, fc.array(stepArbitrary, { maxLength: 80, size: 'max' }), play, honestFinds)
  })
})
