import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Doc } from 'yjs'
import { partId } from '#server/documents/kitParts.ts'
import { readLastChanges } from '#server/documents/lastChanges.ts'
import { proseElements } from '#shared/document/proseMaking.ts'
import { type DocumentId, documentIdSchema, type PersonId } from '#shared/ids.ts'
import { concept } from '#shared/kinds/concept/schema.ts'
import { groupRecord } from '#shared/kinds/groupRecord/schema.ts'
import { findings as itemFindings } from '#shared/kinds/kitItem/findings.ts'
import { originOf } from '#shared/kinds/kitItem/rules.ts'
import { kitItem } from '#shared/kinds/kitItem/schema.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { pressTemplate } from '#shared/kinds/pressTemplate/schema.ts'
import { masters } from '#shared/kinds/starterKit/masters/masters.ts'
import { starterKit } from '#shared/kinds/starterKit/schema.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { currentHandshake, openCollabClient } from '#test/support/collabClient.ts'
import { seedTwoSpaces, startTestApp, type TestApp, type Visitor } from '#test/support/testApp.ts'
import { createTestClock } from '#test/support/testClock.ts'

let dataDir: string
let test: TestApp
let people: Awaited<ReturnType<typeof seedTwoSpaces>>
const clock = createTestClock(Date.parse('2026-05-04T15:30:00Z'))
const start = () => startTestApp({ dataDir, overrides: { clock }, env: { TZ: 'Europe/Berlin' } })

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'mitschrift-kits-'))
  test = await start()
  people = await seedTwoSpaces(test)
})
afterEach(async () => {
  await test.close()
  await rm(dataDir, { recursive: true, force: true })
})

type OfAnItem = {
  project(doc: never): { value: { groupRecordId: string | null }; issues: unknown[] }
}
/** an item of each kind of document */
const itemKinds: readonly (readonly [OfAnItem, string])[] = [
  [kitItem, 'SP-01'],
  [minutes, 'SP-06'],
  [concept, 'SP-17'],
  [pressTemplate, 'SP-13'],
]

const newId = (): DocumentId => documentIdSchema.parse(randomUUID())
const title = 'Lichtblick Hohenlichtern'

const ask = ({ api }: Visitor, id: DocumentId, groupRecordId: DocumentId | null = null) =>
  api.kits.begin({ id, spaceId: people.here, title, groupRecordId })
async function packed(visitor: Visitor, id: DocumentId, groupRecordId: DocumentId | null = null) {
  for (;;) {
    const progress = await ask(visitor, id, groupRecordId)
    if (progress.done === progress.total) return progress
  }
}
const projected = <T>(
  kind: { project(doc: never): { value: T; issues: unknown[] } },
  documentId: DocumentId,
) => test.app.collab.read({ documentId, generation: 1 }, doc => kind.project(doc as never))
async function writeAs(person: PersonId, documentId: DocumentId, change: (doc: Doc) => void): Promise<void> {
  const member = await test.app.spaces.membership(people.here, person)
  if (member === null) throw new Error('No member of the space')
  await test.app.collab.edit({ documentId, generation: 1 }, member.authorId, change)
}
const kitOf = async (id: DocumentId) => (await projected(starterKit, id)).value

it('a kit has a folder and a document for every master, and a group record of its own', async () => {
  const editor = await test.signIn(people.editor)
  const id = newId()
  const { groupRecordId, total } = await packed(editor, id)
  expect(total).toBe(1 + masters.length)
  const kit = await kitOf(id)
  expect(kit.header).toEqual({
    title: `Starterpaket ${title}`,
    version: '1.0',
    asOf: '2026-03-01',
    packedOn: '2026-05-04',
  })
  expect(kit.groupRecordId).toBe(groupRecordId)
  expect(kit.items.map(item => item.code)).toEqual(masters.map(master => master.code))
  expect((await projected(groupRecord, groupRecordId)).value.group.name).toBe(title)
  for (const master of masters) {
    const entry = kit.items.find(item => item.code === master.code)
    expect(entry).toMatchObject({
      title: master.title,
      documentKind: master.documentKind,
      state: 'nicht_begonnen',
    })
    const documentId = documentIdSchema.parse(entry?.documentId)
    expect(documentId).toBe(partId(id, master.code))
    const { document } = await editor.api.documents.open({ id: documentId })
    expect(document).toEqual({
      id: documentId,
      kind: master.documentKind,
      spaceId: people.here,
      generation: 1,
    })
    if (master.documentKind !== 'kitItem') continue
    const { value, issues } = await projected(kitItem, documentId)
    expect(issues).toEqual([])
    expect(value.groupRecordId).toBeNull()
    expect(value.header).toMatchObject({ code: master.code, basedOn: { item: master.code, version: '1.0' } })
    expect(value.blocks.map(block => block.id)).toEqual(master.blocks.map(block => block.id))
    expect(value.blocks.map(originOf)).toEqual(master.blocks.map(() => 'unchanged'))
    expect(itemFindings(value).map(finding => finding.rule)).toEqual(master.review === null ? [] : ['KI02'])
  }
})

it('[SK1] asking again, also many at once, makes nothing twice', async () => {
  const [editor, coordinator] = [await test.signIn(people.editor), await test.signIn(people.coordinator)]
  const id = newId()
  await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index % 2 ? editor : coordinator, id)))
  await packed(editor, id)
  const before = await Promise.all(
    masters.map(({ code }) => test.app.journal.durableSeq(partId(id, code), 1)),
  )
  await packed(coordinator, id)
  const after = await Promise.all(masters.map(({ code }) => test.app.journal.durableSeq(partId(id, code), 1)))
  expect(after).toEqual(before)
  const { value } = await projected(kitItem, partId(id, 'SP-07'))
  expect(value.blocks).toHaveLength(12)
  for (const block of value.blocks) expect(originOf(block)).toBe('unchanged')
})

it('[SK2] its items lie in the kit from the beginning: no list shows them beside it', async () => {
  const editor = await test.signIn(people.editor)
  const id = newId()
  const besides = async () =>
    (await editor.api.documents.list()).filter(card => card.partOf === undefined).map(card => card.kind)
  await ask(editor, id)
  expect((await besides()).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['groupRecord', 'starterKit'])
  await packed(editor, id)
  expect((await besides()).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['groupRecord', 'starterKit'])
  const parts = (await editor.api.documents.list()).filter(card => card.partOf === id)
  expect(parts).toHaveLength(masters.length)
})

it('[SK3] a beginning that was cut off is gone on with, also by somebody else', async () => {
  const id = newId()
  const first = await ask(await test.signIn(people.editor), id)
  expect(first.done).toBeLessThan(first.total)
  expect((await kitOf(id)).header.packedOn).toBe(null)
  await test.close()
  test = await start()
  const coordinator = await test.signIn(people.coordinator)
  const second = await ask(coordinator, id)
  expect(second.done).toBeGreaterThan(first.done)
  expect(second.total).toBe(first.total)
  const last = await packed(coordinator, id, second.groupRecordId)
  expect(last).toEqual({ groupRecordId: first.groupRecordId, done: first.total, total: first.total })
  expect((await kitOf(id)).header.packedOn).toBe('2026-05-04')
})

it('[SK3] an item that was cut off after its seed is filled', async () => {
  const editor = await test.signIn(people.editor)
  const member = await test.app.spaces.membership(people.here, people.editor)
  const id = newId()
  const part = partId(id, 'SP-01')
  await test.app.database.kysely
    .insertInto('document')
    .values({
      id: part,
      kind: 'kitItem',
      space_id: people.here,
      generation: 1,
      schema_version: 1,
      created_at: clock.now(),
      created_by: member?.authorId ?? '',
    })
    .execute()
  await test.app.collab.read({ documentId: part, generation: 1 }, () => undefined)
  await packed(editor, id)
  expect((await projected(kitItem, part)).value.header.code).toBe('SP-01')
})

it('a group record that is there already is taken', async () => {
  const editor = await test.signIn(people.editor)
  const record = newId()
  await editor.api.documents.create({
    id: record,
    kind: 'groupRecord',
    spaceId: people.here,
    title: 'Lichtblick',
  })
  const id = newId()
  const { groupRecordId, total } = await packed(editor, id, record)
  expect(groupRecordId).toBe(record)
  expect(total).toBe(masters.length)
  expect((await kitOf(id)).groupRecordId).toBe(record)
  for (const [kind, code] of itemKinds)
    expect((await projected(kind, partId(id, code))).value.groupRecordId, `[SK4] ${code}`).toBeNull()
})

it('[b34] a group record of another space, another kind or of nobody is none', async () => {
  const editor = await test.signIn(people.editor)
  const stranger = await test.signIn(people.stranger)
  const [elsewhere, otherKind] = [newId(), newId()]
  const create = (visitor: Visitor, id: DocumentId, kind: string, spaceId: typeof people.here) =>
    visitor.api.documents.create({ id, kind, spaceId, title: 'Lichtblick' })
  await create(stranger, elsewhere, 'groupRecord', people.elsewhere)
  await create(editor, otherKind, 'minutes', people.here)
  for (const record of [elsewhere, otherKind, newId()])
    await expect(ask(editor, newId(), record)).rejects.toMatchObject({ data: { code: 'notFound' } })
  expect((await editor.api.documents.list()).map(card => card.id)).toEqual([otherKind])
})

it('[SK2] nobody hides a document of the space by naming it in a kit', async () => {
  const [editor, coordinator] = [await test.signIn(people.editor), await test.signIn(people.coordinator)]
  const [own, id, made] = [newId(), newId(), newId()]
  await editor.api.documents.create({ id: own, kind: 'minutes', spaceId: people.here, title: 'Sitzung' })
  const { groupRecordId } = await packed(coordinator, id)
  await coordinator.api.documents.create({ id: made, kind: 'starterKit', spaceId: people.here, title })
  const foreign = partId(id, 'SP-02')
  for (const [kit, at, documentId] of [
    [id, 'fremd', own],
    [id, 'SP-01', own],
    [id, 'angaben', groupRecordId],
    [id, 'selbst', id],
    [made, 'fremd', own],
    [made, 'anderer', foreign],
    [made, 'koffer', id],
  ] as const)
    await writeAs(people.coordinator, kit, doc => {
      const items = starterKit.open(doc).list('items')
      items.add(at, { documentId })
      items.get(at)?.set('documentId', documentId)
    })
  for (const kit of [id, made]) await test.app.cards.refresh(kit)
  const listed = new Map((await editor.api.documents.list()).map(card => [card.id, card.partOf]))
  for (const shown of [own, groupRecordId, id, made]) {
    expect(listed.has(shown)).toBe(true)
    expect(listed.get(shown)).toBeUndefined()
  }
  // what the kit was begun with lies in it, and nowhere else; what it names no more stands beside it again
  expect(listed.get(foreign)).toBe(id)
  expect(listed.has(partId(id, 'SP-01'))).toBe(true)
  expect(listed.get(partId(id, 'SP-01'))).toBeUndefined()
})

/**
 * The page offers no way to write there. From another client it is taken as every oddity is (ARCHITECTURE 5): to refuse
 * it would set aside all that somebody wrote on a train. It is told to everybody, and the journal says whose it is.
 */
it('[KI05] what another client writes in a locked block is told to everybody, with its author', async () => {
  const editor = await test.signIn(people.editor)
  const id = newId()
  await packed(editor, id)
  const documentId = partId(id, 'SP-25')
  const client = openCollabClient({
    url: `${test.url.replace('http', 'ws')}${collabPath}`,
    room: { documentId, generation: 1 },
    person: null,
    token: JSON.stringify({
      ...currentHandshake(7_025_025),
      schemaVersions: { kitItem: kitItem.schemaVersion },
    }),
    doc: Object.assign(new Doc(), { clientID: 7_025_025 }),
    socketOptions: { headers: { cookie: editor.cookie } },
  })
  try {
    await client.settled()
    const [first = ''] = kitItem.open(client.doc).list('blocks').ids()
    const block = kitItem.open(client.doc).list('blocks').get(first)
    expect(block?.get('locked')).toBe(true)
    block?.prose('body')?.push(proseElements(['Ruft lieber niemanden an.']))
    await client.settled()
    const { value } = await projected(kitItem, documentId)
    expect(itemFindings(value)).toContainEqual({
      rule: 'KI05',
      level: 'error',
      path: ['blocks', first, 'body'],
      detail: 'lockedChanged',
      fields: {},
    })
    const member = await test.app.spaces.membership(people.here, people.editor)
    const [last] = await readLastChanges(test.app.database, [documentId])
    expect(last?.author).toBe(member?.authorId)
  } finally {
    client.close()
  }
})

it('two kits that name each other are both shown', async () => {
  const editor = await test.signIn(people.editor)
  const ids = [newId(), newId()]
  for (const id of ids)
    await editor.api.documents.create({ id, kind: 'starterKit', spaceId: people.here, title })
  for (const [index, id] of ids.entries()) {
    await test.app.collab.edit({ documentId: id, generation: 1 }, null, doc =>
      starterKit
        .open(doc)
        .list('items')
        .add('x', { documentId: ids[1 - index] ?? null }),
    )
    await test.app.cards.refresh(id)
  }
  expect((await editor.api.documents.list()).map(card => card.partOf)).toEqual([undefined, undefined])
})

it.each(['reviewer', 'reader', 'stranger'] as const)('a %s cannot begin one', async who => {
  const id = newId()
  const visitor = await test.signIn(people[who])
  await expect(ask(visitor, id)).rejects.toMatchObject({ data: { code: 'notFound' } })
  await packed(await test.signIn(people.editor), id)
  await expect(ask(visitor, id)).rejects.toMatchObject({ data: { code: 'notFound' } })
})

it('somebody of another space who knows its id learns nothing and takes nothing away', async () => {
  const id = newId()
  await ask(await test.signIn(people.editor), id)
  const stranger = await test.signIn(people.stranger)
  const begin = stranger.api.kits.begin({ id, spaceId: people.elsewhere, title, groupRecordId: null })
  await expect(begin).rejects.toMatchObject({ data: { code: 'notFound' } })
  expect(await stranger.api.documents.list()).toEqual([])
  const { done, total } = await packed(await test.signIn(people.editor), id)
  expect(done).toBe(total)
})

it('a kit that names a document of another space does not hide it there', async () => {
  const editor = await test.signIn(people.editor)
  const own = newId()
  await editor.api.documents.create({ id: own, kind: 'minutes', spaceId: people.here, title: 'Sitzung' })
  await test.app.spaces.addMember(people.elsewhere, {
    personId: people.editor,
    displayName: 'Bernd',
    label: '',
    role: 'reader',
  })
  const id = newId()
  const stranger = await test.signIn(people.stranger)
  await stranger.api.kits.begin({ id, spaceId: people.elsewhere, title, groupRecordId: null })
  const member = await test.app.spaces.membership(people.elsewhere, people.stranger)
  if (member === null) throw new Error('The stranger belongs to no space')
  await test.app.collab.edit({ documentId: id, generation: 1 }, member.authorId, doc =>
    starterKit.open(doc).list('items').add('fremd', { documentId: own }),
  )
  await test.app.cards.refresh(id)
  const listed = await editor.api.documents.list()
  expect(listed.find(card => card.id === id)).toBeDefined()
  expect(listed.find(card => card.id === own)?.partOf).toBe(undefined)
})
