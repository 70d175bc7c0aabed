/**
 * The real server as a child process on a data folder that outlives it: `demoProcess.ts FOLDER PORT [showcase]`.
 * An empty folder is filled with the invented federation and A1, or with every kind of document. Tells its parent over IPC where it listens
 * and how each person signs in, and answers what it projects.
 */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { createApp } from '#server/app.ts'
import { type Clock, systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { readFixture } from '#server/demo/files.ts'
import { seedDemo } from '#server/demo/seed.ts'
import { signInPath } from '#server/http/paths.ts'
import { documentIdSchema, personIdSchema } from '#shared/ids.ts'
import { loadKinds } from '#shared/kinds/registry.ts'
import { type DemoAnswer, type DemoRequest, demoRequestSchema } from './demoMessages.ts'

const [folder = '', port = '0', content] = process.argv.slice(2)
const tell = (answer: DemoAnswer): void => void process.send?.(answer)

const isNew = !existsSync(path.join(folder, 'journal.db'))
/** Runs like the real one, from wherever the parent sets it. */
let ahead = 0
const clock: Clock = { ...systemClock, now: () => Date.now() + ahead }

const kinds = await loadKinds()
const config = readConfig({ ...process.env, DATA_DIR: folder, PORT: port, BASE_URL: '', LOG_LEVEL: 'warn' })
const app = await createApp(config, { clock, kinds })
const leave = (): void => {
  void app.close().then(() => process.exit(0))
}
process.once('SIGTERM', leave)
process.once('disconnect', leave)

if (isNew) await seedDemo(app, { showcase: content === 'showcase' })
const { url } = await app.listen()

const { persons } = z
  .object({ persons: z.array(z.object({ id: personIdSchema, name: z.string() })) })
  .parse(readFixture('cast'))
const links: Record<string, string> = {}
for (const { id } of persons) {
  const token = await app.identity.createPersonalLink(id, { uses: 'untilExpiry', expiresInMs: 3_600_000 })
  links[id] = `${url}${signInPath(token)}`
}
tell({ type: 'listening', url, links })

process.on('message', (message: unknown) => void answer(demoRequestSchema.parse(message)))

async function answer(request: DemoRequest): Promise<void> {
  if (request.type === 'time') {
    ahead = request.now - Date.now()
    tell({ type: 'timeSet', id: request.id })
    return
  }
  const documentId = documentIdSchema.parse(request.documentId)
  if (request.type === 'rows') {
    tell({ type: 'rows', id: request.id, rows: await app.ledger.rows(documentId) })
    return
  }
  const row = await app.database.kysely
    .selectFrom('document')
    .select(['kind', 'generation'])
    .where('id', '=', documentId)
    .executeTakeFirst()
  const kind = row && kinds.get(row.kind)
  const value =
    row && kind
      ? await app.collab.read({ documentId, generation: row.generation }, doc => kind.project(doc).value)
      : null
  tell({ type: 'projection', id: request.id, value })
}
