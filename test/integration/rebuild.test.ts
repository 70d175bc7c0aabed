import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentIdSchema } from '#shared/ids.ts'
import { startProcess } from '#test/support/process.ts'
import { seedTwoSpaces, startTestApp } from '#test/support/testApp.ts'

describe('npm run rebuild', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mitschrift-rebuild-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const run = () => startProcess(['scripts/run.mjs', 'rebuild'], { DATA_DIR: folder })

  it('says so where there is nothing yet', async () => {
    const command = run()
    expect(await command.ended).toMatchObject({ code: 1 })
    expect(command.output).toContain('holds nothing of Mitschrift yet')
  })

  it('makes the registers anew and says how far it is; beside a running server it touches nothing', async () => {
    const test = await startTestApp({ dataDir: folder })
    const people = await seedTwoSpaces(test)
    const { api } = await test.signIn(people.editor)
    for (let count = 0; count < 3; count++)
      await api.documents.create({
        id: documentIdSchema.parse(randomUUID()),
        kind: 'minutes',
        spaceId: people.here,
        title: 'Sitzung',
      })
    const beside = run()
    expect(await beside.ended).toMatchObject({ code: 1 })
    expect(beside.output).toContain('Another process')
    await test.close()

    const derived = new DatabaseSync(path.join(folder, 'derived.db'))
    derived.exec('delete from register_source')
    const command = run()
    expect(await command.ended).toMatchObject({ code: 0 })
    expect(command.output).toContain('3 / 3')
    expect(command.output).toContain('from 3 documents')
    expect(derived.prepare('select count(*) as count from register_source').get()).toEqual({ count: 3 })
    derived.close()
  })
})
