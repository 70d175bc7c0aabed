import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { a1Content } from '#server/demo/minutesA1.ts'
import { regionTeamOfA1 } from '#server/demo/regionTeam.ts'
import { createLog, type Log } from '#server/log.ts'
import type { Progress } from '#server/projections/projections.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { fillMinutes, type MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { commandIdSchema } from '#shared/ledger/row.ts'
import { until } from '#test/support/faults/until.ts'
import { seedTwoSpaces, startTestApp, type TestApp } from '#test/support/testApp.ts'

let dataDir: string
let test: TestApp
let people: Awaited<ReturnType<typeof seedTwoSpaces>>
let errors: string[]
const silent = createLog('silent')
const log: Log = { ...silent, error: (_: unknown, message?: string) => void errors.push(message ?? '') }

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'mitschrift-registers-'))
  errors = []
  test = await startTestApp({ dataDir, overrides: { log } })
  people = await seedTwoSpaces(test)
})
afterEach(async () => {
  await test.close()
  await rm(dataDir, { recursive: true, force: true })
})

const newId = (): DocumentId => documentIdSchema.parse(randomUUID())

async function create(content: MinutesContent, spaceId = people.here): Promise<DocumentId> {
  const id = newId()
  const personId = spaceId === people.here ? people.editor : people.stranger
  const member = await test.app.spaces.membership(spaceId, personId)
  if (!member) throw new Error('Nobody writes here')
  await test.app.documents.create({ id, kind: 'minutes', spaceId, title: 'Sitzung' }, member, {
    fill: doc => fillMinutes(minutes.open(doc), content),
  })
  return id
}
const rename = (id: DocumentId, what: string) =>
  test.app.collab.edit({ documentId: id, generation: 1 }, null, doc => {
    minutes.open(doc).list('tasks').get('T1')?.set('what', what)
  })
/** Both tables as they lie in the file, in one order. */
async function tables() {
  const derived = test.app.projections.entries
  const spaces = [people.here, people.elsewhere]
  return Promise.all(
    (['decision', 'task', 'visit', 'meeting', 'earlyWarning', 'group'] as const).map(name =>
      derived.of(spaces, name),
    ),
  )
}
/** Lets the file hold something else than the journal says: it answers until all is made anew. */
async function otherTables() {
  const derived = new DatabaseSync(path.join(dataDir, 'derived.db'), { timeout: 5_000 })
  derived.exec(`update register_entry set content = replace(content, 'Raum', 'Saal')`)
  derived.close()
  return tables()
}
const whats = async () =>
  (await test.app.projections.entries.of([people.here], 'task')).map(({ what }) => what).sort()

describe('the registers', () => {
  it('[PJ1] follow a change, and are there when the server has left', async () => {
    const id = await create({ tasks: [{ id: 'T1', what: 'Raum anfragen', who: [], due: null }] })
    await test.app.projections.refresh(id)
    expect(await whats()).toEqual(['Raum anfragen'])
    await rename(id, 'Raum bestätigen')
    await test.close()
    test = await startTestApp({ dataDir, overrides: { log } })
    expect(await whats()).toEqual(['Raum bestätigen'])
  })

  it('[RS1] what saw less of a document does not replace what saw more', async () => {
    const id = await create({ tasks: [{ id: 'T1', what: 'alt', who: [], due: null }] })
    const { projections, ...app } = test.app
    let letGo: () => void = () => undefined
    const held = new Promise<void>(resolve => {
      letGo = resolve
    })
    const read = app.collab.read.bind(app.collab)
    let isFirst = true
    app.collab.read = async (room, look) => {
      const result = await read(room, look)
      if (isFirst) {
        isFirst = false
        await held
      }
      return result
    }
    const slow = projections.refresh(id)
    await rename(id, 'neu')
    await projections.refresh(id)
    letGo()
    await slow
    expect(await whats()).toEqual(['neu'])
  })

  it('[a24] fail without disturbing whoever stores, and are made when that works again', async () => {
    const id = await create({ tasks: [{ id: 'T1', what: 'vorher', who: [], due: null }] })
    await test.app.projections.refresh(id)
    const read = test.app.collab.read.bind(test.app.collab)
    test.app.collab.read = async () => Promise.reject(new Error('broken on purpose'))
    await rename(id, 'nachher')
    await until('the failure', () => errors.includes('registers not made, trying again'))
    expect(await whats()).toEqual(['vorher'])
    test.app.collab.read = read
    await until('the entries', async () => (await whats())[0] === 'nachher')
  })

  it('[PJ2] what is missing or behind is made by catchUp, in journal and in ledger', async () => {
    const id = await create({ tasks: [{ id: 'T1', what: 'eins', who: [], due: null }] })
    await test.app.projections.catchUp()
    expect(await whats()).toEqual(['eins'])
    await rename(id, 'zwei')
    await test.app.projections.catchUp()
    expect(await whats()).toEqual(['zwei'])
    const member = await test.app.spaces.membership(people.here, people.editor)
    const entry = {
      documentId: id,
      spaceId: people.here,
      commandId: commandIdSchema.parse(randomUUID()),
      actor: member?.authorId ?? null,
      generation: 1,
      journalSeq: 2,
      payloads: [
        {
          kind: 'electionConfirmed',
          election: 'w1',
          round: 1,
          on: '2026-03-14',
          at: '10:00',
          by: people.editor,
          rule: 'einfach',
          candidates: [],
          E: 0,
          elected: [],
        },
      ],
    }
    await test.app.ledger.alone(people.here, async () =>
      test.app.ledger.write(await test.app.ledger.prepare(entry)),
    )
    const decided = () => test.app.projections.entries.of([people.here], 'decision')
    expect(await decided()).toEqual([])
    await test.app.projections.catchUp()
    expect(await decided()).toMatchObject([{ path: 'elections/w1', result: 'abgelehnt' }])
  })

  it('[PJ3] of a document that cannot be read the entries stay while all others are made anew', async () => {
    const broken = await create({ tasks: [{ id: 'T1', what: 'bleibt', who: [], due: null }] })
    await create({ tasks: [{ id: 'T1', what: 'neu', who: [], due: null }] })
    await test.app.projections.catchUp()
    const read = test.app.collab.read.bind(test.app.collab)
    test.app.collab.read = async (room, look) =>
      room.documentId === broken ? Promise.reject(new Error('broken on purpose')) : read(room, look)
    expect(await test.app.projections.rebuild()).toEqual({ done: 2, total: 2 })
    expect(await whats()).toEqual(['bleibt', 'neu'])
    test.app.collab.read = read
  })

  it('[PJ3] one that was ended leaves everything as it was', async () => {
    await create({ tasks: [{ id: 'T1', what: 'Raum eins', who: [], due: null }] })
    await create({ tasks: [{ id: 'T1', what: 'Raum zwei', who: [], due: null }] })
    await test.app.projections.catchUp()
    const before = await otherTables()
    const ending = new AbortController()
    const made = await test.app.projections.rebuild({
      signal: ending.signal,
      onProgress: ({ done }) => (done === 1 ? ending.abort() : undefined),
    })
    expect(made).toEqual({ done: 1, total: 2 })
    expect(await tables()).toEqual(before)
  })

  it('[RS2] what changes meanwhile is there at once, and after all is made anew', async () => {
    for (let count = 0; count < 2; count++)
      await create({ tasks: [{ id: 'T1', what: 'alt', who: [], due: null }] })
    await test.app.projections.catchUp()
    let meanwhile: readonly string[] = []
    const read = test.app.collab.read.bind(test.app.collab)
    const made: DocumentId[] = []
    // the second of the two waits until the first, made anew already, has changed again
    test.app.collab.read = async (room, look) => {
      made.push(room.documentId)
      const [first] = made
      if (made.length === 2 && first) {
        await rename(first, 'neu')
        await test.app.projections.refresh(first)
        meanwhile = await whats()
      }
      return read(room, look)
    }
    await test.app.projections.rebuild()
    expect(meanwhile).toEqual(['alt', 'neu'])
    expect(await whats()).toEqual(['alt', 'neu'])
  })

  it('[PJ3] a coordinator makes those of the own space anew and hears of no other', async () => {
    await create({ tasks: [{ id: 'T1', what: 'hier', who: [], due: null }] })
    for (let count = 0; count < 3; count++) await create({}, people.elsewhere)
    const { api } = await test.signIn(people.coordinator)
    const begun = await api.registers.rebuild({ spaceId: people.here })
    const seen = [begun]
    await until('the end', async () => {
      const now = await api.registers.rebuildState({ spaceId: people.here })
      seen.push(now)
      return now.state === 'resting'
    })
    expect(seen.every(now => now.state === 'resting' || now.total <= 1)).toBe(true)
    const editor = await test.signIn(people.editor)
    await expect(editor.api.registers.rebuild({ spaceId: people.here })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('a rebuild of 2,000 documents', () => {
  const total = 2_000

  /** Minutes such as A1, and every tenth a short report on a visit: straight into the journal. */
  async function fillJournal(): Promise<void> {
    const content = { ...a1Content(), regionTeam: regionTeamOfA1('A2') }
    const bytes = [0, 1].map(which => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, minutes.seed)
      fillMinutes(
        minutes.open(doc),
        which === 0
          ? content
          : {
              header: { meetingKind: 'gruppenbesuch', date: '2026-01-22', title: 'Besuch' },
              visit: { visitedGroup: 'Windlicht Auenstedt', visitors: [people.editor] },
            },
      )
      return Y.encodeStateAsUpdate(doc)
    })
    const author = (await test.app.spaces.membership(people.here, people.editor))?.authorId ?? ''
    const ids = Array.from({ length: total }, newId)
    await test.app.database.transact(async trx => {
      for (let from = 0; from < total; from += 500) {
        const some = ids.slice(from, from + 500)
        await trx
          .insertInto('document')
          .values(
            some.map((id, index) => ({
              id,
              kind: 'minutes',
              space_id: index % 4 === 3 ? people.elsewhere : people.here,
              generation: 1,
              schema_version: minutes.schemaVersion,
              created_at: 0,
              created_by: author,
            })),
          )
          .execute()
      }
    })
    const append = (id: DocumentId, index: number) =>
      test.app.journal.append({
        documentId: id,
        generation: 1,
        author: null,
        bytes: bytes[index % 10 === 9 ? 1 : 0] ?? new Uint8Array(),
      })
    await Promise.all(ids.map(append))
  }

  it('gives equal tables, answers meanwhile, and shows how far it is', { timeout: 120_000 }, async () => {
    await fillJournal()
    await test.app.projections.catchUp()
    const before = await tables()
    expect(before[0]?.length).toBe(0)
    expect(before[1]?.length).toBe(total * 0.9 * 8)
    expect(before[2]?.length).toBe(total * 0.9 * 2 + total * 0.1)

    const wrong = await otherTables()
    expect(wrong).not.toEqual(before)

    const seen: Progress[] = []
    let meanwhile: unknown = null
    const began = performance.now()
    const rebuilding = test.app.projections.rebuild({
      onProgress(progress) {
        seen.push(progress)
        if (progress.done === total / 2) meanwhile = tables()
      },
    })
    expect(await rebuilding).toEqual({ done: total, total })
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(`rebuild of ${total} documents: ${seconds.toFixed(1)} s\n`)
    expect(await meanwhile).toEqual(wrong)
    expect(seen.map(({ done }) => done)).toEqual(Array.from({ length: total + 1 }, (_, done) => done))
    expect(await tables()).toEqual(before)
  })
})
