import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigError } from '#server/config.ts'
import { a2Content } from '#server/demo/minutesA2.ts'
import { type DocumentId, documentIdSchema, type PersonId, type SpaceId } from '#shared/ids.ts'
import { groupRecord } from '#shared/kinds/groupRecord/schema.ts'
import { fillMinutes, type MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { shippedProgrammes } from '#shared/programmes/networkProgramme.ts'
import type { RoleAssignment } from '#shared/programmes/schema.ts'
import { startTestApp, type TestApp, type Visitor } from '#test/support/testApp.ts'
import { createTestClock } from '#test/support/testClock.ts'

/** A federation with a state association, two regions below it, and a group of one of them. */
type Tree = Readonly<Record<'bund' | 'land' | 'region' | 'other' | 'group', SpaceId>>

let test: TestApp
let tree: Tree
let clock: ReturnType<typeof createTestClock>

const start = async (env: Record<string, string> = {}): Promise<void> => {
  clock = createTestClock(Date.parse('2026-03-14T09:00:00Z'))
  test = await startTestApp({ env, overrides: { clock } })
  const make = (
    name: string,
    level: 'federation' | 'stateAssociation' | 'regionalAssociation' | 'group',
    parentId: SpaceId | null,
  ) => test.app.spaces.create({ name, level, parentId })
  const bund = await make('Brückenschlag Suchtselbsthilfe', 'federation', null)
  const land = await make('Brückenschlag Mittelland', 'stateAssociation', bund)
  const region = await make('Oberes Lindental', 'regionalAssociation', land)
  const other = await make('Unteres Lindental', 'regionalAssociation', land)
  const group = await make('Lichtblick Hohenlichtern', 'group', region)
  tree = { bund, land, region, other, group }
}
beforeEach(() => start())
afterEach(() => test.close())

async function join(
  spaceIds: readonly SpaceId[],
  role: 'coordinator' | 'editor' | 'reader' = 'editor',
  name = 'Hanne Pfefferkorn',
): Promise<{ personId: PersonId; visitor: Visitor }> {
  const personId = await test.app.identity.createPerson({ displayName: name })
  for (const spaceId of spaceIds)
    await test.app.spaces.addMember(spaceId, { personId, displayName: name, label: '', role })
  return { personId, visitor: await test.signIn(personId) }
}

async function write(spaceId: SpaceId, by: PersonId, content: MinutesContent): Promise<DocumentId> {
  const member = await test.app.spaces.membership(spaceId, by)
  if (!member) throw new Error('No member')
  const id = documentIdSchema.parse(randomUUID())
  await test.app.documents.create({ id, kind: 'minutes', spaceId, title: 'Sitzung' }, member, {
    fill: doc => fillMinutes(minutes.open(doc), content),
  })
  await test.app.projections.refresh(id)
  return id
}

const warning = (signal: string): MinutesContent => ({
  header: { meetingKind: 'regionalteam', date: '2026-02-01' },
  agenda: [{ id: 'top1', title: 'Lage', earlyWarnings: [{ id: 'w1', signal }] }],
})

const registers = ['decisions', 'tasks', 'earlyWarnings', 'feedback'] as const

describe('[RG1] nobody sees a register of a space to which they do not belong', () => {
  it.each(registers)('%s', async name => {
    const inside = await join([tree.region])
    await write(tree.region, inside.personId, warning('Wartezeit'))
    const outside = await join([tree.land, tree.bund, tree.other])
    const ask = ({ visitor }: typeof inside) => visitor.api.registers[name]({ spaceId: tree.region })
    await expect(ask(outside)).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(inside)).resolves.toBeDefined()
  })

  it('counters, roles, interim report, extract and note', async () => {
    const inside = await join([tree.region])
    const documentId = await write(tree.region, inside.personId, a2Content())
    const { api } = (await join([tree.land])).visitor
    const spaceId = tree.region
    const refused = { code: 'notFound' }
    await expect(api.duties.counters({ spaceId })).rejects.toMatchObject(refused)
    await expect(api.duties.roles({ spaceId })).rejects.toMatchObject(refused)
    await expect(
      api.registers.interimReport({ spaceId, from: '2026-01-01', to: '2026-12-31' }),
    ).rejects.toMatchObject(refused)
    await expect(api.registers.extract({ documentId, of: 'agenda/s1' })).rejects.toMatchObject(refused)
    await expect(api.registers.extractChoices({ documentId })).rejects.toMatchObject(refused)
    const note = { documentId, id: randomUUID(), to: 'Landesverband', on: '2026-03-01' }
    await expect(api.registers.noteForwarded(note)).rejects.toMatchObject(refused)
  })

  it('boards of a Land show the regions to which one belongs, and of others not even that they are there', async () => {
    const team = await join([tree.region])
    const others = await join([tree.other])
    await write(tree.region, team.personId, warning('Wartezeit in der Suchtberatung'))
    await write(tree.other, others.personId, warning('Raum fehlt'))
    const both = await join([tree.land, tree.region])
    const boards = await both.visitor.api.registers.earlyWarnings({ spaceId: tree.land })
    expect(boards.map(({ name, signals }) => [name, signals.map(({ signal }) => signal)])).toEqual([
      ['Brückenschlag Mittelland', []],
      ['Oberes Lindental', ['Wartezeit in der Suchtberatung']],
    ])
    expect(JSON.stringify(boards)).not.toMatch(/Unteres|Raum fehlt/)
  })

  it('[RG2] what a group keeps for itself is on no board; its record counts for whoever belongs to it', async () => {
    const member = await join([tree.region, tree.group])
    await write(tree.group, member.personId, warning('intern'))
    const group = await test.app.spaces.membership(tree.group, member.personId)
    const id = documentIdSchema.parse(randomUUID())
    if (!group) throw new Error('No member')
    await test.app.documents.create(
      { id, kind: 'groupRecord', spaceId: tree.group, title: 'Lichtblick Hohenlichtern' },
      group,
      { fill: doc => groupRecord.open(doc).record('group').set('phase', 'gruendung') },
    )
    await test.app.projections.refresh(id)
    const spaceId = tree.region
    const boards = await member.visitor.api.registers.earlyWarnings({ spaceId })
    expect(boards.flatMap(({ signals }) => signals)).toEqual([])
    const own = await member.visitor.api.duties.counters({ spaceId })
    expect(own.programmes[0]?.groups).toMatchObject({ count: 1, missing: 6 })
    const other = await join([tree.region])
    expect((await other.visitor.api.duties.counters({ spaceId })).programmes[0]?.groups?.groups).toEqual([])
  })
})

it('[RG3] early warnings and interim reports name nobody of the space', async () => {
  const { personId, visitor } = await join([tree.region])
  await write(tree.region, personId, warning('Hanne Pfefferkorn wartet seit Wochen, Hannes Gruppe auch'))
  const [board] = await visitor.api.registers.earlyWarnings({ spaceId: tree.region })
  expect(board?.signals[0]?.signal).toBe('… wartet seit Wochen, … Gruppe auch')
})

describe('a report on a visit', () => {
  const reports = async (visitor: Visitor) => visitor.api.registers.feedback({ spaceId: tree.region })

  it('waits for being passed on after 30 days, until somebody notes that it was', async () => {
    const { personId, visitor } = await join([tree.region])
    const content = a2Content()
    const documentId = await write(tree.region, personId, {
      ...content,
      header: { ...content.header, date: '2026-02-12' },
      visit: { ...content.visit, visitors: [personId], forwarded: [] },
    })
    expect(await reports(visitor)).toEqual([])
    clock.advance(24 * 60 * 60 * 1000)
    expect(await reports(visitor)).toMatchObject([
      { documentId, days: 31, hindrance: null, mayNote: true, visitors: [{ name: 'Hanne Pfefferkorn' }] },
    ])
    const reader = await join([tree.region], 'reader')
    const note = { documentId, id: randomUUID(), to: 'Landesverband Mittelland', on: '2026-03-14' }
    await expect(reader.visitor.api.registers.noteForwarded(note)).rejects.toMatchObject({ code: 'notFound' })
    await visitor.api.registers.noteForwarded(note)
    await visitor.api.registers.noteForwarded(note)
    expect(await reports(visitor)).toEqual([])
  })

  it('to which the group has not agreed is passed on to nobody', async () => {
    const { personId, visitor } = await join([tree.region])
    const content = a2Content()
    const visit = { ...content.visit, groupConsent: false, forwarded: [] }
    const documentId = await write(tree.region, personId, { ...content, visit })
    const note = { documentId, id: randomUUID(), to: 'Landesverband', on: '2026-03-14' }
    await expect(visitor.api.registers.noteForwarded(note)).rejects.toMatchObject({ code: 'badInput' })
    expect(await reports(visitor)).toMatchObject([{ hindrance: 'consentRefused', mayNote: false }])
  })
})

describe('roles', () => {
  const assignment = (personId: string, changes: Partial<RoleAssignment> = {}): RoleAssignment => ({
    id: randomUUID(),
    personId,
    role: 'multiplikationsperson',
    from: '2026-01-01',
    to: null,
    appointedBy: 'Teamsitzung',
    ...changes,
  })

  it('are written down, changed and taken back by whoever coordinates, and read by all of the space', async () => {
    const { personId, visitor } = await join([tree.region], 'coordinator')
    const reader = await join([tree.region], 'reader', 'Jonas Wiedenhöfer')
    const spaceId = tree.region
    const own = assignment(reader.personId)
    await visitor.api.duties.assign({ spaceId, assignment: own })
    await visitor.api.duties.assign({ spaceId, assignment: { ...own, to: '2026-06-30' } })
    expect(await reader.visitor.api.duties.roles({ spaceId })).toEqual([
      { ...own, to: '2026-06-30', name: 'Jonas Wiedenhöfer' },
    ])
    await expect(
      reader.visitor.api.duties.assign({ spaceId, assignment: assignment(personId) }),
    ).rejects.toMatchObject({ code: 'notFound' })
    await expect(reader.visitor.api.duties.unassign({ spaceId, id: own.id })).rejects.toMatchObject({
      code: 'notFound',
    })
    const { programmes } = await reader.visitor.api.duties.counters({ spaceId })
    expect(programmes[0]?.coverage?.roles[0]?.persons).toEqual([
      { id: reader.personId, name: 'Jonas Wiedenhöfer' },
    ])
    await visitor.api.duties.unassign({ spaceId, id: own.id })
    expect(await visitor.api.duties.roles({ spaceId })).toEqual([])
  })

  it('of nobody, of an unknown kind, and that end before they begin are refused', async () => {
    const { personId, visitor } = await join([tree.region], 'coordinator')
    const wrong = [
      assignment('nobody'),
      assignment(personId, { role: 'vorsitz' }),
      assignment(personId, { to: '2025-12-31' }),
    ]
    for (const own of wrong)
      await expect(
        visitor.api.duties.assign({ spaceId: tree.region, assignment: own }),
      ).rejects.toMatchObject({ code: 'badInput' })
  })

  it('of one space cannot be changed from another', async () => {
    const { personId, visitor } = await join([tree.region, tree.other], 'coordinator')
    const own = assignment(personId)
    await visitor.api.duties.assign({ spaceId: tree.region, assignment: own })
    await expect(
      visitor.api.duties.assign({ spaceId: tree.other, assignment: { ...own, role: 'transparenzperson' } }),
    ).rejects.toMatchObject({ code: 'notFound' })
    await visitor.api.duties.unassign({ spaceId: tree.other, id: own.id })
    expect(await visitor.api.duties.roles({ spaceId: tree.region })).toMatchObject([own])
  })
})

describe('programmes of a federation', () => {
  const startWith = async (content: string): Promise<void> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mitschrift-programmes-'))
    const file = path.join(folder, 'programmes.json')
    await writeFile(file, content)
    await test.close()
    try {
      await start({ PROGRAMMES: file })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  it('without a file those that come with the program apply', async () => {
    const { visitor } = await join([tree.region])
    expect(await visitor.api.duties.programmes()).toEqual(shippedProgrammes)
  })

  it('take their place, with other names for the levels and another number of groups', async () => {
    const [shipped] = shippedProgrammes.programmes
    const own = {
      levelLabels: { regionalAssociation: 'Schiene' },
      programmes: [{ ...shipped, groups: { target: 5, countedPhases: ['stabil'] } }],
    }
    await startWith(JSON.stringify(own))
    const { visitor } = await join([tree.region])
    expect((await visitor.api.duties.programmes()).levelLabels).toEqual({ regionalAssociation: 'Schiene' })
    const { programmes } = await visitor.api.duties.counters({ spaceId: tree.region })
    expect(programmes[0]?.groups).toMatchObject({ target: 5, missing: 5 })
  })

  it('with faults stop the start with a sentence that names every one', async () => {
    const [shipped] = shippedProgrammes.programmes
    const duty = { ...shipped?.duties[0], roles: ['vorsitz'], validTo: '2016-12-31' }
    const failure = await startWith(JSON.stringify({ programmes: [{ ...shipped, duties: [duty] }] })).catch(
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(ConfigError)
    if (!(failure instanceof ConfigError)) return
    expect(failure.german).toContain(
      'programmes.0.duties.0.roles (die Rolle „vorsitz“ steht nicht unter roles)',
    )
    expect(failure.german).toContain('programmes.0.duties.0 (das Ende liegt vor dem Anfang)')
    expect(failure.message).toContain('programmes.0.duties.0 (the end comes before the beginning)')
    await start()
  })

  it.each([
    ['{', /ist kein JSON/],
    ['{"programmes": [{"id": "a"}]}', /programmes\.0\.title .*programmes\.0\.roles \(fehlt/],
    ['{"programmes": [], "colour": "red"}', /JSON \(unbekannt: colour\)/],
  ])('that are not as they should be: %s', async (content, says) => {
    const failure = await startWith(content).catch((error: unknown) => error)
    expect(failure instanceof ConfigError && failure.german).toMatch(says)
    await start()
  })
})
