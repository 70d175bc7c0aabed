import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog, type Log } from '#server/log.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { lockDatabase } from '#test/support/faults/lockDatabase.ts'
import { readStoredJournal } from '#test/support/faults/storedJournal.ts'
import { until } from '#test/support/faults/until.ts'
import { seedTwoSpaces, startTestApp, type TestApp, type Visitor } from '#test/support/testApp.ts'

const patienceMs = 60_000
const derivedFile = (app: TestApp): string => join(app.dataDir, 'derived.db')

describe('[a24] a projection that fails', () => {
  let dataDir: string
  let app: TestApp
  let editor: Visitor
  let documentId: DocumentId
  let otherId: DocumentId
  let errors: string[]
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'projection-'))
    errors = []
    const silent = createLog('silent')
    const log: Log = {
      ...silent,
      error: (_details: unknown, message?: string) => void errors.push(message ?? ''),
    }
    app = await startTestApp({ dataDir, overrides: { log } })
    const { here, editor: personId } = await seedTwoSpaces(app)
    editor = await app.signIn(personId)
    const create = async (): Promise<DocumentId> => {
      const id = documentIdSchema.parse(randomUUID())
      await editor.api.documents.create({ id, kind: 'minutes', spaceId: here, title: 'Before' })
      return id
    }
    documentId = await create()
    otherId = await create()
  })
  afterEach(async () => {
    await app.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  /** Renames the document as somebody who has it open does, and waits until that is acknowledged. */
  async function rename(title: string, id = documentId): Promise<void> {
    const client = editor.openDocument(id)
    await client.settled(patienceMs)
    minutes.open(client.doc, 'editor').record('header').set('title', title)
    await client.settled(patienceMs)
    expect(client.acknowledged.length).toBeGreaterThan(0)
    expect((await readStoredJournal(dataDir, id)).missing(client.acknowledged)).toEqual([])
    client.close()
  }
  const title = async (of = documentId): Promise<string | undefined> =>
    (await editor.api.documents.list()).find(({ id }) => id === of)?.title

  it('stores and acknowledges while a card waits for its locked file, and makes the card then', async () => {
    const release = lockDatabase(derivedFile(app))
    try {
      await rename('First')
      // a card is made a second after a change: by now one waits for the file
      await pause(1_500)
      await rename('While locked')
    } finally {
      release()
    }
    await until('the card', async () => (await title()) === 'While locked')
  })

  it('stores and acknowledges while no card can be made, and makes it when that works again', async () => {
    const derived = new DatabaseSync(derivedFile(app), { timeout: 5_000 })
    // a transaction that begins by writing waits for its turn; one that reads first is refused at once
    derived.exec('begin immediate; alter table card rename to lost; commit')
    try {
      await rename('While broken')
      await until('a card that could not be made', () => errors.includes('card not made, trying again'))
      // in another document, so that nothing but the failure brings the first one's card about
      await rename('Also while broken', otherId)
    } finally {
      derived.exec('begin immediate; alter table lost rename to card; commit')
      derived.close()
    }
    await until('the cards', async () => (await title()) === 'While broken')
    await until('the other card', async () => (await title(otherId)) === 'Also while broken')
  })

  it('makes everything anew when its file is gone', async () => {
    await rename('Kept in the journal')
    await app.close()
    for (const end of ['', '-wal', '-shm']) await rm(`${derivedFile(app)}${end}`, { force: true })
    app = await startTestApp({ dataDir })
    await app.app.cards.catchUp()
    expect((await app.app.cards.of([documentId])).get(documentId)?.title).toBe('Kept in the journal')
  })

  it('starts with a file that is no database, keeps the journal, and makes the cards anew', async () => {
    await rename('Kept in the journal')
    await app.close()
    const bytes = await readFile(derivedFile(app))
    await writeFile(derivedFile(app), bytes.fill(0x5a))
    app = await startTestApp({ dataDir })
    await app.app.cards.catchUp()
    expect((await app.app.cards.of([documentId])).get(documentId)?.title).toBe('Kept in the journal')
  })
})
