import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#server/db/database.ts'
import { createQuarantine } from '#server/journal/quarantine.ts'
import { createLog } from '#server/log.ts'
import { authorIdSchema, documentIdSchema } from '#shared/ids.ts'
import { startProcess } from '#test/support/process.ts'
import { createTestClock } from '#test/support/testClock.ts'

const id = documentIdSchema.parse('c0ffee00-2026-4314-8000-000000000001')
const author = authorIdSchema.parse('author-1')

describe('npm run quarantine', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'quarantine-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function list(): Promise<{ code: number | null; output: string }> {
    const command = startProcess(['scripts/run.mjs', 'quarantine'], { DATA_DIR: folder })
    const { code } = await command.ended
    return { code, output: command.output }
  }

  it('says when, where, why and how large, never what; also while the server runs', async () => {
    const server = startProcess(['server/main.ts'], { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' })
    await server.until(/läuft/)
    expect(await list()).toMatchObject({ code: 0, output: expect.stringContaining('Quarantäne ist leer') })

    const file = path.join(folder, 'journal.db')
    const database = await openDatabase({ file, role: 'journal', log: createLog('silent') })
    const clock = createTestClock()
    const quarantine = createQuarantine({ database, clock })
    for (const reason of ['foreignClient', 'damagedRow']) {
      const bytes = new TextEncoder().encode('Geheimes')
      await quarantine.add({ documentId: id, generation: 1, author, client: 4711, reason, bytes })
      clock.advance(60_000)
    }
    await database.close()

    const { code, output } = await list()
    expect(code).toBe(0)
    expect(output).toContain('In der Quarantäne: 2.')
    expect(output).toContain('In quarantine: 2.')
    expect(output).toMatch(/^1 +2026-03-14T09:00:00.000Z +c0ffee00-\S+ +foreignClient +8$/m)
    expect(output).toMatch(/^2 +2026-03-14T09:01:00.000Z +c0ffee00-\S+ +damagedRow +8$/m)
    expect(output).not.toMatch(/Geheimes|author-1|4711/)

    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })

  it('says so where there is nothing yet, or only a folder of an earlier version', async () => {
    expect(await list()).toMatchObject({ code: 1, output: expect.stringContaining('noch nichts') })
    const older = new DatabaseSync(path.join(folder, 'journal.db'))
    older.exec('create table document (id text)')
    older.close()
    expect(await list()).toMatchObject({ code: 0, output: expect.stringContaining('Quarantäne ist leer') })
  })
})
