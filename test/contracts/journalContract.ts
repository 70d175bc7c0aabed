import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Journal } from '#server/journal/journal.ts'
import { authorIdSchema, documentIdSchema } from '#shared/ids.ts'

/** One back end, opened on a fresh place. */
export interface JournalBackend {
  readonly journal: Journal
  /** Ends everything without a word and opens the same place again. */
  reopen(): Promise<Journal>
  /** How many commits have reached the disk so far. */
  commits(): number
  /** Lets no commit through that needs more room, as a full disk, until the returned function is called. */
  breakCommits(): Promise<() => Promise<void>>
  /** Takes the connection for itself until the returned function is called. */
  occupy(): Promise<() => Promise<void>>
  close(): Promise<void>
}

const newDocument = () => documentIdSchema.parse(randomUUID())
const author = authorIdSchema.parse('author-1')
const bytesOf = (...values: number[]) => new Uint8Array(values)

/** What every back end of the journal must keep (STYLE 12); titles quote the invariants of journal.ts. */
export function journalContract(name: string, open: () => Promise<JournalBackend>): void {
  describe(`journal on ${name}`, () => {
    let backend: JournalBackend
    beforeEach(async () => {
      backend = await open()
    })
    afterEach(() => backend.close())

    const append = (documentId: ReturnType<typeof newDocument>, bytes: Uint8Array, generation = 1) =>
      backend.journal.append({ documentId, generation, author, bytes })

    it('answers an empty journal for a document that it does not know', async () => {
      const id = newDocument()
      expect(await backend.journal.load(id, 1)).toEqual({ snapshot: null, updates: [], seq: 0 })
      expect(await backend.journal.durableSeq(id, 1)).toBe(0)
    })

    it('[J1] holds every resolved row after everything was ended and opened again', async () => {
      const id = newDocument()
      await append(id, bytesOf(1, 2))
      await append(id, bytesOf())
      await append(id, bytesOf(255))
      const journal = await backend.reopen()
      const loaded = await journal.load(id, 1)
      expect(loaded.updates.map(update => [...update])).toEqual([[1, 2], [], [255]])
      expect(loaded.seq).toBe(3)
      expect(await journal.durableSeq(id, 1)).toBe(3)
    })

    it('[J2] counts without gap, in the order of the calls, for each document by itself', async () => {
      const [a, b] = [newDocument(), newDocument()]
      const calls = Array.from({ length: 200 }, (_, index) => append(index % 3 === 0 ? b : a, bytesOf(index)))
      const seqs = (await Promise.all(calls)).map(({ seq }) => seq)
      expect(seqs.filter((_, index) => index % 3 !== 0)).toEqual(Array.from({ length: 133 }, (_, i) => i + 1))
      expect(seqs.filter((_, index) => index % 3 === 0)).toEqual(Array.from({ length: 67 }, (_, i) => i + 1))
      const loaded = await backend.journal.load(b, 1)
      expect(loaded.updates.map(update => update[0])).toEqual(Array.from({ length: 67 }, (_, i) => i * 3))
    })

    it('[J2] counts each generation by itself and goes on counting after it was opened again', async () => {
      const id = newDocument()
      expect(await append(id, bytesOf(1), 1)).toEqual({ seq: 1 })
      expect(await append(id, bytesOf(2), 2)).toEqual({ seq: 1 })
      await backend.reopen()
      expect(await append(id, bytesOf(3), 1)).toEqual({ seq: 2 })
      expect((await backend.journal.load(id, 2)).updates).toHaveLength(1)
    })

    it('[J3] puts everything that waits into one commit', async () => {
      const id = newDocument()
      const release = await backend.occupy()
      const before = backend.commits()
      const appends = Array.from({ length: 50 }, (_, index) => append(id, bytesOf(index)))
      await release()
      await Promise.all(appends)
      expect(backend.commits() - before).toBe(1)
    })

    it('[J4] rejects all appends of a failed commit, leaves no row, and works again', async () => {
      const id = newDocument()
      await append(id, bytesOf(1))
      const large = new Uint8Array(500_000)
      const repair = await backend.breakCommits()
      const results = await Promise.allSettled([
        append(id, bytesOf(2)),
        append(id, large),
        append(id, bytesOf(3)),
      ])
      expect(results.map(result => result.status)).toEqual(['rejected', 'rejected', 'rejected'])
      await repair()
      expect(await append(id, bytesOf(4))).toEqual({ seq: 2 })
      const journal = await backend.reopen()
      expect((await journal.load(id, 1)).updates.map(update => [...update])).toEqual([[1], [4]])
    })

    it('takes the bytes as they are at the call', async () => {
      const id = newDocument()
      const bytes = bytesOf(1, 2, 3)
      const appended = append(id, bytes)
      bytes.fill(0)
      await appended
      expect([...((await backend.journal.load(id, 1)).updates[0] ?? [])]).toEqual([1, 2, 3])
    })

    it('[J5] answers the snapshot and only the rows after it', async () => {
      const id = newDocument()
      for (let index = 1; index <= 5; index++) await append(id, bytesOf(index))
      await backend.journal.writeSnapshot(id, 1, 3, bytesOf(9, 9))
      const loaded = await backend.journal.load(id, 1)
      expect([...(loaded.snapshot ?? [])]).toEqual([9, 9])
      expect(loaded.updates.map(update => [...update])).toEqual([[4], [5]])
      expect(loaded.seq).toBe(5)
      expect(await append(id, bytesOf(6))).toEqual({ seq: 6 })
    })

    it('[J6] replaces a snapshot only by a later one', async () => {
      const id = newDocument()
      for (let index = 1; index <= 4; index++) await append(id, bytesOf(index))
      await backend.journal.writeSnapshot(id, 1, 3, bytesOf(3))
      await backend.journal.writeSnapshot(id, 1, 2, bytesOf(2))
      await backend.journal.writeSnapshot(id, 1, 3, bytesOf(33))
      expect([...((await backend.journal.load(id, 1)).snapshot ?? [])]).toEqual([3])
      await backend.journal.writeSnapshot(id, 1, 4, bytesOf(4))
      const loaded = await backend.journal.load(id, 1)
      expect([...(loaded.snapshot ?? [])]).toEqual([4])
      expect(loaded).toMatchObject({ updates: [], seq: 4 })
    })
  })
}
