import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '#server/clock.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { createJournal, type Journal } from '#server/journal/journal.ts'
import { StaleWrite } from '#server/journal/staleWrite.ts'
import { createLog } from '#server/log.ts'
import { authorIdSchema, type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { createGenerations, type Generations } from './generations.ts'

const log = createLog('silent')
const author = authorIdSchema.parse('author-1')

describe('generations', () => {
  let folder: string
  let database: Database
  let journal: Journal
  let generations: Generations
  let id: DocumentId
  let writer: Y.Doc
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generations-'))
    database = await openDatabase({ file: join(folder, 'journal.db'), role: 'journal', log })
    journal = createJournal({ database, clock: systemClock, log })
    generations = createGenerations({ database, journal, clock: systemClock })
    id = documentIdSchema.parse(randomUUID())
    writer = new Y.Doc()
    await database.kysely
      .insertInto('document')
      .values({
        id,
        kind: 'minutes',
        space_id: 's',
        generation: 1,
        schema_version: 1,
        created_at: 0,
        created_by: author,
      })
      .execute()
  })
  afterEach(async () => {
    await journal.close()
    await database.close()
    await rm(folder, { recursive: true })
  })

  /** What typing one letter at the end sends. */
  function typed(letter: string): Uint8Array {
    const before = Y.encodeStateVector(writer)
    writer.getText('t').insert(writer.getText('t').length, letter)
    return Y.encodeStateAsUpdate(writer, before)
  }
  const append = (letter: string, generation = 1, claims: number[] = []) =>
    journal.append({ documentId: id, generation, author, bytes: typed(letter), claims })
  async function textOf(generation: number): Promise<string> {
    const { snapshot, updates } = await journal.load(id, generation)
    const doc = new Y.Doc()
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
    expect(doc.store.pendingStructs).toBeNull()
    return doc.getText('t').toJSON()
  }
  const present = async () =>
    (
      await database.kysely
        .selectFrom('document')
        .select('generation')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).generation

  it('[G1] the first row of the new generation is the whole state of the old one, by the server', async () => {
    for (const letter of 'hal') await append(letter)
    await journal.compact(id, 1)
    for (const letter of 'lo') await append(letter)
    expect(await generations.begin(id, 1)).toBe(2)
    expect(await present()).toBe(2)
    expect(await textOf(2)).toBe('hallo')
    const rows = await database.kysely
      .selectFrom('journal')
      .select(['seq', 'author'])
      .where('generation', '=', 2)
      .execute()
    expect(rows).toEqual([{ seq: 1, author: null }])
    expect(await journal.load(id, 2)).toMatchObject({ seq: 1, damage: null })
    expect(await textOf(1)).toBe('hallo')
    expect(await append('!', 2)).toEqual({ seq: 2 })
    expect(await textOf(2)).toBe('hallo!')
  })

  it('[G1] what is written at the same moment is in the new generation, or rejected', async () => {
    await append('.')
    const letters = 'abcdefghijklmnopqrstuvwxyz'.repeat(8).split('')
    const begun = generations.begin(id, 1)
    const results = await Promise.all(
      letters.map(async (letter, index) => {
        // some before, some while it reads, some while it writes
        for (let turn = 0; turn < index % 13; turn++) await new Promise(setImmediate)
        return append(letter).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(StaleWrite)
            return false
          },
        )
      }),
    )
    expect(await begun).toBe(2)
    const { seq } = await journal.load(id, 1)
    expect(seq).toBe(1 + results.filter(Boolean).length)
    const held = new Y.Doc()
    for (const update of (await journal.load(id, 2)).updates) Y.applyUpdate(held, update)
    const old = new Y.Doc()
    for (const update of (await journal.load(id, 1)).updates) Y.applyUpdate(old, update)
    expect(Y.encodeStateAsUpdate(held)).toEqual(Y.encodeStateAsUpdate(old))
    await expect(append('z')).rejects.toBeInstanceOf(StaleWrite)
  })

  it('[G2] client ids keep their owners', async () => {
    await append('a', 1, [7, 2 ** 32 - 1])
    await journal.append({ documentId: id, generation: 1, author: null, bytes: typed('b'), claims: [9] })
    await generations.begin(id, 1)
    expect(await journal.owners(id, 2, [7, 8, 9, 2 ** 32 - 1])).toEqual(
      new Map([
        [7, author],
        [9, null],
        [2 ** 32 - 1, author],
      ]),
    )
  })

  it('[G3] of two who begin at once, both get the same generation', async () => {
    await append('a')
    expect(await Promise.all([1, 2, 3].map(() => generations.begin(id, 1)))).toEqual([2, 2, 2])
    expect(await generations.begin(id, 1)).toBe(2)
    expect(await journal.durableSeq(id, 2)).toBe(1)
    expect(await generations.begin(id, 2)).toBe(3)
    expect(await textOf(3)).toBe('a')
  })

  it('an empty journal stays one, for whoever opens it first', async () => {
    expect(await generations.begin(id, 1)).toBe(2)
    expect(await journal.durableSeq(id, 2)).toBe(0)
  })

  it('rejects for a document that there is not', async () => {
    await expect(generations.begin(documentIdSchema.parse(randomUUID()), 1)).rejects.toThrow()
  })

  it('[G1] leaves everything as it was when it cannot be written', async () => {
    await append('a', 1, [7])
    await database.kysely
      .insertInto('journal')
      .values({
        document_id: id,
        generation: 2,
        seq: 1,
        author: null,
        encoding: 'yjs1',
        bytes: new Uint8Array(),
        crc: 0,
        at: 0,
      })
      .execute()
    await expect(generations.begin(id, 1)).rejects.toThrow()
    expect(await present()).toBe(1)
    expect(await journal.owners(id, 2, [7])).toEqual(new Map())
    expect(await append('b')).toEqual({ seq: 2 })
  })
})
