import type { Doc } from 'yjs'
import type { Membership, Spaces } from '#server/access/spaces.ts'
import type { Collab } from '#server/collab/collab.ts'
import type { Documents } from '#server/documents/documents.ts'
import { partId } from '#server/documents/kitParts.ts'
import type { Kits } from '#server/documents/kits.ts'
import { type DocumentId, documentIdSchema, personIdSchema, spaceIdSchema } from '#shared/ids.ts'
import { fillConcept } from '#shared/kinds/concept/fill.ts'
import { concept } from '#shared/kinds/concept/schema.ts'
import { groupRecord } from '#shared/kinds/groupRecord/schema.ts'
import { kitItem } from '#shared/kinds/kitItem/schema.ts'
import { fillMinutes } from '#shared/kinds/minutes/fill.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { fillPress } from '#shared/kinds/pressTemplate/fill.ts'
import { pv03 } from '#shared/kinds/pressTemplate/masters/pv03.ts'
import { pressTemplate } from '#shared/kinds/pressTemplate/schema.ts'
import { type ItemState, starterKit } from '#shared/kinds/starterKit/schema.ts'
import { contentOfC4, contentOfC5 } from './concepts.ts'
import { enterGroup, groupFixture } from './group.ts'
import { inWords } from './inWords.ts'
import { enterC2 } from './kitItemC2.ts'
import { a2Content } from './minutesA2.ts'
import { c3Content } from './minutesC3.ts'
import { b2, b3 } from './press.ts'

const kitId = documentIdSchema.parse('c0c0c0c0-2026-4504-8000-000000000c00')
const groupRecordId = documentIdSchema.parse('c0c0c0c0-2026-4504-8000-000000000c01')

/** The documents of the scenarios beside A1. C2, C3 and C4 are what the group made of three items of its kit. */
export const showcaseIds = {
  A2: documentIdSchema.parse('a2a2a2a2-2026-4122-8000-000000000a02'),
  B1: documentIdSchema.parse('b1b1b1b1-2026-4301-8000-000000000b01'),
  B2: documentIdSchema.parse('b2b2b2b2-2026-4610-8000-000000000b02'),
  B3: documentIdSchema.parse('b3b3b3b3-2026-4617-8000-000000000b03'),
  C2: partId(kitId, 'SP-07'),
  C3: partId(kitId, 'SP-06'),
  C4: partId(kitId, 'SP-17'),
  C5: documentIdSchema.parse('c5c5c5c5-2026-4720-8000-000000000c05'),
  group: groupRecordId,
  kit: kitId,
} as const

type Shown = {
  readonly id: DocumentId
  readonly kind: string
  readonly space: string
  /** who wrote it */
  readonly by: string
  readonly title: string
  readonly fill: (doc: Doc) => void
}

const groupName = groupFixture.mergeFields['gruppe.name'] ?? ''

/** The texts of the group are brought to the kit's items before the rest of the kit is packed. */
const shown: readonly Shown[] = [
  {
    id: showcaseIds.A2,
    kind: 'minutes',
    space: 'org.region',
    by: 'u.ma',
    title: 'Kurzbericht über einen Gruppenbesuch',
    fill: doc => fillMinutes(minutes.open(doc), inWords(a2Content())),
  },
  {
    id: showcaseIds.B1,
    kind: 'pressTemplate',
    space: 'org.bund',
    by: 'u.tl',
    title: 'Neue Gruppe startet',
    fill: doc => fillPress(pressTemplate.open(doc), pv03),
  },
  {
    id: showcaseIds.B2,
    kind: 'pressTemplate',
    space: 'org.region',
    by: 'u.ma',
    title: b2.header.title,
    fill: doc => fillPress(pressTemplate.open(doc), b2),
  },
  {
    id: showcaseIds.B3,
    kind: 'pressTemplate',
    space: 'org.region',
    by: 'u.ma',
    title: b3.header.title,
    fill: doc => fillPress(pressTemplate.open(doc), b3),
  },
  {
    id: showcaseIds.group,
    kind: 'groupRecord',
    space: 'g.lichtblick',
    by: 'u.bernd',
    title: groupName,
    fill(doc) {
      const latest = groupFixture.states.at(-1)
      if (latest) enterGroup(groupRecord.open(doc), latest)
    },
  },
  {
    id: showcaseIds.C2,
    kind: 'kitItem',
    space: 'g.lichtblick',
    by: 'u.bernd',
    title: 'Die ersten drei Treffen – Leitfaden der Gruppe Lichtblick Hohenlichtern',
    fill: doc => enterC2(kitItem.open(doc)),
  },
  {
    id: showcaseIds.C3,
    kind: 'minutes',
    space: 'g.lichtblick',
    by: 'u.bernd',
    title: 'Gründungsprotokoll der Selbsthilfegruppe Lichtblick Hohenlichtern',
    fill(doc) {
      fillMinutes(minutes.open(doc), c3Content())
    },
  },
  {
    id: showcaseIds.C4,
    kind: 'concept',
    space: 'g.lichtblick',
    by: 'u.bernd',
    title: 'Lichtblick Hohenlichtern stellt sich vor',
    fill(doc) {
      fillConcept(concept.open(doc), contentOfC4())
    },
  },
  {
    id: showcaseIds.C5,
    kind: 'concept',
    space: 'g.lichtblick',
    by: 'u.bernd',
    title: 'Selbsthilfe sichtbar machen in Hohenlichtern',
    fill(doc) {
      concept.open(doc).set('groupRecordId', groupRecordId)
      fillConcept(concept.open(doc), contentOfC5())
    },
  },
]

/** How far the group is with the items that it has worked on. */
const itemStates: Readonly<Record<string, ItemState>> = {
  'SP-06': 'verwendet',
  'SP-07': 'angepasst',
  'SP-17': 'verwendet',
}

type Services = {
  readonly spaces: Spaces
  readonly documents: Documents
  readonly kits: Kits
  readonly collab: Collab
}

/** Brings every kind of document, as the scenarios have them, into the federation that is there already. */
export async function fillShowcase(app: Services): Promise<void> {
  const members = new Map<string, Membership>()
  for (const { space, by, fill, ...document } of shown) {
    const spaceId = spaceIdSchema.parse(space)
    const member = await app.spaces.membership(spaceId, personIdSchema.parse(by))
    if (member === null) throw new Error(`${by} is no member of ${space}`)
    members.set(space, member)
    await app.documents.create({ ...document, spaceId }, member, { fill, ofAnyAuthor: true })
  }
  const founder = members.get('g.lichtblick')
  if (founder) await packKit(app, founder)
}

async function packKit({ kits, collab }: Services, founder: Membership): Promise<void> {
  const kit = { id: kitId, spaceId: founder.spaceId, title: groupName, groupRecordId }
  for (let isPacked = false; !isPacked; ) {
    const { done, total } = await kits.begin(kit, founder)
    isPacked = done === total
  }
  await collab.edit({ documentId: kitId, generation: 1 }, founder.authorId, doc => {
    const items = starterKit.open(doc).list('items')
    for (const [code, state] of Object.entries(itemStates)) items.get(code)?.set('state', state)
  })
}
