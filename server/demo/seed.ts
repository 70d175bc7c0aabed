import type { Spaces } from '#server/access/spaces.ts'
import type { Collab } from '#server/collab/collab.ts'
import type { Cards } from '#server/documents/cards.ts'
import type { Documents } from '#server/documents/documents.ts'
import type { Kits } from '#server/documents/kits.ts'
import type { Identity } from '#server/identity/identity.ts'
import type { Roles } from '#server/programmes/roles.ts'
import type { Space } from '#shared/api/contract.ts'
import { documentIdSchema, type PersonId, personIdSchema, type SpaceId, spaceIdSchema } from '#shared/ids.ts'
import { fillMinutes } from '#shared/kinds/minutes/fill.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { Role } from '#shared/permissions.ts'
import { type Cast, cast, nameOf } from './cast.ts'
import { type DecidingServices, decideA1, decideC3 } from './decided.ts'
import { inWords } from './inWords.ts'
import { a1Content, preparedA1 } from './minutesA1.ts'
import { regionTeamOfA1 } from './regionTeam.ts'
import { fillShowcase, showcaseIds } from './showcase.ts'

/** The minutes of the regional team (document A1 of the scenarios). */
export const demoMinutesId = documentIdSchema.parse('a1a1a1a1-2026-4314-8000-000000000a01')
export const demoRegionId = spaceIdSchema.parse('org.region')

const levels: Readonly<Record<'bund' | 'land' | 'region' | 'gruppe', Space['level']>> = {
  bund: 'federation',
  land: 'stateAssociation',
  region: 'regionalAssociation',
  gruppe: 'group',
}

/** The roles that differ from „editor“. */
const roles: Readonly<Record<string, Role>> = {
  'org.region u.ma': 'coordinator',
  'org.land u.ro': 'coordinator',
  'org.bund u.mg': 'coordinator',
  'org.bund u.ir': 'reviewer',
  'g.lichtblick u.bernd': 'coordinator',
}

/** What people are at home; the region has labels of its own. */
const labels: Readonly<Record<string, string>> = {
  landesbeauftragter: 'Landesbeauftragter',
  fachbereich_oeffentlichkeitsarbeit: 'Fachbereich Öffentlichkeitsarbeit',
  fachbereich_recht: 'Fachbereich Recht',
  projektleitung: 'Projektleitung',
  gruppenansprechperson: 'Ansprechperson der Gruppe',
  gruendungsmitglied: 'Gründungsmitglied',
}

/** Who belongs to the regional team, in the order of its list. */
const team = ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk', 'u.gt', 'u.ro'] as const

type DemoServices = {
  readonly identity: Identity
  readonly spaces: Spaces
  readonly documents: Documents
  readonly kits: Kits
  readonly collab: Collab
  readonly cards: Cards
  readonly roles: Roles
} & DecidingServices
export type DemoPerson = { readonly id: PersonId; readonly name: string }

/**
 * Fills an empty database with the invented federation: people under the ids of the cast, spaces, who
 * belongs where, and the minutes A1 as they are shortly before the meeting. `showcase`: every kind of document as the
 * scenarios have them, A1 as it is after its meeting.
 */
export async function seedDemo(
  app: DemoServices,
  { showcase = false }: { readonly showcase?: boolean } = {},
): Promise<readonly DemoPerson[]> {
  const prepared = preparedA1()
  for (const { id, name } of cast.persons) await app.identity.createPerson({ id, displayName: name })
  await makeSpaces(app, cast)

  const join = async (spaceId: SpaceId, personId: PersonId, label: string): Promise<void> => {
    const role = roles[`${spaceId} ${personId}`] ?? 'editor'
    await app.spaces.addMember(spaceId, { personId, displayName: nameOf(personId), label, role })
  }
  for (const id of team) await join(demoRegionId, personIdSchema.parse(id), prepared.labels.get(id) ?? '')
  for (const { id, role, home } of cast.persons) {
    const isPartner = cast.organisations.some(({ id, level }) => id === home && level === 'partner')
    if (!isPartner) await join(spaceIdSchema.parse(home), id, labels[role] ?? 'Gruppenmitglied')
  }

  const chair = await app.spaces.membership(demoRegionId, personIdSchema.parse('u.ma'))
  if (chair === null) throw new Error('The demo has no chair')
  const info = await app.documents.create(
    { id: demoMinutesId, kind: 'minutes', spaceId: demoRegionId, title: prepared.title },
    chair,
  )
  await app.collab.edit({ documentId: info.id, generation: info.generation }, chair.authorId, doc =>
    fillMinutes(minutes.open(doc), showcase ? showcaseA1() : prepared.content),
  )
  await app.cards.refresh(info.id)
  await assignRoles(app)
  if (showcase) {
    await fillShowcase(app)
    await decideA1(app, demoMinutesId, demoRegionId)
    await decideC3(app, showcaseIds.C3, spaceIdSchema.parse('g.lichtblick'))
  }
  return cast.persons.map(({ id, name }) => ({ id, name }))
}

/** The three roles of the regional team (scenarios.md, cast). The ids are fixed, as all of the demo. */
async function assignRoles({ roles, spaces }: DemoServices): Promise<void> {
  const chair = await spaces.membership(demoRegionId, personIdSchema.parse('u.ma'))
  if (chair === null) return
  const held = ['multiplikationsperson', 'transparenzperson', 'kooperationsperson']
  for (const { id, role } of cast.persons.filter(person => held.includes(person.role)))
    await roles.assign(
      demoRegionId,
      {
        id: `d0d0d0d0-2025-4101-8000-00000000000${held.indexOf(role) + 1}`,
        personId: id,
        role,
        from: '2025-01-01',
        to: null,
        appointedBy: 'Sitzung RT-OL 2025-01',
      },
      chair,
    )
}

/** A1 after its meeting, in words, with what it says of visits and groups in the fields for it. */
const showcaseA1 = () => ({ ...inWords(a1Content()), regionTeam: regionTeamOfA1(showcaseIds.A2) })

async function makeSpaces(app: DemoServices, { organisations }: Cast): Promise<void> {
  for (const organisation of organisations) {
    if (organisation.level === 'partner') continue
    const { id, name, level, parent } = organisation
    await app.spaces.create({ id, name, level: levels[level], parentId: parent })
  }
}
