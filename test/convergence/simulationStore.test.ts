import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { StaleWrite } from '#server/journal/staleWrite.ts'
import { authorIdSchema, documentIdSchema } from '#shared/ids.ts'
import { roomName } from '#shared/wire/room.ts'
import { chanceOf } from '#test/simulation/chance.ts'
import { Store } from '#test/simulation/store.ts'
import { createVirtualTime } from '#test/simulation/virtualTime.ts'

const documentId = documentIdSchema.parse('5e1f0a52-7f0e-4d3c-9a51-0b6c6f5d2a11')
const author = authorIdSchema.parse('author-1')
const another = authorIdSchema.parse('author-2')
const room = roomName({ documentId, generation: 1 })

function updateOf(value: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = value
  doc.getArray('values').push([value])
  return Y.encodeStateAsUpdate(doc)
}

function openStore() {
  const time = createVirtualTime(0)
  const store = new Store(time, chanceOf(1, 'store'))
  const session = store.open()
  const append = (
    value: number,
    more: { isValid?: () => boolean; generation?: number; claims?: number[] } = {},
  ) => session.journal.append({ documentId, generation: 1, author, bytes: updateOf(value), ...more })
  /** Lets so much time pass that whatever was begun has ended. */
  const ended = async <T>(work: Promise<T>[]): Promise<PromiseSettledResult<T>[]> => {
    const settled = Promise.allSettled(work)
    await time.pass(20_000)
    return settled
  }
  return { time, store, session, append, ended }
}
const statuses = (results: readonly PromiseSettledResult<unknown>[]) => results.map(({ status }) => status)

describe('the simulated disk keeps what journal.ts promises', () => {
  it('[J1] answers only what is there after its process has died', async () => {
    const { time, store, session, append } = openStore()
    const answered: number[] = []
    for (const value of [1, 2, 3]) void append(value).then(({ seq }) => answered.push(seq))
    await time.pass(1)
    session.die()
    await time.pass(20_000)
    expect(answered).toEqual([])
    expect(store.rows(room)).toEqual([])
    void store
      .open()
      .journal.append({ documentId, generation: 1, author, bytes: updateOf(4) })
      .then(({ seq }) => {
        answered.push(seq)
      })
    await time.pass(20_000)
    expect(answered).toEqual([1])
    expect(store.rows(room)).toHaveLength(1)
  })

  it('[J2] counts in the order of the calls, each generation by itself', async () => {
    const { append, ended } = openStore()
    const results = await ended([append(1), append(2), append(3)])
    expect(results.map(result => result.status === 'fulfilled' && result.value.seq)).toEqual([1, 2, 3])
  })

  it('[J4, J7] a failed commit rejects all that wait and leaves no row', async () => {
    const { time, store, append, ended } = openStore()
    store.disk = 'full'
    expect(statuses(await ended([append(1), append(2)]))).toEqual(['rejected', 'rejected'])
    expect(store.rows(room)).toEqual([])
    store.disk = 'fine'
    await time.settle()
    expect(statuses(await ended([append(3)]))).toEqual(['fulfilled'])
    expect(store.rows(room).map(row => row.seq)).toEqual([1])
  })

  it('[J8] writes no row that is not allowed any more, none behind it, none of an earlier generation', async () => {
    const { store, session, append, ended } = openStore()
    const results = await ended([append(1), append(2, { isValid: () => false }), append(3)])
    expect(statuses(results)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))).toEqual([
      expect.any(StaleWrite),
      expect.any(StaleWrite),
    ])
    await ended([session.beginGeneration(documentId, 1)])
    expect(store.generationOf(documentId)).toBe(2)
    expect(statuses(await ended([append(4)]))).toEqual(['rejected'])
    expect(store.rows(room)).toHaveLength(1)
  })

  it('[J9] keeps whose a client id is; the first claim holds, also in the next generation', async () => {
    const { session, append, ended } = openStore()
    await ended([append(1, { claims: [1] })])
    const bytes = updateOf(2)
    await ended([
      session.journal.append({ documentId, generation: 1, author: another, bytes, claims: [1, 2] }),
    ])
    await ended([session.beginGeneration(documentId, 1)])
    for (const generation of [1, 2]) {
      const [owners] = await ended([session.journal.owners(documentId, generation, [1, 2, 3])])
      expect(owners).toMatchObject({
        value: new Map([
          [1, author],
          [2, another],
        ]),
      })
    }
  })

  it('[J5, J6, J10] a load gives the snapshot, the rows after it, and says what is damaged', async () => {
    const { store, session, append, ended } = openStore()
    await ended([append(1), append(2)])
    await ended([session.journal.compact(documentId, 1)])
    await ended([append(3), append(4)])
    store.setDamaged(room, 3, true)
    const [loaded] = await ended([session.journal.load(documentId, 1)])
    expect(loaded).toMatchObject({ value: { seq: 4, snapshotSeq: 2, damage: { seqs: [4] } } })
    expect(loaded?.status === 'fulfilled' && loaded.value.updates).toHaveLength(1)
  })
})
