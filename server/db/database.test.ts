import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '#server/log.ts'
import { type Database, openDatabase } from './database.ts'
import { DatabaseError } from './databaseError.ts'

const log = createLog('silent')
const row = (seq: number) => ({
  document_id: 'd',
  generation: 1,
  seq,
  author: null,
  encoding: 'yjs1',
  bytes: new Uint8Array([seq]),
  at: 0,
  crc: 0,
})

describe('openDatabase', () => {
  let folder: string
  let database: Database
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'database-'))
    database = await openDatabase({ file: join(folder, 'journal.db'), role: 'journal', log })
  })
  afterEach(async () => {
    await database.close()
    await rm(folder, { recursive: true })
  })

  it('[DB1] runs with WAL, FULL, secure_delete and foreign keys', async () => {
    const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(database.kysely)).rows[0]
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 })
    expect(await pragma('secure_delete')).toEqual({ secure_delete: 1 })
    expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 })
  })

  it('[DB2] never interleaves transactions and keeps their order', async () => {
    const seen: string[] = []
    const work = (name: string) =>
      database.transact(async trx => {
        seen.push(`${name} begins`)
        await trx.selectFrom('journal').selectAll().execute()
        await trx.selectFrom('document').selectAll().execute()
        seen.push(`${name} ends`)
      })
    await Promise.all([work('a'), work('b'), work('c')])
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  it('rolls back what throws and goes on', async () => {
    const failed = database.transact(async trx => {
      await trx.insertInto('journal').values(row(1)).execute()
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await database.kysely.selectFrom('journal').selectAll().execute()).toEqual([])
  })

  const insert =
    'insert into journal (document_id, generation, seq, encoding, bytes, at, crc) values (?, 1, ?, ?, ?, 0, 0)'

  it('carries a batch out in one transaction and answers the first row of each run', async () => {
    const answer = await database.batch(() => [
      { sql: `${insert} returning seq`, runs: [1, 2].map(seq => ['d', seq, 'yjs1', new Uint8Array([seq])]) },
      { sql: 'update journal set at = 7 where seq = ?', runs: [[1]] },
      { sql: 'select at from journal where seq = ?', runs: [[1], [3]] },
    ])
    expect(answer).toEqual([[{ seq: 1 }, { seq: 2 }], [null], [{ at: 7 }, null]])
  })

  it('leaves nothing of a batch that fails in its middle, and no transaction open', async () => {
    const failing = database.batch(() => [
      { sql: insert, runs: [1, 2, 1].map(seq => ['d', seq, 'yjs1', new Uint8Array()]) },
    ])
    await expect(failing).rejects.toMatchObject({ resultCode: 1555 })
    await database.transact(trx => trx.insertInto('journal').values(row(1)).execute())
    expect(await database.kysely.selectFrom('journal').select('seq').execute()).toEqual([{ seq: 1 }])
    await expect(database.batch(() => [{ sql: 'nonsense', runs: [[]] }])).rejects.toBeInstanceOf(
      DatabaseError,
    )
    const thrown = database.batch(() => {
      throw new Error('no')
    })
    await expect(thrown).rejects.toThrow('no')
    await database.transact(trx => trx.insertInto('journal').values(row(2)).execute())
  })

  it('[DB2] keeps batches and packed reads outside of a transaction that is open', async () => {
    const seqs = async () =>
      (await database.readPacked([{ sql: 'select seq from journal', parameters: [] }]))[0]
    const transaction = database.transact(async trx => {
      await trx.insertInto('journal').values(row(1)).execute()
      await trx.insertInto('journal').values(row(2)).execute()
    })
    const batch = database.batch(() => [{ sql: insert, runs: [['d', 3, 'yjs1', new Uint8Array()]] }])
    expect((await seqs())?.columns.seq).toEqual([1, 2, 3])
    await Promise.all([transaction, batch])
  })

  it('answers packed rows by column, their bytes in one buffer', async () => {
    for (const [seq, bytes] of [
      [1, [1, 2]],
      [2, []],
      [3, [3]],
    ] as const) {
      await database.kysely
        .insertInto('journal')
        .values({ ...row(seq), bytes: new Uint8Array(bytes) })
        .execute()
    }
    const [packed, none] = await database.readPacked([
      { sql: 'select seq, bytes, author from journal where seq > ? order by seq desc', parameters: [0] },
      { sql: 'select seq, bytes from journal where seq > ?', parameters: [3] },
    ])
    expect(packed).toEqual({
      count: 3,
      columns: { seq: [3, 2, 1], author: [null, null, null] },
      ends: new Uint32Array([1, 1, 3]),
      bytes: new Uint8Array([3, 1, 2]),
    })
    expect(none).toEqual({ count: 0, columns: { seq: [] }, ends: new Uint32Array(), bytes: new Uint8Array() })
  })

  it("carries SQLite's codes back", async () => {
    await database.kysely.insertInto('journal').values(row(1)).execute()
    const again = database.kysely.insertInto('journal').values(row(1)).execute()
    await expect(again).rejects.toBeInstanceOf(DatabaseError)
    await expect(again).rejects.toMatchObject({ code: 'ERR_SQLITE_ERROR', resultCode: 1555 })
  })

  it('answers how many rows were written', async () => {
    const inserted = await database.kysely
      .insertInto('journal')
      .values([row(1), row(2)])
      .executeTakeFirst()
    expect(inserted.numInsertedOrUpdatedRows).toBe(2n)
    const updated = await database.kysely.updateTable('journal').set({ at: 5 }).executeTakeFirst()
    expect(updated.numUpdatedRows).toBe(2n)
  })

  it('hands over only the bytes of a view', async () => {
    const large = new Uint8Array(1000).fill(7)
    const view = large.subarray(10, 12)
    await database.kysely
      .insertInto('journal')
      .values({ ...row(1), bytes: view })
      .execute()
    const { bytes } = await database.kysely.selectFrom('journal').select('bytes').executeTakeFirstOrThrow()
    expect([...bytes]).toEqual([7, 7])
    expect(large.byteLength).toBe(1000)
  })

  it('[DB3] rejects and tells when the file cannot be opened', async () => {
    await expect(openDatabase({ file: join(folder, 'none', 'x.db'), role: 'journal', log })).rejects.toThrow()
  })
})
