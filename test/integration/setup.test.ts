import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSetup } from '#server/access/setup.ts'
import { createSpaces } from '#server/access/spaces.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { createIdentity } from '#server/identity/identity.ts'
import { loadSecret } from '#server/identity/secret.ts'
import { createLog } from '#server/log.ts'
import { createTestClock } from '#test/support/testClock.ts'

const log = createLog('silent')
const clock = createTestClock()
let folder: string
let database: Database

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mitschrift-setup-'))
  database = await openDatabase({ file: path.join(folder, 'journal.db'), role: 'journal', log })
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

it('[SU2] of two who are at the last step together, one wins and the other is told', async () => {
  const secret = await loadSecret(folder)
  const identity = await createIdentity({ database, clock, log, secret, secure: false })
  const spaces = createSpaces({ database, clock })
  let arrived = 0
  let go = (): void => undefined
  const bothThere = new Promise<void>(resolve => {
    go = resolve
  })
  const setup = createSetup({
    database,
    clock,
    spaces,
    identity: {
      ...identity,
      // both have shown a valid link; only now may either go on
      async createPerson(person) {
        arrived += 1
        if (arrived === 2) go()
        await bothThere
        return identity.createPerson(person)
      },
    },
  })
  const token = await setup.newLink()
  if (token === null) throw new Error('there is no link')
  const redeem = (displayName: string) =>
    setup.redeem({ token, federation: 'Brückenschlag', space: 'Lindental', displayName })
  const results = await Promise.allSettled([redeem('Marlies'), redeem('Deniz')])

  expect(results.map(result => result.status).sort((a, b) => a.localeCompare(b))).toEqual([
    'fulfilled',
    'rejected',
  ])
  const loser = results.find(result => result.status === 'rejected')
  expect(loser?.reason).toMatchObject({ code: 'setupDone' })
  const rows = await database.kysely.selectFrom('space').select('name').execute()
  expect(rows.map(row => row.name)).toEqual(['Brückenschlag', 'Lindental'])
})
