import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '#server/db/database.ts'
import { createQuarantine } from '#server/journal/quarantine.ts'
import { createLog } from '#server/log.ts'
import { quarantineContract } from './quarantineContract.ts'

quarantineContract('SQLite', async ({ clock, limits }) => {
  const folder = await mkdtemp(join(tmpdir(), 'quarantine-'))
  const file = join(folder, 'journal.db')
  const database = await openDatabase({ file, role: 'journal', log: createLog('silent') })
  const outside = new DatabaseSync(file, { readOnly: true })
  return {
    quarantine: createQuarantine({ database, clock, limits }),
    bytes: () =>
      outside
        .prepare('select bytes from quarantine order by at, id')
        .all()
        .map(row => (row.bytes instanceof Uint8Array ? row.bytes : null)),
    async close() {
      outside.close()
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
})
