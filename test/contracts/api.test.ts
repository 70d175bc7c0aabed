import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { a2Content } from '#server/demo/minutesA2.ts'
import { contract } from '#shared/api/contract.ts'
import { errorCodeSchema } from '#shared/errors.ts'
import { documentIdSchema } from '#shared/ids.ts'
import type { MinutesCommandName, minutesCommandSchemas } from '#shared/kinds/minutes/commands.ts'
import { fillMinutes } from '#shared/kinds/minutes/fill.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { LiveState } from '#shared/rules/liveState.ts'
import { seedTwoSpaces, startTestApp, type TestApp, type Visitor } from '#test/support/testApp.ts'

let test: TestApp
let people: Awaited<ReturnType<typeof seedTwoSpaces>>
beforeAll(async () => {
  test = await startTestApp()
  people = await seedTwoSpaces(test)
})
afterAll(() => test.close())

/** Every endpoint of the contract by its path, as the contract itself lists them. */
const endpoints = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members).map(([name, procedure]) => {
    const { inputSchema, outputSchema } = procedure['~orpc']
    return { path: `${group}/${name}`, takesInput: inputSchema !== undefined, outputSchema }
  }),
)
/** Open to whoever can reach the server; all others ask who is there. */
const openToAnybody = ['session/current', 'session/signOut']

/** Registers and duties of a space. */
const ofSpace = [
  ...['decisions', 'tasks', 'earlyWarnings', 'feedback', 'rebuild', 'rebuildState'].map(
    own => `registers/${own}`,
  ),
  ...['counters', 'roles'].map(own => `duties/${own}`),
]
/** An extract and a note of minutes, which have to be there. */
const ofVisit: Readonly<Record<string, object>> = {
  'registers/extractChoices': {},
  'registers/extract': { of: 'agenda/s1' },
  'registers/noteForwarded': { id: randomUUID(), to: 'Landesverband', on: '2026-03-01' },
}
async function visit(): Promise<string> {
  const member = await test.app.spaces.membership(people.here, people.coordinator)
  if (!member) throw new Error('Nobody coordinates')
  const document = {
    id: documentIdSchema.parse(randomUUID()),
    kind: 'minutes',
    spaceId: people.here,
    title: 'Besuch',
  }
  await test.app.documents.create(document, member, {
    fill: doc => fillMinutes(minutes.open(doc), a2Content()),
  })
  return document.id
}

const inputs = (): Record<string, unknown> => ({
  'spaces/members': { spaceId: people.here },
  'spaces/addPerson': { spaceId: people.here, displayName: 'Karin M.', label: '', role: 'editor' },
  'spaces/newLink': { spaceId: people.here, personId: people.editor },
  'kits/begin': { id: randomUUID(), spaceId: people.here, title: 'Starterpaket', groupRecordId: null },
  ...Object.fromEntries(ofSpace.map(path => [path, { spaceId: people.here }])),
  'registers/interimReport': { spaceId: people.here, from: '2026-01-01', to: '2026-12-31' },
  'duties/assign': {
    spaceId: people.here,
    assignment: {
      id: randomUUID(),
      personId: people.editor,
      role: 'transparenzperson',
      from: '2026-01-01',
      to: null,
      appointedBy: '',
    },
  },
  'duties/unassign': { spaceId: people.here, id: randomUUID() },
  'documents/create': { id: randomUUID(), kind: 'minutes', spaceId: people.here, title: 'Sitzung' },
})

const votes = { yes: 1, no: 0, abstain: 0, invalid: 0 }
/** What the commands of minutes are told, each in its own form. */
const commandInputs: { readonly [N in MinutesCommandName]: z.input<(typeof minutesCommandSchemas)[N]> } = {
  ascertainQuorum: {},
  confirmTally: { decision: 'd1', votes },
  freezeWording: { decision: 'd1' },
  confirmTallyAndFreeze: { decision: 'd1', votes },
  confirmElection: { election: 'w1', candidates: [{ candidate: 'k1', votes }] },
  acceptElection: { election: 'w1', candidate: 'k1', accepted: true },
  closeMeeting: {},
  sign: { method: 'freigabe_im_system', contentHash: '0' },
  send: { objectionsUntil: '2026-04-11' },
  raiseObjection: { text: 'Bei TOP 3 fehlt ein Satz.' },
  settleObjection: { objection: 'o1' },
  approve: { approvedIn: documentIdSchema.parse(randomUUID()) },
  noteCorrection: { text: 'In TOP 2 muss es heißen: neun Personen.' },
  signCorrection: { correction: 'b1' },
  supersede: {
    decision: 'd1',
    bySource: { documentId: documentIdSchema.parse(randomUUID()), decision: 'd2' },
  },
  decideLate: { late: 'n1', decision: 'vermerkt' },
}

/** A meeting that has just begun. */
const begun: LiveState = {
  startedAt: 1,
  changedAt: 1,
  current: null,
  items: {},
  pausedSince: null,
  speakers: { mode: 'zeit', speaking: null, waiting: [], spoken: [], lastSide: null },
  shown: null,
}

/** Endpoints that act upon a document, by what they are told besides its id. */
const withDocument = (): Record<string, (id: string) => unknown> => ({
  'documents/open': id => ({ id }),
  'ledger/feed': documentId => ({ documentId, after: 0 }),
  'live/act': documentId => ({ documentId, action: { type: 'start', item: null } }),
  'live/handOver': documentId => ({ documentId, from: 0, state: begun }),
  ...Object.fromEntries(
    Object.entries(commandInputs).map(([name, input]) => [
      `minutes/${name}`,
      (documentId: string) => ({ documentId, commandId: randomUUID(), madeAt: null, input }),
    ]),
  ),
})

async function inputOf(path: string): Promise<unknown> {
  if (ofVisit[path]) return { documentId: await visit(), ...ofVisit[path] }
  const of = withDocument()[path]
  if (!of) return inputs()[path]
  const coordinator = await test.signIn(people.coordinator)
  const { id } = await coordinator.api.documents.create({
    id: documentIdSchema.parse(randomUUID()),
    kind: 'minutes',
    spaceId: people.here,
    title: 'Sitzung',
  })
  return of(id)
}

const bodySchema = z.object({ json: z.unknown() })
const failureSchema = z.object({
  json: z.object({ status: z.int(), data: z.object({ code: errorCodeSchema, fields: z.object({}) }) }),
})
const ask = async (visitor: Visitor, path: string, input: unknown) => {
  const response = await visitor.post(`/api/rpc/${path}`, { json: input })
  return { status: response.status, body: bodySchema.parse(await response.json()) }
}

describe('every endpoint', () => {
  it.each(endpoints)('$path answers as the contract says, with not one field more', async endpoint => {
    const coordinator = await test.signIn(people.coordinator)
    const { status, body } = await ask(coordinator, endpoint.path, await inputOf(endpoint.path))
    expect(status).toBe(200)
    expect(await endpoint.outputSchema?.['~standard'].validate(body.json)).toEqual({ value: body.json })
  })

  it.each(endpoints)(
    '$path is not there for GET, so that no link and no picture can call it',
    async ({ path }) => {
      expect((await test.visitor().fetch(`/api/rpc/${path}`)).status).toBe(405)
    },
  )

  it.each(endpoints.filter(({ path }) => !openToAnybody.includes(path)))(
    '$path answers nobody with signedOut',
    async ({ path }) => {
      const { status, body } = await ask(test.visitor(), path, await inputOf(path))
      expect(status).toBe(401)
      expect(failureSchema.parse(body).json.data.code).toBe('signedOut')
    },
  )

  it.each(endpoints.filter(({ takesInput }) => takesInput))(
    '$path answers input that does not parse with badInput',
    async ({ path }) => {
      const coordinator = await test.signIn(people.coordinator)
      for (const input of [undefined, null, [], 'text', { spaceId: '../x', id: 'x' }]) {
        const { status, body } = await ask(coordinator, path, input)
        expect(status).toBe(400)
        expect(failureSchema.parse(body).json.data.code).toBe('badInput')
      }
    },
  )
})
