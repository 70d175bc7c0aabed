import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { seedTwoSpaces, startTestApp, type TestApp } from '#test/support/testApp.ts'
import { createTestClock, type TestClock } from '#test/support/testClock.ts'

let dataDir: string
let clock: TestClock
let test: TestApp
let people: Awaited<ReturnType<typeof seedTwoSpaces>>

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'mitschrift-documents-'))
  // 23:30 in Berlin is still the day before in Greenwich
  clock = createTestClock(Date.parse('2026-03-13T23:30:00Z'))
  test = await start()
  people = await seedTwoSpaces(test)
})
afterEach(async () => {
  await test.close()
  await rm(dataDir, { recursive: true, force: true })
})

const start = () => startTestApp({ dataDir, overrides: { clock }, env: { TZ: 'Europe/Berlin' } })
const newId = (): DocumentId => documentIdSchema.parse(randomUUID())

async function create(id = newId(), title = 'Protokoll der 1. Sitzung'): Promise<DocumentId> {
  const { api } = await test.signIn(people.editor)
  await api.documents.create({ id, kind: 'minutes', spaceId: people.here, title })
  return id
}
const cards = async () => (await test.signIn(people.reader)).api.documents.list()
const room = (documentId: DocumentId) => ({ documentId, generation: 1 })

it('a new document has its title and today, the day of the place, and stands on the desk', async () => {
  const id = await create()
  const value = await test.app.collab.read(room(id), doc => minutes.project(doc).value)
  expect(value.header).toMatchObject({ title: 'Protokoll der 1. Sitzung', date: '2026-03-14' })
  expect(await cards()).toEqual([
    {
      id,
      kind: 'minutes',
      spaceId: people.here,
      generation: 1,
      title: 'Protokoll der 1. Sitzung',
      date: '2026-03-14',
      start: null,
      place: null,
      outline: [],
      changedAt: clock.now(),
      changedBy: 'editor',
    },
  ])
})

it('creating is idempotent by id, also ten times at once', async () => {
  const id = newId()
  await Promise.all(Array.from({ length: 10 }, () => create(id)))
  await create(id, 'Ein anderer Titel')
  expect(await cards()).toMatchObject([{ id, title: 'Protokoll der 1. Sitzung' }])
})

it.each([
  ['before its first row', false],
  ['after the seed, its first row', true],
])('a creation that was cut off %s is completed by asking again', async (_, hasSeed) => {
  const member = await test.app.spaces.membership(people.here, people.editor)
  const id = newId()
  await test.app.database.kysely
    .insertInto('document')
    .values({
      id,
      kind: 'minutes',
      space_id: people.here,
      generation: 1,
      schema_version: 1,
      created_at: clock.now(),
      created_by: member?.authorId ?? '',
    })
    .execute()
  // whoever looks into it brings the seed
  if (hasSeed) await test.app.collab.read(room(id), () => undefined)
  await create(id)
  expect(await cards()).toMatchObject([{ id, title: 'Protokoll der 1. Sitzung' }])
})

it('[CA1] a change is on the card two seconds later, and ten seconds later while people go on', async () => {
  const id = await create()
  const coordinator = await test.signIn(people.coordinator)
  const client = coordinator.openDocument(id)
  await client.settled()
  minutes.open(client.doc).list('agenda').add('top1', { title: 'Begrüßung' })
  await client.settled()
  expect(await cards()).toMatchObject([{ outline: [] }])
  clock.advance(2_000)
  await test.app.cards.settled()
  expect(await cards()).toMatchObject([{ outline: ['Begrüßung'], changedBy: 'coordinator' }])
  minutes.open(client.doc).list('agenda').add('top2', { title: 'Kasse' })
  await client.settled()
  clock.advance(9_000)
  await test.app.cards.settled()
  expect(await cards()).toMatchObject([{ outline: ['Begrüßung'] }])
  clock.advance(1_000)
  await test.app.cards.settled()
  expect(await cards()).toMatchObject([{ outline: ['Begrüßung', 'Kasse'] }])
  // [a10] a clock that is set right lets no card wait longer
  clock.advance(-86_400_000)
  minutes.open(client.doc).list('agenda').add('top3', { title: 'Neues' })
  await client.settled()
  clock.advance(10_000)
  await test.app.cards.settled()
  expect(await cards()).toMatchObject([{ outline: ['Begrüßung', 'Kasse', 'Neues'] }])
})

it('[CA1] a change just before the end is on the card at the next start', async () => {
  const id = await create()
  await test.app.collab.edit(room(id), null, doc =>
    minutes.open(doc).record('header').set('place', 'Alte Färberei'),
  )
  await test.close()
  test = await start()
  expect(await cards()).toMatchObject([{ place: 'Alte Färberei' }])
})

it('[CA2] the cards come back when derived.db is lost', async () => {
  await create()
  const before = await cards()
  await test.close()
  for (const name of ['derived.db', 'derived.db-wal', 'derived.db-shm']) {
    await rm(path.join(dataDir, name), { force: true })
  }
  test = await start()
  await test.app.cards.settled()
  expect(await cards()).toEqual(before)
})
