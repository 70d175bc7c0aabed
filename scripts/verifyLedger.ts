/** `npm run verify-ledger`: recomputes what was decided, row by row; ends with 1 where something is not what was written. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { say, stop } from '#server/console/say.ts'
import { startConfig } from '#server/console/startConfig.ts'
import { words } from '#server/console/words.ts'
import { openReadOnly } from '#server/db/database.ts'
import { verifyLedger } from '#server/ledger/verify.ts'

const { dataDir } = startConfig(process.env)
const file = path.join(dataDir, 'journal.db')
if (!existsSync(file)) stop(words.noData(dataDir))

// beside a running server: reading takes nothing from it
const database = openReadOnly(file)
const { rows, erased, signatures, heads, faults } = await verifyLedger(database.kysely)
await database.close()

if (faults.length === 0) {
  say(words.ledgerFine(rows, signatures, erased))
  for (const { spaceId, seq, digest } of heads) process.stdout.write(`${spaceId}  ${seq}  ${digest}\n`)
} else {
  say(words.ledgerFaults(faults.length))
  for (const { spaceId, seq, fault } of faults) process.stdout.write(`${spaceId}  ${seq}  ${fault}\n`)
  process.exitCode = 1
}
