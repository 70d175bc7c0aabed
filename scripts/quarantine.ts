/** `npm run quarantine`: what the server refused or found damaged, as a list without content. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { say, stop } from '#server/console/say.ts'
import { startConfig } from '#server/console/startConfig.ts'
import { words } from '#server/console/words.ts'
import { openReadOnly } from '#server/db/database.ts'
import { DatabaseError } from '#server/db/databaseError.ts'
import { listQuarantine } from '#server/journal/quarantine.ts'

const { dataDir } = startConfig(process.env)
const file = path.join(dataDir, 'journal.db')
if (!existsSync(file)) stop(words.noData(dataDir))

// beside a running server: reading takes nothing from it, and its claim on the folder is left alone
const database = openReadOnly(file)
const list = await listQuarantine(database.kysely).catch((error: unknown) => {
  // a folder of an earlier version, before its first start with this one: nothing was kept there
  if (error instanceof DatabaseError && error.message.includes('no such table')) return []
  throw error
})
await database.close()

if (list.length === 0) say(words.quarantineEmpty)
else {
  say(words.quarantine(list.length))
  const lines = list.map(({ at, documentId, reason, size, kept }, index) => [
    String(index + 1),
    new Date(at).toISOString(),
    documentId,
    reason,
    kept ? String(size) : `(${size})`,
  ])
  const widths = [0, 1, 2, 3, 4].map(column => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  for (const line of lines) {
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    )
  }
}
