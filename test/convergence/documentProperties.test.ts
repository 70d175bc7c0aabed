import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { attachmentSchema } from '#shared/kinds/minutes/attachment.ts'
import { findings } from '#shared/kinds/minutes/findings.ts'
import { lateContributionSchema } from '#shared/kinds/minutes/late.ts'
import {
  agendaItemSchema,
  attendanceRowSchema,
  candidateSchema,
  decisionSchema,
  electionSchema,
  formaliaSchema,
  headerSchema,
  type MinutesDraft,
  minutes,
  quorumRuleSchema,
  taskSchema,
  votesSchema,
} from '#shared/kinds/minutes/schema.ts'
import { delegateSchema, dischargeSchema, mandateSchema } from '#shared/kinds/minutes/special/assembly.ts'
import {
  agreementSchema,
  cooperationSchema,
  meetingPartnerSchema,
} from '#shared/kinds/minutes/special/cooperation.ts'
import { foundingSchema, foundingSlotSchema } from '#shared/kinds/minutes/special/founding.ts'
import { gatheringDaySchema, workingGroupSchema } from '#shared/kinds/minutes/special/gathering.ts'
import { naloxoneChecklistSchema, naloxonePeerSchema } from '#shared/kinds/minutes/special/naloxonePeer.ts'
import {
  countedVisitSchema,
  regionGroupSchema,
  regionTeamSchema,
} from '#shared/kinds/minutes/special/regionTeam.ts'
import { recommendationSchema, steeringMemberSchema } from '#shared/kinds/minutes/special/steering.ts'
import { contactNoteSchema, forwardingSchema, visitSchema } from '#shared/kinds/minutes/special/visit.ts'
import { quorum } from '#shared/rules/quorum.ts'
import { act, type PeerAction, peerActionArbitrary } from '#test/support/peerSalad.ts'
import { checkProperty } from '#test/support/property.ts'
import { anyEditArbitrary, type Edit, makeEdit } from '#test/support/randomEdits.ts'

function replica(clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, minutes.seed)
  return doc
}

const id = z.string()
const nodeSchema: z.ZodType = z.lazy(() =>
  z.strictObject({
    type: z.string(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(nodeSchema).optional(),
    text: z.string().optional(),
    marks: z
      .array(z.strictObject({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() }))
      .optional(),
  }),
)
const prose = z.array(nodeSchema)
const listOf = (shape: Record<string, z.ZodType>) => z.array(z.strictObject({ ...shape, id }))
const owned = z.record(z.string(), z.strictObject(votesSchema.shape))
const required = (schema: z.ZodObject) => z.strictObject(schema.shape).required()
/** The shape of a projection, said a second time without the document's own code; strict, so nothing forged gets in. */
const completeSchema = z.strictObject({
  header: required(headerSchema),
  formalia: required(formaliaSchema),
  quorum: z.strictObject({ rule: quorumRuleSchema.nullable(), abstentionsBreakUnanimity: z.boolean() }),
  attendance: listOf(attendanceRowSchema.shape),
  agenda: listOf({ ...agendaItemSchema.shape, earlyWarnings: listOf({ signal: z.string() }), body: prose }),
  decisions: listOf({
    ...decisionSchema.shape,
    motion: prose,
    wording: prose,
    dissentNote: prose,
    tallyProposals: owned,
  }),
  elections: listOf({
    ...electionSchema.shape,
    candidates: listOf({ ...candidateSchema.shape, tallyProposals: owned }),
  }),
  tasks: listOf(taskSchema.shape),
  attachments: listOf(attachmentSchema.shape),
  lateContributions: listOf(lateContributionSchema.shape),
  regionTeam: z.strictObject({
    ...regionTeamSchema.shape,
    visits: listOf(countedVisitSchema.shape),
    groups: listOf(regionGroupSchema.shape),
  }),
  visit: z.strictObject({
    ...visitSchema.shape,
    needs: listOf({ need: z.string() }),
    earlyWarnings: listOf({ signal: z.string() }),
    forwarded: listOf(forwardingSchema.shape),
    contacts: listOf(contactNoteSchema.shape),
  }),
  gathering: z.strictObject({
    theme: z.string(),
    days: listOf(gatheringDaySchema.shape),
    workingGroups: listOf({ ...workingGroupSchema.shape, results: prose }),
    results: prose,
  }),
  steering: z.strictObject({
    members: listOf(steeringMemberSchema.shape),
    recommendations: listOf({ ...recommendationSchema.shape, wording: prose }),
  }),
  assembly: z.strictObject({
    mandates: listOf(mandateSchema.shape),
    delegates: listOf(delegateSchema.shape),
    discharges: listOf(dischargeSchema.shape),
    interimReport: z.strictObject({
      docId: z.string().nullable(),
      presenter: z.string().nullable(),
      summary: prose,
    }),
  }),
  founding: z.strictObject({ ...foundingSchema.shape, slots: listOf(foundingSlotSchema.shape) }),
  naloxonePeer: z.strictObject({
    ...naloxonePeerSchema.shape,
    checklist: z.strictObject(naloxoneChecklistSchema.shape),
  }),
  cooperation: z.strictObject({
    ...cooperationSchema.shape,
    partners: listOf(meetingPartnerSchema.shape),
    agreements: listOf({ ...agreementSchema.shape, wording: prose }),
    feedback: prose,
  }),
  groupRecordId: z.string().nullable(),
})

function expectComplete(value: MinutesDraft): void {
  const parsed = completeSchema.safeParse(value)
  expect(parsed.error?.issues ?? []).toEqual([])
  for (const list of [value.attendance, value.agenda, value.decisions, value.elections, value.tasks]) {
    expect(new Set(list.map(entry => entry.id)).size).toBe(list.length)
  }
  const text = JSON.stringify(value)
  expect(text.isWellFormed() && !text.includes('\\u0000')).toBe(true)
}

/** What an honest person does in a document that hostile peers have written to. */
const honestEdits: Edit[] = [
  { do: 'title', value: 'weiter' },
  { do: 'addItem', id: 'top4', title: 'neu', before: 0, paragraphs: ['x'] },
  { do: 'moveItem', item: 0.9, before: 0 },
  { do: 'addParagraph', item: 0, at: 0, text: 'y' },
  { do: 'addWarning', item: 0.5, id: 'ew1', signal: 'z' },
  { do: 'arrive', person: 'u.dy', time: '10:30' },
  { do: 'removeItem', item: 0.3 },
  { do: 'addTask', id: 'T1', what: 'w', who: [] },
  { do: 'addDecision', id: 'd1', wording: 'beschlossen', item: 0.5 },
  { do: 'count', decision: 0.5, person: 'u.dy', yes: 3 },
  { do: 'addCandidate', election: 'w1', id: 'c1', person: 'u.hp' },
  { do: 'countCandidate', election: 0.5, candidate: 0.2, person: 'u.dy', yes: 2 },
  { do: 'addNeed', id: 'n1', need: 'Austausch' },
]

function expectReadableAndWritable(doc: Y.Doc): void {
  const { value } = minutes.project(doc)
  expectComplete(value)
  findings(value, { members: [{ personId: 'u.ma', displayName: 'Marlies Achterberg' }] })
  quorum(value, '11:00')
  const handle = minutes.open(doc)
  for (const edit of honestEdits) {
    try {
      makeEdit(handle, edit)
    } catch (error) {
      // An entry that a peer removed for good is refused by name; nothing else may stop an honest person.
      if (!(error instanceof AppError)) throw error
    }
  }
  expectComplete(minutes.project(doc).value)
}

type Salad = {
  peers: PeerAction[][]
  /** of the updates that arrive: which one, cut to which share, one byte changed where and to what */
  garbled: { update: number; keep: number; at: number; byte: number }[]
}
const saladArbitrary: fc.Arbitrary<Salad> = fc.record({
  peers: fc.array(fc.array(peerActionArbitrary, { maxLength: 25, size: 'max' }), {
    minLength: 1,
    maxLength: 3,
  }),
  garbled: fc.array(
    fc.record({
      update: fc.nat(1000),
      keep: fc.integer({ min: 0, max: 1000 }),
      at: fc.nat(100_000),
      byte: fc.nat(255),
    }),
    { maxLength: 4 },
  ),
})

/** Finds of earlier runs, shrunk; they run before the random ones. */
const saladFinds: Salad[] = [
  // An empty embed becomes a struct of length 0, at which Yjs throws once the paragraph is deleted.
  {
    peers: [
      [{ do: 'insert', at: 174, index: 0, value: { type: 'plain', value: '' } }],
      [{ do: 'delete', at: 417, index: 0 }],
    ],
    garbled: [],
  },
]

describe('[DM16] any salad of peer updates', () => {
  it('projects without throwing, completely, and honest people can go on writing', () => {
    checkProperty(
      'salad',
      300,
      saladArbitrary,
      ({ peers, garbled }) => {
        const victim = replica(2)
        makeEdit(minutes.open(victim), {
          do: 'addItem',
          id: 'top1',
          title: 'Eins',
          before: null,
          paragraphs: ['a'],
        })
        const start = Y.encodeStateAsUpdate(victim)
        const updates: Uint8Array[] = []
        peers.forEach((actions, index) => {
          const peer = new Y.Doc()
          peer.clientID = 100 + index
          Y.applyUpdate(peer, start)
          peer.on('update', update => updates.push(update))
          for (const action of actions) act(peer, action)
        })
        const areApplied = updates.map(update => applyOrRefuse(victim, update))
        if (areApplied.every(Boolean)) expectReadableAndWritable(victim)
        else expectComplete(minutes.project(victim).value)

        for (const { update, keep, at, byte } of garbled) {
          const bytes = updates[update % Math.max(1, updates.length)]
          if (!bytes) continue
          const cut = bytes.slice(0, Math.ceil((bytes.length * keep) / 1000))
          if (cut.length > 0) cut[at % cut.length] = byte
          const doc = replica(3)
          applyOrRefuse(doc, start)
          applyOrRefuse(doc, cut)
          expectComplete(minutes.project(doc).value)
        }
      },
      saladFinds,
    )
  })
})

/** Yjs refuses bytes it cannot read; what it took before that stays and has to be readable. */
function applyOrRefuse(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update)
    return true
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return false
  }
}

type Story = {
  replicas: number
  steps: ({ writer: number; edit: Edit } | { from: number; to: number; message: number })[]
  order: number[]
}
const storyArbitrary: fc.Arbitrary<Story> = fc.record({
  replicas: fc.integer({ min: 3, max: 5 }),
  steps: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ writer: fc.nat(9), edit: anyEditArbitrary }) },
      { weight: 2, arbitrary: fc.record({ from: fc.nat(9), to: fc.nat(9), message: fc.nat(999) }) },
    ),
    { maxLength: 60, size: 'max' },
  ),
  order: fc.array(fc.nat(9999), { minLength: 8, maxLength: 8 }),
})

/** Lets the replicas write, delivers single messages on the way, and all of them, shuffled and twice, at the end. */
function play({ replicas, steps, order }: Story): Y.Doc[] {
  const docs = Array.from({ length: replicas }, (_, index) => replica(10 + index))
  const sent = docs.map((): Uint8Array[] => [])
  docs.forEach((doc, index) => {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'writer') sent[index]?.push(update)
    })
  })
  const deliver = (to: Y.Doc, update: Uint8Array) => Y.applyUpdate(to, update, 'network')
  for (const step of steps) {
    if ('edit' in step) {
      const doc = docs[step.writer % replicas]
      if (doc) doc.transact(() => makeEdit(minutes.open(doc, 'writer'), step.edit), 'writer')
    } else {
      const messages = sent[step.from % replicas] ?? []
      const update = messages[step.message % Math.max(1, messages.length)]
      const to = docs[step.to % replicas]
      if (update && to) deliver(to, update)
    }
  }
  const all = sent.flat()
  docs.forEach((doc, index) => {
    for (const update of shuffled([...all, ...all], order[index] ?? 1)) deliver(doc, update)
  })
  return docs
}

/** Fisher–Yates with a small multiplicative generator: the same number gives the same order. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  const result = [...values]
  let state = seed + 1
  for (let last = result.length - 1; last > 0; last -= 1) {
    state = (state * 48_271) % 2_147_483_647
    const other = state % (last + 1)
    const [left, right] = [result[last], result[other]]
    if (left === undefined || right === undefined) continue
    result[last] = right
    result[other] = left
  }
  return result
}

/** Finds of earlier runs, shrunk; they run before the random ones. */
const storyFinds: Story[] = []

describe('[DM22] replicas that have everything', () => {
  it('project equal, whatever the order and however often it arrived', () => {
    checkProperty(
      'story',
      300,
      storyArbitrary,
      story => {
        const docs = play(story)
        const [first, ...others] = docs.map(doc => minutes.project(doc))
        for (const other of others) expect(other).toEqual(first)
        for (const issue of first?.issues ?? []) expect(issue.code).toBe('uncleanText')
        expectComplete(first?.value ?? minutes.project(new Y.Doc()).value)
        const ids = docs.map(doc => minutes.open(doc).list('agenda').ids())
        expect(new Set(ids.map(String)).size).toBe(1)
        expect(ids[0]).toEqual(first?.value.agenda.map(item => item.id))
      },
      storyFinds,
    )
  })
})

describe('[DM10] moving', () => {
  const placeArbitrary = fc.record({
    moved: fc.nat(4),
    before: fc.array(fc.option(fc.nat(4)), { minLength: 2, maxLength: 2 }),
    clientIds: fc.shuffledSubarray([11, 12, 13, 14], { minLength: 4 }),
  })
  it('keeps a new title and new text, and the item once, where others move it too', () => {
    checkProperty('moving', 200, placeArbitrary, ({ moved, before, clientIds }) => {
      const ids = ['a', 'b', 'c', 'd', 'e']
      const origin = replica(2)
      for (const item of ids)
        minutes
          .open(origin)
          .list('agenda')
          .add(item, { title: item, body: [`Text von ${item}`] })
      const docs = clientIds.map(clientId => {
        const doc = replica(clientId)
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin))
        return doc
      })
      const agendas = docs.map(doc => minutes.open(doc).list('agenda'))
      const target = ids[moved] ?? 'a'
      before.forEach((place, index) =>
        agendas[index]?.move(target, { before: place === null ? null : (ids[place] ?? null) }),
      )
      agendas[2]?.get(target)?.set('title', 'neuer Titel')
      const paragraph = agendas[3]?.get(target)?.prose('body')?.get(0)
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
      if (text instanceof Y.XmlText) text.insert(text.length, ', ergänzt')
      for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
      const [first, ...others] = docs.map(doc => minutes.project(doc).value.agenda)
      for (const other of others) expect(other).toEqual(first)
      expect(first?.map(item => item.id).sort()).toEqual(ids)
      const item = first?.find(candidate => candidate.id === target)
      expect(item?.title).toBe('neuer Titel')
      expect(item?.body).toEqual([
        { type: 'paragraph', content: [{ type: 'text', text: `Text von ${target}, ergänzt` }] },
      ])
    })
  })
})

describe('[DM6] what another version has written', () => {
  const foreignArbitrary = fc.record({
    key: fc.constantFrom('zz', 'neuesFeld', 'ü', 'votes'),
    // Keys that reach into a prototype are not kept (DM18).
    value: fc
      .json({ maxDepth: 2 })
      .filter(text => !/__proto__|constructor/.test(text))
      .map((text): unknown => JSON.parse(text)),
    edits: fc.array(anyEditArbitrary, { maxLength: 20, size: 'max' }),
  })
  it('survives loading, editing through the handle, and storing', () => {
    checkProperty('foreign', 200, foreignArbitrary, ({ key, value, edits }) => {
      const newer = replica(2)
      const handle = minutes.open(newer)
      handle.list('agenda').add('kept', { title: 'bleibt', body: ['Text'] })
      handle.record('header').set('nextMeeting', { date: '2026-09-12' })
      const item = handle.list('agenda').get('kept')
      const body = item?.prose('body')
      const unknownNode = new Y.XmlElement('voteBox')
      body?.insert(1, [unknownNode])
      unknownNode.setAttribute('tally', '3')
      for (const map of [handle.y, handle.record('header').y, item?.y]) map?.set(key, value)
      handle.record('header').y.set('nextMeeting', { date: '2026-09-12', [key]: value })

      const older = new Y.Doc()
      Y.applyUpdate(older, Y.encodeStateAsUpdate(newer))
      for (const edit of edits) makeEdit(minutes.open(older), edit)
      const kept = minutes.open(older).list('agenda')
      if (kept.get('kept') === null) kept.restore('kept')
      kept.get('kept')?.set('title', 'umbenannt')
      kept.move('kept', { before: kept.ids()[0] ?? null })
      minutes.open(older).record('header').set('nextMeeting', { date: '2027-01-01', place: 'neu' })

      const loaded = new Y.Doc()
      Y.applyUpdate(loaded, Y.encodeStateAsUpdate(older))
      const after = minutes.open(loaded)
      expect(after.y.get(key)).toEqual(value)
      expect(after.record('header').y.get(key)).toEqual(value)
      expect(after.record('header').y.get('nextMeeting')).toEqual({
        date: '2027-01-01',
        place: 'neu',
        [key]: value,
      })
      const keptItem = after.list('agenda').get('kept')
      expect(keptItem?.y.get(key)).toEqual(value)
      const nodes = keptItem?.prose('body')?.toArray() ?? []
      const isEditedAway = edits.some(edit => edit.do === 'deleteParagraph')
      const survives = nodes.some(node => node instanceof Y.XmlElement && node.getAttribute('tally') === '3')
      expect(survives || isEditedAway).toBe(true)
    })
  })
})
