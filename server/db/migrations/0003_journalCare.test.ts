import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '#server/db/database.ts'
import { createLog } from '#server/log.ts'

it('gives what an earlier version wrote its checksums and its owners, and drops its snapshots', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'migration-'))
  const file = join(folder, 'journal.db')
  const log = createLog('silent')
  // a folder as the version before left it
  await (await openDatabase({ file, role: 'journal', log })).close()
  const earlier = new DatabaseSync(file)
  const later = [
    'ledger',
    'ledger_content',
    'ledger_head',
    'ledger_register',
    'role_assignment',
    'forwarding',
  ]
  for (const table of ['journal_client', 'quarantine', ...later]) earlier.exec(`drop table ${table}`)
  for (const table of ['journal', 'snapshot']) earlier.exec(`alter table ${table} drop column crc`)
  earlier.exec('alter table document drop column closed_at')
  earlier.exec(`delete from kysely_migration where name >= '0003_journalCare'`)
  const insert = earlier.prepare(`insert into journal values ('d', 1, ?, ?, 'yjs1', ?, 0)`)
  const rows = Array.from({ length: 2_500 }, (_, index) => rowOf(index % 5, Math.floor(index / 5)))
  for (const [index, row] of rows.entries())
    insert.run(index + 1, index % 5 === 4 ? null : `a${index % 2}`, row)
  insert.run(2_501, 'a0', new Uint8Array([9, 9]))
  earlier.exec(`insert into snapshot values ('d', 1, 3, 'yjs1', x'00', 0)`)
  earlier.close()

  const database = await openDatabase({ file, role: 'journal', log })
  const found = await database.kysely.selectFrom('journal').select(['seq', 'crc']).orderBy('seq').execute()
  expect(found.map(row => row.crc)).toEqual([...rows, new Uint8Array([9, 9])].map(row => crc32(row)))
  expect(
    await database.kysely
      .selectFrom('journal_client')
      .select(['document_id', 'generation', 'client_id', 'author'])
      .orderBy('client_id')
      .execute(),
  ).toEqual(
    ['a0', 'a1', 'a0', 'a1', null].map((author, client) => ({
      document_id: 'd',
      generation: 1,
      client_id: client + 1,
      author,
    })),
  )
  expect(await database.kysely.selectFrom('snapshot').selectAll().execute()).toEqual([])
  await database.close()
  await rm(folder, { recursive: true })
})

const docs = Array.from({ length: 5 }, (_, index) => {
  const doc = new Y.Doc()
  doc.clientID = index + 1
  return doc
})

/** The next update of one of five people. */
function rowOf(person: number, value: number): Uint8Array {
  const doc = docs[person]
  if (!doc) throw new Error('nobody')
  const before = Y.encodeStateVector(doc)
  doc.getMap('m').set('k', value)
  return Y.encodeStateAsUpdate(doc, before)
}
