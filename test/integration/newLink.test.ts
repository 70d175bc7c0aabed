import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccess } from '#server/access/access.ts'
import { createChanges } from '#server/lib/changes.ts'
import type { NewLink } from '#shared/api/contract.ts'
import { type PersonId, personIdSchema, type SpaceId } from '#shared/ids.ts'
import type { Role } from '#shared/permissions.ts'
import { seedTwoSpaces, startTestApp, type TestApp, type Visitor } from '#test/support/testApp.ts'
import { createTestClock } from '#test/support/testClock.ts'

const hour = 60 * 60 * 1000
const clock = createTestClock()

let test: TestApp
let people: Awaited<ReturnType<typeof seedTwoSpaces>>
beforeAll(async () => {
  test = await startTestApp({ overrides: { clock } })
  people = await seedTwoSpaces(test)
})
afterAll(() => test.close())

const join = (spaceId: SpaceId, personId: PersonId, role: Role = 'editor') =>
  test.app.spaces.addMember(spaceId, { personId, displayName: 'Neu', label: '', role })
const newcomer = async (...spaces: SpaceId[]): Promise<PersonId> => {
  const personId = await test.app.identity.createPerson({ displayName: 'Neu' })
  for (const spaceId of spaces) await join(spaceId, personId)
  return personId
}
/** Opens the link on a browser that knows nobody yet. */
async function use({
  link,
}: NewLink): Promise<{ status: number; visitor: Visitor; person: PersonId | null }> {
  const visitor = test.visitor()
  const { status } = await visitor.post('/api/sign-in', { token: link.slice(link.indexOf('#') + 1) })
  return { status, visitor, person: (await visitor.api.session.current()).person?.id ?? null }
}
/** The whole answer as somebody outside could compare it. */
async function answerTo(visitor: Visitor, spaceId: SpaceId, personId: PersonId) {
  const response = await visitor.post('/api/rpc/spaces/newLink', { json: { spaceId, personId } })
  return { status: response.status, body: await response.text() }
}

describe('a link for a further device', () => {
  it.each(['coordinator', 'editor', 'reviewer', 'reader'] as const)(
    'signs a %s in once, as the same person, and leaves the first device alone',
    async who => {
      const first = await test.signIn(people[who])
      const made = await first.api.session.newLink()
      expect(made.link).toMatch(/^\/anmelden#[\w-]{43}$/)
      const second = await use(made)
      expect(second.person).toBe(people[who])
      expect((await first.api.session.current()).person?.id).toBe(people[who])
      expect(await use(made)).toMatchObject({ status: 400, person: null })
    },
  )

  it('lasts a day', async () => {
    const visitor = await test.signIn(people.editor)
    const made = await visitor.api.session.newLink()
    expect(made.expiresAt).toBe(clock.now() + 24 * hour)
    clock.advance(24 * hour)
    expect(await use(made)).toMatchObject({ status: 400, person: null })
  })
})

describe('a new link for a member', () => {
  it('signs in as the member, once, and lasts a week', async () => {
    const member = await newcomer(people.here)
    const { api } = await test.signIn(people.coordinator)
    const made = await api.spaces.newLink({ spaceId: people.here, personId: member })
    expect(made.expiresAt).toBe(clock.now() + 7 * 24 * hour)
    clock.advance(7 * 24 * hour - 1)
    expect((await use(made)).person).toBe(member)
    expect(await use(made)).toMatchObject({ status: 400, person: null })
  })

  it('is made by no editor, reviewer, reader or stranger', async () => {
    const member = await newcomer(people.here)
    for (const who of ['editor', 'reviewer', 'reader', 'stranger'] as const) {
      const visitor = await test.signIn(people[who])
      const absent = await answerTo(visitor, people.here, personIdSchema.parse(randomUUID()))
      expect(absent.status).toBe(404)
      expect(await answerTo(visitor, people.here, member)).toEqual(absent)
    }
  })

  it('is not made for somebody who also belongs elsewhere: no coordinator gets into another group by it', async () => {
    const member = await newcomer(people.here, people.elsewhere)
    const visitor = await test.signIn(people.coordinator)
    const waiting = await test.app.identity.createPersonalLink(member, { uses: 'once', expiresInMs: hour })
    const refused = await answerTo(visitor, people.here, member)
    expect(refused.status).toBe(404)
    expect(refused).toEqual(await answerTo(visitor, people.here, personIdSchema.parse(randomUUID())))
    expect(refused).toEqual(await answerTo(visitor, people.elsewhere, member))
    // a refused question changes nothing: the link the person holds still works
    expect((await test.visitor().post('/api/sign-in', { token: waiting })).status).toBe(200)
  })

  it('needs the coordinator in every space, a lesser role there is not enough', async () => {
    const member = await newcomer(people.here, people.elsewhere)
    const both = await newcomer(people.here)
    await join(people.here, both, 'coordinator')
    await join(people.elsewhere, both, 'editor')
    const visitor = await test.signIn(both)
    expect((await answerTo(visitor, people.here, member)).status).toBe(404)
    await join(people.elsewhere, both, 'coordinator')
    expect((await answerTo(visitor, people.here, member)).status).toBe(200)
  })

  it('is not made in a space the person does not belong to', async () => {
    const visitor = await test.signIn(people.coordinator)
    expect((await answerTo(visitor, people.here, people.stranger)).status).toBe(404)
    const outsider = await newcomer()
    expect((await answerTo(visitor, people.here, outsider)).status).toBe(404)
  })

  it('is not made where the person joins the space only while the question is answered', async () => {
    const access = createAccess({
      identity: test.app.identity,
      spaces: { ...test.app.spaces, ofPerson: async () => [] },
      changes: createChanges(),
      findDocument: async () => null,
    })
    expect(await access.overMember(people.reader, people.here, people.editor, 'newLink')).toBeNull()
  })
})
