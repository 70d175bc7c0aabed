import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DocumentId, documentIdSchema, type PersonId } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { CollabClient } from '#test/support/collabClient.ts'
import { seedTwoSpaces, startTestApp, type TestApp } from '#test/support/testApp.ts'

let test: TestApp
let people: Awaited<ReturnType<typeof seedTwoSpaces>>
let documentId: DocumentId

const newId = (): DocumentId => documentIdSchema.parse(randomUUID())
const titleOf = (client: CollabClient): string => minutes.project(client.doc).value.header.title

beforeAll(async () => {
  test = await startTestApp()
  people = await seedTwoSpaces(test)
  documentId = newId()
  const editor = await test.signIn(people.editor)
  await editor.api.documents.create({
    id: documentId,
    kind: 'minutes',
    spaceId: people.here,
    title: 'Sitzung',
  })
})
afterAll(() => test.close())

type Name = 'coordinator' | 'editor' | 'reviewer' | 'reader' | 'stranger'
const table: readonly {
  who: Name
  opens: boolean
  writes: boolean
  creates: boolean
  addsPeople: boolean
}[] = [
  { who: 'coordinator', opens: true, writes: true, creates: true, addsPeople: true },
  { who: 'editor', opens: true, writes: true, creates: true, addsPeople: false },
  { who: 'reviewer', opens: true, writes: false, creates: false, addsPeople: false },
  { who: 'reader', opens: true, writes: false, creates: false, addsPeople: false },
  { who: 'stranger', opens: false, writes: false, creates: false, addsPeople: false },
]

/** The answer as a person outside could compare it. */
const refusalOf = async (answer: Promise<unknown>): Promise<unknown> => {
  try {
    await answer
  } catch (error) {
    return error instanceof Error && 'data' in error ? error.data : error
  }
  return null
}
const notFound = { code: 'notFound', fields: {} }

describe.each(table)('$who', ({ who, opens, writes, creates, addsPeople }) => {
  const signIn = () => test.signIn(people[who])

  it(`${opens ? 'sees' : 'does not see'} the document over HTTP`, async () => {
    const { api } = await signIn()
    expect(await refusalOf(api.documents.open({ id: documentId }))).toEqual(opens ? null : notFound)
    expect((await api.documents.list()).map(card => card.id).includes(documentId)).toBe(opens)
    expect(await refusalOf(api.spaces.members({ spaceId: people.here }))).toEqual(opens ? null : notFound)
    expect((await api.spaces.list()).some(space => space.id === people.here)).toBe(opens)
  })

  it(`${opens ? 'opens' : 'does not open'} it over the websocket${writes ? ' and writes' : ''}`, async () => {
    const client = (await signIn()).openDocument(documentId)
    if (!opens) {
      await client.until('the refusal', () => client.refusal !== null)
      expect(client.refusal).toBe('notFound')
      expect(client.doc.share.size === 0 || titleOf(client) === '').toBe(true)
      return
    }
    await client.until('the document', () => titleOf(client) !== '')
    await client.until('the welcome', () => client.notices.length > 0)
    expect(client.notices).toMatchObject([{ type: 'welcome', access: writes ? 'write' : 'read' }])
    if (!writes) return
    const before = await test.app.journal.durableSeq(documentId, 1)
    minutes.open(client.doc).record('header').set('number', who)
    await client.settled()
    expect(await test.app.journal.durableSeq(documentId, 1)).toBe(before + 1)
  })

  it(`${creates ? 'creates' : 'does not create'} documents`, async () => {
    const { api } = await signIn()
    const creation = api.documents.create({
      id: newId(),
      kind: 'minutes',
      spaceId: people.here,
      title: 'Neu',
    })
    expect(await refusalOf(creation)).toEqual(creates ? null : notFound)
  })

  it(`${addsPeople ? 'adds' : 'does not add'} people`, async () => {
    const { api } = await signIn()
    const adding = api.spaces.addPerson({
      spaceId: people.here,
      displayName: 'Neu',
      label: '',
      role: 'reader',
    })
    expect(await refusalOf(adding)).toEqual(addsPeople ? null : notFound)
  })
})

describe('absent and forbidden', () => {
  it('[b34] answer alike, to the last byte', async () => {
    const stranger = await test.signIn(people.stranger)
    const ask = async (id: string) => {
      const response = await stranger.post('/api/rpc/documents/open', { json: { id } })
      return { status: response.status, body: await response.text() }
    }
    expect(await ask(documentId)).toEqual(await ask(randomUUID()))
  })

  it('[b34] answer alike at the websocket', async () => {
    const stranger = await test.signIn(people.stranger)
    const refusals = []
    for (const id of [documentId, newId()]) {
      const client = stranger.openDocument(id)
      await client.until('the refusal', () => client.refusal !== null)
      refusals.push(client.refusal)
    }
    expect(refusals).toEqual(['notFound', 'notFound'])
  })

  it('a creation under somebody else’s id is not told what that id is', async () => {
    const stranger = await test.signIn(people.stranger)
    const taken = stranger.api.documents.create({
      id: documentId,
      kind: 'minutes',
      spaceId: people.elsewhere,
      title: 'Meins',
    })
    expect(await refusalOf(taken)).toEqual(notFound)
  })
})

describe('nobody', () => {
  it('sees nothing over HTTP', async () => {
    const { api } = test.visitor()
    for (const answer of [
      api.documents.list(),
      api.documents.open({ id: documentId }),
      api.spaces.list(),
      api.spaces.members({ spaceId: people.here }),
    ]) {
      expect(await refusalOf(answer)).toEqual({ code: 'signedOut', fields: {} })
    }
  })

  it('sees nothing over the websocket', async () => {
    const client = test.visitor().openDocument(documentId)
    await client.until('the refusal', () => client.refusal !== null)
    expect(client.refusal).toBe('signedOut')
  })
})

describe('a membership that ends', () => {
  const joinHere = async (): Promise<PersonId> => {
    const personId = await test.app.identity.createPerson({ displayName: 'Gast' })
    await test.app.spaces.addMember(people.here, { personId, displayName: 'Gast', label: '', role: 'editor' })
    return personId
  }

  it('[SP1] ends HTTP at once, and writing on the open socket', async () => {
    const personId = await joinHere()
    const guest = await test.signIn(personId)
    const client = guest.openDocument(documentId)
    await client.until('the document', () => titleOf(client) !== '')
    await test.app.spaces.removeMember(people.here, personId)

    expect(await refusalOf(guest.api.documents.open({ id: documentId }))).toEqual(notFound)
    const before = await test.app.journal.durableSeq(documentId, 1)
    minutes.open(client.doc).record('header').set('place', 'Nirgends')
    await client.until(
      'the end of the socket or a refusal',
      () => client.refusedFrames > 0 || client.closeCodes.length > 0 || client.refusal !== null,
    )
    expect(await test.app.journal.durableSeq(documentId, 1)).toBe(before)
  })

  it('[SP1] a demotion to reader ends writing on the open socket', async () => {
    const personId = await joinHere()
    const client = (await test.signIn(personId)).openDocument(documentId)
    await client.until('the document', () => titleOf(client) !== '')
    await test.app.spaces.addMember(people.here, { personId, displayName: 'Gast', label: '', role: 'reader' })
    const before = await test.app.journal.durableSeq(documentId, 1)
    minutes.open(client.doc).record('header').set('place', 'Nirgends')
    await client.until('the refusal of the frame', () => client.refusedFrames > 0)
    expect(client.notices.at(-1)).toMatchObject({ access: 'read' })
    expect(await test.app.journal.durableSeq(documentId, 1)).toBe(before)
  })
})

describe('a session that ends', () => {
  it('[C2] ends writing on the open socket', async () => {
    const guest = await test.signIn(people.editor)
    const client = guest.openDocument(documentId)
    await client.until('the document', () => titleOf(client) !== '')
    await guest.api.session.signOut()
    const before = await test.app.journal.durableSeq(documentId, 1)
    minutes.open(client.doc).record('header').set('place', 'Nirgends')
    await client.until('the end of the socket', () => client.closeCodes.length > 0)
    expect(await test.app.journal.durableSeq(documentId, 1)).toBe(before)
  })
})
