import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFixture } from '#server/demo/files.ts'
import { type DemoPerson, demoMinutesId, demoRegionId, seedDemo } from '#server/demo/seed.ts'
import { personIdSchema } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { asFixture, expectMatches } from '#test/support/minutesFixture.ts'
import { startTestApp, type TestApp } from '#test/support/testApp.ts'

let test: TestApp
let persons: readonly DemoPerson[]
beforeAll(async () => {
  test = await startTestApp()
  persons = await seedDemo(test.app)
})
afterAll(() => test.close())

const signIn = (id: string) => test.signIn(personIdSchema.parse(id))

describe('the demo', () => {
  it('has the minutes A1 as they are in a.start, as a whole', async () => {
    const room = { documentId: demoMinutesId, generation: 1 }
    const { value, issues } = await test.app.collab.read(room, doc => minutes.project(doc))
    expect(issues).toEqual([])
    expectMatches(asFixture(value), readFixture('a.start'))
  })

  it('has all thirteen people, under the ids of the cast', () => {
    expect(persons).toHaveLength(13)
    expect(persons.map(person => person.id)).toContain('u.jw')
  })

  it('puts seven people into the region, the chair first, in eight tones at most', async () => {
    const { api } = await signIn('u.dy')
    const { document, space, members } = await api.documents.open({ id: demoMinutesId })
    expect(document.spaceId).toBe(demoRegionId)
    expect(space).toMatchObject({ level: 'regionalAssociation', role: 'editor', parentId: 'org.land' })
    expect(members.map(({ personId, role }) => [personId, role])).toEqual([
      ['u.ma', 'coordinator'],
      ['u.dy', 'editor'],
      ['u.hp', 'editor'],
      ['u.jw', 'editor'],
      ['u.sk', 'editor'],
      ['u.gt', 'editor'],
      ['u.ro', 'editor'],
    ])
    expect(members[0]).toMatchObject({ displayName: 'Marlies Achterberg', label: 'Multiplikationsperson' })
  })

  it('shows the minutes to the team and to nobody else', async () => {
    const desks = new Map<string, number>()
    for (const { id } of persons) desks.set(id, (await (await signIn(id)).api.documents.list()).length)
    const team = ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk', 'u.gt', 'u.ro']
    expect(
      [...desks]
        .filter(([, count]) => count > 0)
        .map(([id]) => id)
        .sort(),
    ).toEqual(team.sort())
  })

  it('has a card with the eight items of the agenda', async () => {
    const [card] = await (await signIn('u.ma')).api.documents.list()
    expect(card).toMatchObject({ date: '2026-03-14', start: '10:00', changedBy: 'Marlies Achterberg' })
    expect(card?.outline).toHaveLength(8)
    expect(card?.outline[0]).toBe('Begrüßung und Formalia')
  })
})
