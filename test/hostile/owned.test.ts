import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { createGate, type Sender } from '#server/collab/gate/gate.ts'
import { summarize } from '#server/collab/gate/summarize.ts'
import { listOf, ownedBy } from '#shared/document/fields.ts'
import { authorIdSchema, personIdSchema } from '#shared/ids.ts'
import { findings } from '#shared/kinds/minutes/findings.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { expectRefused } from '#test/support/hostile/expectRefused.ts'
import { handUpdate, type Id } from '#test/support/hostile/handUpdate.ts'
import { newClientId, type Scene, startScene } from '#test/support/hostile/scene.ts'
import { type Attack, deletionOf, writeBelow } from '#test/support/hostile/updateAttacks.ts'

/** A kind in which everybody answers below a key of their own, once in the root and once in each entry. */
const draft = z.object({
  answers: ownedBy(z.string()),
  tallies: listOf(z.object({ proposals: ownedBy(z.object({ yes: z.int() })) })),
})

const personOf = (name: string): Sender => ({
  author: authorIdSchema.parse(`author-${name}`),
  personId: personIdSchema.parse(name),
})
const owner = personOf('u.ma')
const thief = personOf('u.dy')

/** A document in which `owner` has answered, its gate, and where everything stands. */
function setUp() {
  const doc = new Y.Doc()
  const ownerClient = newClientId()
  const gate = createGate(doc, { draft })
  const source = new Y.Doc()
  source.clientID = ownerClient
  source.on('update', (update: Uint8Array) => {
    const summary = summarize(update)
    expect(gate.judge(summary, owner).verdict).toBe('append')
    gate.accept(summary, owner.author)
    Y.applyUpdate(doc, update)
    gate.applied()
  })
  const root = source.getMap<Y.Map<unknown>>('document')
  const proposals = new Y.Map()
  const tally = new Y.Map<unknown>([['proposals', proposals]])
  source.transact(() => {
    root.set('answers', new Y.Map())
    root.set('tallies', new Y.Map<unknown>([['tally1', tally]]))
  })
  const answers = root.get('answers')
  if (!answers) throw new Error('no answers')
  answers.set(owner.personId, 'ja')
  const own = answers._map.get(owner.personId)
  const idOf = (item: Y.Item | null | undefined): Id => {
    if (!item) throw new Error('not there')
    return [item.id.client, item.id.clock]
  }
  const sender = { client: newClientId(), clock: 0 }
  return {
    judge: (attack: Attack, by: Sender) => gate.judge(summarize(attack(sender)), by),
    answers: idOf(answers._item),
    proposals: idOf(proposals._item),
    value: idOf(own),
  }
}

const refused = { verdict: 'refuse', reason: 'ownedByAnother' }
const taken = { verdict: 'append' }

describe('[b57] below the key of another person', () => {
  it.each(['answers', 'proposals'] as const)(
    'nobody writes, in %s; everybody writes below their own',
    where => {
      const scene = setUp()
      const write = (key: string) => writeBelow(scene[where], key, where === 'answers' ? 'nein' : { yes: 9 })
      expect(scene.judge(write('u.ma'), thief)).toEqual(refused)
      expect(scene.judge(write('u.ma'), owner)).toMatchObject(taken)
      expect(scene.judge(write('u.dy'), thief)).toMatchObject(taken)
      expect(scene.judge(write('u.nobody'), thief)).toEqual(refused)
    },
  )

  it('nobody replaces a value from its side', () => {
    const scene = setUp()
    const beside: Attack = sender =>
      handUpdate([
        {
          ...sender,
          structs: [
            { type: 'item', place: { origin: scene.value }, content: { type: 'any', values: ['nein'] } },
          ],
        },
      ])
    expect(scene.judge(beside, thief)).toEqual(refused)
    expect(scene.judge(beside, owner)).toMatchObject(taken)
  })

  it('nobody deletes; whoever owns it does', () => {
    const scene = setUp()
    const [client, clock] = scene.value
    expect(scene.judge(deletionOf(client, clock, 1), thief)).toEqual(refused)
    expect(scene.judge(deletionOf(client, clock, 1), owner)).toMatchObject(taken)
  })

  it('nobody hides a foreign write among honest ones', () => {
    const scene = setUp()
    const mixed: Attack = ({ client, clock }) =>
      handUpdate([
        {
          client,
          clock,
          structs: [
            { type: 'item', place: { root: 't' }, content: { type: 'string', text: 'ehrlich' } },
            {
              type: 'item',
              place: { below: scene.answers, key: 'u.ma' },
              content: { type: 'any', values: ['nein'] },
            },
          ],
        },
      ])
    expect(scene.judge(mixed, thief)).toEqual(refused)
  })

  it('nobody puts a type below a foreign key and writes into it', () => {
    const scene = setUp()
    const nested: Attack = ({ client, clock }) =>
      handUpdate([
        {
          client,
          clock,
          structs: [
            {
              type: 'item',
              place: { below: scene.answers, key: 'u.ma' },
              content: { type: 'shared', shared: 'map' },
            },
            {
              type: 'item',
              place: { below: [client, clock], key: 'x' },
              content: { type: 'any', values: [1] },
            },
          ],
        },
      ])
    expect(scene.judge(nested, thief)).toEqual(refused)
  })

  it('nobody replaces or deletes the map that holds everybody’s', () => {
    const scene = setUp()
    const [client, clock] = scene.answers
    const deletion = scene.judge(deletionOf(client, clock, 1), thief)
    const replacement = scene.judge(
      sender =>
        handUpdate([
          {
            ...sender,
            structs: [
              {
                type: 'item',
                place: { root: 'document', key: 'answers' },
                content: { type: 'shared', shared: 'map' },
              },
            ],
          },
        ]),
      thief,
    )
    expect([deletion, replacement]).toEqual([refused, refused])
  })
})

/** The same in minutes over real sockets: each who counts writes a proposal under their own key, nobody else’s. */
describe('[b57] the counts of a vote in minutes', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await startScene()
  })
  afterAll(() => scene.end())

  const votes = (yes: number) => ({ yes, no: 0, abstain: 0, invalid: 0 })
  /** A decision and a candidate on whom „counter“ has counted. */
  const withCounts = async () => {
    const room = scene.newRoom()
    const counter = await scene.open(room, 'counter')
    const handle = minutes.open(counter.doc)
    const decision = handle.list('decisions').add('d1', { wording: ['Wir fahren.'] })
    const election = handle.list('elections').add('w1', { office: 'Ansprechperson' })
    const candidate = election.list('candidates').add('c1', { person: 'u.bernd' })
    await counter.settled()
    const maps = [decision.owned('tallyProposals'), candidate.owned('tallyProposals')]
    for (const map of maps) map.set('counter', votes(4))
    await counter.settled()
    const below = maps.map(({ y }) => {
      const entry = y._item
      const value = y._map.get('counter')
      if (!entry || !value) throw new Error('nothing counted')
      return { map: [entry.id.client, entry.id.clock] as const, value: value.id }
    })
    return { room, counter, below }
  }

  it('everybody counts for themselves, at once, and both counts stand', async () => {
    const { room, counter } = await withCounts()
    const other = await scene.open(room, 'other')
    minutes.open(other.doc).list('decisions').get('d1')?.owned('tallyProposals').set('other', votes(3))
    minutes.open(counter.doc).list('decisions').get('d1')?.owned('tallyProposals').set('counter', votes(5))
    await other.settled()
    await counter.settled()
    const { value } = await scene.project(room)
    expect(value.decisions[0]?.tallyProposals).toEqual({ counter: votes(5), other: votes(3) })
    expect(findings(value).map(({ rule, detail }) => [rule, detail])).toContainEqual([
      'V19',
      'proposalsDiffer',
    ])
  })

  it.each(['a decision', 'a candidate'] as const)('nobody writes the count of another: %s', async where => {
    const { room, below } = await withCounts()
    const place = below[where === 'a decision' ? 0 : 1]
    if (!place) throw new Error('no place')
    const before = (await scene.project(room)).value
    await expectRefused(scene, {
      room,
      attack: writeBelow([...place.map], 'counter', votes(0)),
      reasons: ['ownedByAnother'],
    })
    expect((await scene.project(room)).value).toEqual(before)
  })

  it('nobody deletes it, nor the decision that holds it', async () => {
    for (const victim of ['value', 'map'] as const) {
      const { room, below } = await withCounts()
      const [place] = below
      if (!place) throw new Error('no place')
      const [client, clock] = victim === 'value' ? [place.value.client, place.value.clock] : place.map
      const before = (await scene.project(room)).value
      await expectRefused(scene, {
        room,
        attack: deletionOf(client, clock, 1),
        reasons: ['ownedByAnother'],
      })
      expect((await scene.project(room)).value).toEqual(before)
    }
  })
})
