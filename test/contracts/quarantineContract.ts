import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewQuarantined, Quarantine, QuarantineLimits } from '#server/journal/quarantine.ts'
import { authorIdSchema, documentIdSchema } from '#shared/ids.ts'
import { createTestClock, type TestClock } from '#test/support/testClock.ts'

/** One back end, opened on a fresh place. */
export interface QuarantineBackend {
  readonly quarantine: Quarantine
  /** The bytes that are kept, the oldest first. */
  bytes(): readonly (Uint8Array | null)[]
  close(): Promise<void>
}
export type OpenQuarantine = (options: {
  clock: TestClock
  limits: { perDocument: QuarantineLimits; altogether: QuarantineLimits }
}) => Promise<QuarantineBackend>

const day = 24 * 60 * 60 * 1000
const [here, there, elsewhere] = [1, 2, 3].map(() => documentIdSchema.parse(randomUUID())) as [
  NewQuarantined['documentId'],
  NewQuarantined['documentId'],
  NewQuarantined['documentId'],
]
const author = authorIdSchema.parse('author-1')
const another = authorIdSchema.parse('author-2')

/** What every quarantine must keep (STYLE 12); titles quote the invariants of quarantine.ts. */
export function quarantineContract(name: string, open: OpenQuarantine): void {
  describe(`quarantine on ${name}`, () => {
    let backend: QuarantineBackend
    let clock: TestClock
    beforeEach(async () => {
      clock = createTestClock()
      backend = await open({
        clock,
        limits: { perDocument: { rows: 4, bytes: 100 }, altogether: { rows: 6, bytes: 150 } },
      })
    })
    afterEach(() => backend.close())

    /** A moment later than the one before. */
    async function add(entry: Partial<NewQuarantined> & { size?: number; fill?: number }): Promise<void> {
      clock.advance(1)
      await backend.quarantine.add({
        documentId: here,
        generation: 1,
        author,
        client: 7,
        reason: 'foreignClient',
        bytes: new Uint8Array(entry.size ?? 10).fill(entry.fill ?? 1),
        ...entry,
      })
    }
    const clients = async () => (await backend.quarantine.list()).map(row => row.client)
    const kept = async () => (await backend.quarantine.list()).map(row => row.kept)

    it('[P6] keeps what was refused, byte for byte', async () => {
      await add({ bytes: new Uint8Array([0, 255, 1]) })
      await add({ bytes: new Uint8Array(), client: 8 })
      expect(backend.bytes().map(bytes => bytes && [...bytes])).toEqual([[0, 255, 1], []])
    })

    it('[Q4] lists when, where, whose and why, and no content', async () => {
      await add({ fill: 66 })
      const list = await backend.quarantine.list()
      expect(list).toEqual([
        {
          id: expect.any(String),
          documentId: here,
          generation: 1,
          author,
          client: 7,
          reason: 'foreignClient',
          size: 10,
          kept: true,
          at: clock.now(),
        },
      ])
    })

    it('knows whose client id was set aside, in which document and generation', async () => {
      await add({ client: 7 })
      await add({ client: 9, author: null })
      const { quarantine } = backend
      expect(await quarantine.isSetAside(here, 1, author, 7)).toBe(true)
      expect(await quarantine.isSetAside(here, 1, null, 9)).toBe(true)
      expect(await quarantine.isSetAside(here, 1, another, 7)).toBe(false)
      expect(await quarantine.isSetAside(here, 1, null, 7)).toBe(false)
      expect(await quarantine.isSetAside(here, 1, author, 8)).toBe(false)
      expect(await quarantine.isSetAside(here, 2, author, 7)).toBe(false)
      expect(await quarantine.isSetAside(there, 1, author, 7)).toBe(false)
    })

    it('[Q1] keeps the same only once', async () => {
      await add({})
      await add({})
      await Promise.all([add({ client: null, author: null }), add({ client: null, author: null })])
      expect(await backend.quarantine.list()).toHaveLength(2)
      await add({ fill: 2 })
      await add({ reason: 'gap' })
      expect(await backend.quarantine.list()).toHaveLength(4)
    })

    it('[Q2] lets the oldest bytes of a document go first, and still knows whose they were', async () => {
      for (const client of [1, 2, 3]) await add({ client, size: 40 })
      expect(await kept()).toEqual([false, true, true])
      expect(backend.bytes()[0]).toBeNull()
      expect(await backend.quarantine.isSetAside(here, 1, author, 1)).toBe(true)
      await add({ client: 1, size: 40 })
      expect(await clients()).toEqual([1, 2, 3])
    })

    it('[Q2] lets the oldest rows of a document go beyond its number', async () => {
      for (const client of [1, 2, 3, 4, 5]) await add({ client })
      await add({ client: 6, documentId: there })
      expect(await clients()).toEqual([2, 3, 4, 5, 6])
    })

    it('[Q2] is bounded altogether, too', async () => {
      await add({ client: 1, size: 90 })
      await add({ client: 2, size: 50, documentId: there })
      expect(await kept()).toEqual([true, true])
      await add({ client: 3, size: 11, documentId: elsewhere })
      expect(await kept()).toEqual([false, true, true])
      for (const client of [4, 5]) await add({ client, documentId: there })
      for (const client of [6, 7]) await add({ client, documentId: elsewhere })
      expect(await clients()).toEqual([2, 3, 4, 5, 6, 7])
    })

    it('[Q5] knows what was added since it was last asked, and what has made room', async () => {
      const isSetAside = (client: number) => backend.quarantine.isSetAside(here, 1, author, client)
      expect(await isSetAside(1)).toBe(false)
      await add({ client: 1 })
      expect(await isSetAside(1)).toBe(true)
      for (const client of [2, 3, 4, 5]) await add({ client })
      expect(await isSetAside(1)).toBe(false)
      expect(await isSetAside(5)).toBe(true)
    })

    it('[Q2] one that is larger than the limit is known, without its bytes', async () => {
      await add({ client: 1, size: 101 })
      expect(await kept()).toEqual([false])
      expect(await backend.quarantine.isSetAside(here, 1, author, 1)).toBe(true)
    })

    it('[Q3] lets go after thirty days', async () => {
      await add({ client: 1 })
      clock.advance(day)
      await add({ client: 2 })
      clock.advance(29 * day)
      await backend.quarantine.expire()
      expect(await clients()).toEqual([2])
      clock.advance(day)
      await backend.quarantine.expire()
      expect(await clients()).toEqual([])
    })
  })
}
