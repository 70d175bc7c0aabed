import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Journal } from '#server/journal/journal.ts'
import type { Quarantine } from '#server/journal/quarantine.ts'
import { StaleWrite } from '#server/journal/staleWrite.ts'
import { authorIdSchema, type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { docOf, randomRows, sameDocs } from '#test/support/randomRows.ts'

/** One back end, opened on a fresh place. */
export interface JournalBackend {
  readonly journal: Journal
  readonly quarantine: Quarantine
  /** Ends everything without a word and opens the same place again. */
  reopen(): Promise<Journal>
  /** How many commits have reached the disk so far. */
  commits(): number
  /** Lets no commit through that needs more room, as a full disk, until the returned function is called. */
  breakCommits(): Promise<() => Promise<void>>
  /** Takes the connection for itself until the returned function is called. */
  occupy(): Promise<() => Promise<void>>
  /** What lies there, and what bad disks and bad hands do to it; all from another connection. */
  readonly outside: {
    countRows(documentId: DocumentId): number
    snapshot(documentId: DocumentId): { seq: number; bytes: Uint8Array } | null
    flipByteOfRow(documentId: DocumentId, seq: number): void
    flipByteOfSnapshot(documentId: DocumentId): void
    removeRow(documentId: DocumentId, seq: number): void
    setSnapshotSeq(documentId: DocumentId, seq: number): void
    setGeneration(documentId: DocumentId, generation: number): void
  }
  close(): Promise<void>
}

const newDocument = () => documentIdSchema.parse(randomUUID())
const author = authorIdSchema.parse('author-1')
const another = authorIdSchema.parse('author-2')

/** Updates that each write one number: easy to tell apart when they are read again. */
function updatesOf(...values: number[]): Uint8Array[] {
  return values.map((value, index) => {
    const doc = new Y.Doc()
    doc.clientID = index + 1
    doc.getArray('values').push([value])
    return Y.encodeStateAsUpdate(doc)
  })
}
const updateOf = (value: number): Uint8Array => updatesOf(value)[0] ?? new Uint8Array()
const valuesOf = (updates: readonly Uint8Array[]): unknown[] =>
  updates.map(update => docOf([update]).getArray('values').get(0))

/** What every back end of the journal must keep (STYLE 12); titles quote the invariants of journal.ts. */
export function journalContract(name: string, open: () => Promise<JournalBackend>): void {
  describe(`journal on ${name}`, () => {
    let backend: JournalBackend
    beforeEach(async () => {
      backend = await open()
    })
    afterEach(() => backend.close())

    const append = (documentId: DocumentId, bytes: Uint8Array, generation = 1) =>
      backend.journal.append({ documentId, generation, author, bytes })
    /** A document with these rows. */
    async function withRows(rows: readonly Uint8Array[]): Promise<DocumentId> {
      const id = newDocument()
      await Promise.all(rows.map(row => append(id, row)))
      return id
    }
    async function opened(id: DocumentId): Promise<Y.Doc> {
      const { snapshot, updates } = await backend.journal.load(id, 1)
      return docOf(updates, snapshot)
    }

    it('answers an empty journal for a document that it does not know', async () => {
      const id = newDocument()
      expect(await backend.journal.load(id, 1)).toEqual({
        snapshot: null,
        extent: null,
        updates: [],
        seq: 0,
        snapshotSeq: 0,
        damage: null,
      })
      expect(await backend.journal.durableSeq(id, 1)).toBe(0)
      await backend.journal.compact(id, 1)
      expect(backend.outside.snapshot(id)).toBeNull()
    })

    it('[J1] holds every resolved row after everything was ended and opened again', async () => {
      const id = newDocument()
      for (const value of [1, 2, 255]) await append(id, updateOf(value))
      const journal = await backend.reopen()
      const loaded = await journal.load(id, 1)
      expect(valuesOf(loaded.updates)).toEqual([1, 2, 255])
      expect(loaded.seq).toBe(3)
      expect(await journal.durableSeq(id, 1)).toBe(3)
    })

    it('[J2] counts without gap, in the order of the calls, for each document by itself', async () => {
      const [a, b] = [newDocument(), newDocument()]
      const calls = Array.from({ length: 200 }, (_, index) =>
        append(index % 3 === 0 ? b : a, updateOf(index)),
      )
      const seqs = (await Promise.all(calls)).map(({ seq }) => seq)
      expect(seqs.filter((_, index) => index % 3 !== 0)).toEqual(Array.from({ length: 133 }, (_, i) => i + 1))
      expect(seqs.filter((_, index) => index % 3 === 0)).toEqual(Array.from({ length: 67 }, (_, i) => i + 1))
      const loaded = await backend.journal.load(b, 1)
      expect(valuesOf(loaded.updates)).toEqual(Array.from({ length: 67 }, (_, i) => i * 3))
    })

    it('[J2] counts each generation by itself and goes on counting after it was opened again', async () => {
      const id = newDocument()
      expect(await append(id, updateOf(1), 1)).toEqual({ seq: 1 })
      expect(await append(id, updateOf(2), 2)).toEqual({ seq: 1 })
      await backend.reopen()
      expect(await append(id, updateOf(3), 1)).toEqual({ seq: 2 })
      expect((await backend.journal.load(id, 2)).updates).toHaveLength(1)
    })

    it('[J3] puts everything that waits into one commit', async () => {
      const id = newDocument()
      const release = await backend.occupy()
      const before = backend.commits()
      const appends = Array.from({ length: 50 }, (_, index) => append(id, updateOf(index)))
      await release()
      await Promise.all(appends)
      expect(backend.commits() - before).toBe(1)
    })

    it('[J3] bounds one commit by its bytes; what is larger goes alone', async () => {
      const id = newDocument()
      const release = await backend.occupy()
      const before = backend.commits()
      const appends = Array.from({ length: 5 }, () => append(id, new Uint8Array(3_000_000)))
      await release()
      expect((await Promise.all(appends)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
      expect(backend.commits() - before).toBe(3)
    })

    it('[J4] rejects all appends of a failed commit, leaves no row, and works again', async () => {
      const id = newDocument()
      await append(id, updateOf(1))
      const large = new Uint8Array(500_000)
      const repair = await backend.breakCommits()
      const results = await Promise.allSettled([
        append(id, updateOf(2)),
        append(id, large),
        append(id, updateOf(3)),
      ])
      expect(results.map(result => result.status)).toEqual(['rejected', 'rejected', 'rejected'])
      await repair()
      expect(await append(id, updateOf(4))).toEqual({ seq: 2 })
      const journal = await backend.reopen()
      expect(valuesOf((await journal.load(id, 1)).updates)).toEqual([1, 4])
    })

    it('[J7] rejects also what waits behind a failed commit, so that nothing overtakes it', async () => {
      const id = newDocument()
      await append(id, updateOf(1))
      const repair = await backend.breakCommits()
      const release = await backend.occupy()
      // three commits by their size; the first is too large for the disk, the others might have fitted
      const order: number[] = []
      const calls = [new Uint8Array(8_000_000), new Uint8Array(7_999_999), updateOf(2), updateOf(3)].map(
        (bytes, index) =>
          append(id, bytes).then(
            () => Promise.reject(new Error(`row ${index} was written`)),
            () => order.push(index),
          ),
      )
      await release()
      await Promise.all(calls)
      expect(order).toEqual([0, 1, 2, 3])
      await repair()
      expect(await append(id, updateOf(4))).toEqual({ seq: 2 })
    })

    it('[J8] writes no row that is not allowed any more when its transaction begins', async () => {
      const [a, b] = [newDocument(), newDocument()]
      const release = await backend.occupy()
      let allowed = true
      const row = (documentId: DocumentId, value: number, isValid: () => boolean) =>
        backend.journal.append({ documentId, generation: 1, author, bytes: updateOf(value), isValid })
      const results = Promise.allSettled([
        row(a, 1, () => true),
        row(a, 2, () => allowed),
        row(a, 3, () => true),
        row(b, 4, () => true),
      ])
      allowed = false
      await release()
      expect(
        (await results).map(result => (result.status === 'fulfilled' ? result.value.seq : result.reason)),
      )
        // the third may build on the second
        .toEqual([1, new StaleWrite(), new StaleWrite(), 1])
      expect(valuesOf((await backend.journal.load(a, 1)).updates)).toEqual([1])
    })

    it('[J8] a generation that another has followed takes no more rows, and holds nobody else up', async () => {
      const [a, b] = [newDocument(), newDocument()]
      await append(a, updateOf(1))
      backend.outside.setGeneration(a, 2)
      const results = await Promise.allSettled([
        append(a, updateOf(2), 1),
        append(b, updateOf(3)),
        append(a, updateOf(4), 2),
      ])
      expect(
        results.map(result => (result.status === 'fulfilled' ? result.value.seq : result.reason)),
      ).toEqual([new StaleWrite(), 1, 1])
      expect(await backend.journal.durableSeq(a, 1)).toBe(1)
    })

    it('[J9] keeps whose a client id is from the row on that claims it; the first claim holds', async () => {
      const [a, b] = [newDocument(), newDocument()]
      const row = (documentId: DocumentId, by: typeof author | null, ...claims: number[]) =>
        backend.journal.append({ documentId, generation: 1, author: by, bytes: updateOf(1), claims })
      await Promise.all([
        row(a, author, 7, 2 ** 32 - 1),
        row(a, another, 7, 8),
        row(a, null, 9),
        row(b, another, 7),
      ])
      const journal = await backend.reopen()
      expect(await journal.owners(a, 1, [7, 8, 9, 10, 2 ** 32 - 1])).toEqual(
        new Map([
          [7, author],
          [8, another],
          [9, null],
          [2 ** 32 - 1, author],
        ]),
      )
      expect(await journal.owners(b, 1, [7, 8])).toEqual(new Map([[7, another]]))
      expect(await journal.owners(a, 2, [7])).toEqual(new Map())
      expect(await journal.owners(a, 1, [])).toEqual(new Map())
    })

    it('[J9] a claim whose row fails is nobody’s', async () => {
      const id = newDocument()
      const repair = await backend.breakCommits()
      const bytes = new Uint8Array(500_000)
      await expect(
        backend.journal.append({ documentId: id, generation: 1, author, bytes, claims: [5] }),
      ).rejects.toThrow()
      await repair()
      expect(await backend.journal.owners(id, 1, [5])).toEqual(new Map())
      await backend.journal.append({ documentId: id, generation: 1, author: another, bytes, claims: [5] })
      expect(await backend.journal.owners(id, 1, [5])).toEqual(new Map([[5, another]]))
    })

    it('[J9] answers for more client ids at once than a statement takes', async () => {
      const id = newDocument()
      const claims = Array.from({ length: 25_000 }, (_, index) => index * 3)
      await backend.journal.append({ documentId: id, generation: 1, author, bytes: updateOf(1), claims })
      const owners = await backend.journal.owners(
        id,
        1,
        Array.from({ length: 40_000 }, (_, index) => index),
      )
      expect(owners.size).toBe(13_334)
      expect(owners.get(39_999)).toBe(author)
    })

    it('takes the bytes as they are at the call', async () => {
      const id = newDocument()
      const bytes = updateOf(1)
      const appended = append(id, bytes)
      bytes.fill(0)
      await appended
      expect(valuesOf((await backend.journal.load(id, 1)).updates)).toEqual([1])
    })

    it('[J5] answers the snapshot and only the rows after it', async () => {
      const rows = randomRows(5, 40)
      const id = await withRows(rows.slice(0, 30))
      await backend.journal.compact(id, 1)
      for (const row of rows.slice(30)) await append(id, row)
      const loaded = await backend.journal.load(id, 1)
      expect(loaded).toMatchObject({ seq: 40, snapshotSeq: 30, damage: null })
      expect(sameDocs(docOf([], loaded.snapshot), docOf(rows.slice(0, 30)))).toBe(true)
      expect(sameDocs(docOf(loaded.updates, loaded.snapshot), docOf(rows))).toBe(true)
      expect(await append(id, updateOf(6))).toEqual({ seq: 41 })
    })

    it('[J5] answers ten thousand rows as they were written', async () => {
      const rows = randomRows(10, 10_000)
      const id = await withRows(rows)
      const loaded = await backend.journal.load(id, 1)
      expect(loaded.seq).toBe(10_000)
      expect(sameDocs(docOf(loaded.updates), docOf(rows))).toBe(true)
    })

    it('[J6] compacts again and again into what the rows give, and removes none of them', async () => {
      const seed = Math.trunc(Math.random() * 2 ** 31)
      console.info(`compaction: seed ${seed}`)
      const rows = randomRows(seed, 300)
      const id = newDocument()
      for (const [from, to] of [
        [0, 100],
        [100, 101],
        [101, 300],
      ] as const) {
        await Promise.all(rows.slice(from, to).map(row => append(id, row)))
        await backend.journal.compact(id, 1)
        const loaded = await backend.journal.load(id, 1)
        expect(loaded).toMatchObject({ seq: to, snapshotSeq: to, updates: [] })
        expect(sameDocs(docOf([], loaded.snapshot), docOf(rows.slice(0, to))), `seed ${seed}`).toBe(true)
      }
      expect(backend.outside.countRows(id)).toBe(300)
      const stored = backend.outside.snapshot(id)?.bytes.length ?? Number.NaN
      expect(stored).toBeLessThan(rows.reduce((sum, row) => sum + row.length, 0) / 2)
    })

    it('[J6] rows that arrive during a compaction come after its snapshot', async () => {
      const rows = randomRows(6, 1_200)
      const id = await withRows(rows.slice(0, 600))
      const compacted = backend.journal.compact(id, 1)
      const appended = rows.slice(600).map(row => append(id, row))
      await Promise.all([compacted, ...appended])
      const loaded = await backend.journal.load(id, 1)
      expect(loaded.snapshotSeq).toBeGreaterThanOrEqual(600)
      expect(loaded.seq).toBe(1_200)
      expect(sameDocs(docOf(loaded.updates, loaded.snapshot), docOf(rows))).toBe(true)
    })

    it('[J6] asking for compactions that wait is one; asking while one runs lets another follow', async () => {
      const rows = randomRows(8, 20)
      const [a, b] = [await withRows(rows), await withRows(rows)]
      const first = backend.journal.compact(a, 1)
      const waiting = backend.journal.compact(b, 1)
      expect(backend.journal.compact(b, 1)).toBe(waiting)
      await first
      await waiting
      await append(b, updateOf(1))
      expect(backend.journal.compact(b, 1)).not.toBe(waiting)
      await backend.journal.compact(b, 1)
      expect((await backend.journal.load(b, 1)).snapshotSeq).toBe(21)
    })

    it('[J6] a compaction that is dropped changes nothing, and nothing waits for it', async () => {
      const rows = randomRows(9, 3_000)
      const id = await withRows(rows)
      const compacted = backend.journal.compact(id, 1)
      await backend.journal.close()
      await compacted
      expect(backend.outside.snapshot(id)).toBeNull()
      await backend.journal.compact(id, 1)
      expect(backend.outside.snapshot(id)).toBeNull()
      expect(sameDocs(await opened(id), docOf(rows))).toBe(true)
      expect(await append(id, updateOf(1))).toEqual({ seq: 3_001 })
    })

    it('[J6] rows that wait for something nobody has are not compacted', async () => {
      const rows = randomRows(11, 60, 1)
      const id = await withRows(rows.toSpliced(20, 1))
      await backend.journal.compact(id, 1)
      expect(backend.outside.snapshot(id)).toBeNull()
    })

    describe('[a23] damage', () => {
      it('[J10] a row with a wrong checksum is left out, told, set aside once, and stays', async () => {
        const rows = updatesOf(1, 2, 3)
        const id = await withRows(rows)
        backend.outside.flipByteOfRow(id, 2)
        for (let time = 0; time < 2; time++) {
          const loaded = await backend.journal.load(id, 1)
          expect(loaded).toMatchObject({ seq: 3, damage: { seqs: [2] } })
          expect(valuesOf(loaded.updates)).toEqual([1, 3])
        }
        expect(await backend.quarantine.list()).toMatchObject([
          { documentId: id, generation: 1, author: null, client: null, reason: 'damagedRow', kept: true },
        ])
        expect(backend.outside.countRows(id)).toBe(3)
      })

      it.each([
        ['empty', new Uint8Array()],
        ['cut off', (updatesOf(77)[0] ?? new Uint8Array()).subarray(0, -1)],
        ['cut off inside its text', (updatesOf(77)[0] ?? new Uint8Array()).subarray(0, 9)],
        ['noise', new Uint8Array([200, 200, 200, 7, 7])],
      ])('[J10] so is a row that is %s though its checksum holds', async (_, bad) => {
        const id = newDocument()
        for (const bytes of [updateOf(1), bad, updateOf(3)]) await append(id, bytes)
        const loaded = await backend.journal.load(id, 1)
        expect(loaded.damage).toEqual({ seqs: [2] })
        expect(valuesOf(loaded.updates)).toEqual([1, 3])
        expect(await backend.quarantine.list()).toMatchObject([{ documentId: id, size: bad.length }])
      })

      it('[J10] of very many damaged rows all are told and a hundred set aside, the same ones each time', async () => {
        const id = newDocument()
        await Promise.all(Array.from({ length: 150 }, (_, index) => append(id, new Uint8Array([200, index]))))
        const first = await backend.journal.load(id, 1)
        expect(first.damage?.seqs).toHaveLength(150)
        const setAside = await backend.quarantine.list()
        expect(setAside).toHaveLength(100)
        await backend.journal.load(id, 1)
        expect(await backend.quarantine.list()).toEqual(setAside)
      })

      it('[J10] rows that are gone are told', async () => {
        const id = await withRows(updatesOf(1, 2, 3, 4, 5))
        backend.outside.removeRow(id, 1)
        backend.outside.removeRow(id, 3)
        const loaded = await backend.journal.load(id, 1)
        expect(loaded.damage).toEqual({ seqs: [1, 3] })
        expect(valuesOf(loaded.updates)).toEqual([2, 4, 5])
      })

      it('[J6] a document with damage is not compacted', async () => {
        const rows = randomRows(12, 50)
        const id = await withRows(rows)
        await backend.journal.compact(id, 1)
        await append(id, updateOf(1))
        backend.outside.flipByteOfRow(id, 51)
        await append(id, updateOf(2))
        await backend.journal.compact(id, 1)
        expect(backend.outside.snapshot(id)?.seq).toBe(50)
      })

      it('[J10] a damaged snapshot is no damage: the rows serve, and the next compaction replaces it', async () => {
        const rows = randomRows(13, 80)
        const id = await withRows(rows)
        await backend.journal.compact(id, 1)
        backend.outside.flipByteOfSnapshot(id)
        expect(await backend.journal.load(id, 1)).toMatchObject({
          snapshot: null,
          snapshotSeq: 0,
          seq: 80,
          damage: null,
        })
        expect(sameDocs(await opened(id), docOf(rows))).toBe(true)
        expect(await backend.quarantine.list()).toEqual([])
        await backend.journal.compact(id, 1)
        const loaded = await backend.journal.load(id, 1)
        expect(loaded).toMatchObject({ snapshotSeq: 80, updates: [], damage: null })
        expect(sameDocs(docOf([], loaded.snapshot), docOf(rows))).toBe(true)
      })

      it('[J10] so is a snapshot that claims to hold more rows than there are', async () => {
        const rows = randomRows(14, 30)
        const id = await withRows(rows)
        await backend.journal.compact(id, 1)
        backend.outside.setSnapshotSeq(id, 31)
        expect(await backend.journal.load(id, 1)).toMatchObject({ snapshotSeq: 0, seq: 30, damage: null })
        expect(sameDocs(await opened(id), docOf(rows))).toBe(true)
        await backend.journal.compact(id, 1)
        expect(await backend.journal.load(id, 1)).toMatchObject({ snapshotSeq: 30, updates: [] })
      })
    })
  })
}
