import { randomUUID } from 'node:crypto'
import type { Doc } from 'yjs'
import { z } from 'zod'
import type { Spaces } from '#server/access/spaces.ts'
import { systemClock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { DocumentIndex } from '#server/documents/documentIndex.ts'
import { createLedger } from '#server/ledger/ledger.ts'
import { createMinutesCommands, type Drafts } from '#server/ledger/minutesCommands.ts'
import { proseElements } from '#shared/document/proseMaking.ts'
import { type DocumentId, personIdSchema, type SpaceId } from '#shared/ids.ts'
import type { MinutesCommand } from '#shared/kinds/minutes/commands.ts'
import { recordOf } from '#shared/kinds/minutes/recordOf.ts'
import { minutes, votesSchema } from '#shared/kinds/minutes/schema.ts'
import { commandIdSchema } from '#shared/ledger/row.ts'
import type { Room } from '#shared/wire/room.ts'
import { readFixture } from './files.ts'

/** The demo's people live where the scenarios do. */
const timeZone = 'Europe/Berlin'

export type DecidingServices = {
  readonly database: Database
  readonly spaces: Spaces
  readonly index: DocumentIndex
  readonly collab: Drafts & {
    edit(room: Room, author: null, change: (doc: Doc) => void): Promise<unknown>
  }
  readonly journal: { durableSeq(documentId: DocumentId, generation: number): Promise<number> }
}

type Step = { readonly at: string; readonly by: string; readonly command: MinutesCommand }

const ledgerSchema = z.object({
  records: z.array(
    z.looseObject({
      kind: z.string(),
      at: z.string(),
      by: z.string(),
      decision: z.string().optional(),
      votes: votesSchema.optional(),
      wording: z.string().optional(),
    }),
  ),
})

/**
 * A1 as it was decided (fixture `a.ledger`): every command at its time, then signed by both and sent. What was frozen
 * is what stood there at that time; the live text of d02 has gone on.
 */
export async function decideA1(
  app: DecidingServices,
  documentId: DocumentId,
  spaceId: SpaceId,
): Promise<void> {
  const { records } = ledgerSchema.parse(readFixture('a.ledger'))
  const room = { documentId, generation: 1 }
  const live = await app.collab.read(room, doc =>
    minutes.project(doc).value.decisions.map(({ id, wording }) => ({ id, wording })),
  )
  for (const { decision, wording } of records)
    if (decision !== undefined && wording !== undefined)
      await app.collab.edit(room, null, doc => writeWording(decision, doc, proseElements([wording])))
  const steps = records.map(({ kind, at, by, decision = '', votes = null }): Step => {
    const when = { at: berlin('2026-03-14', at), by }
    if (kind === 'quorumAscertained') return { ...when, command: { name: 'ascertainQuorum', input: {} } }
    if (kind === 'wordingFrozen') return { ...when, command: { name: 'freezeWording', input: { decision } } }
    if (kind === 'meetingClosed') return { ...when, command: { name: 'closeMeeting', input: {} } }
    return { ...when, command: { name: 'confirmTally', input: { decision, votes, objections: null } } }
  })
  // before the meeting is closed the live texts are what they became
  const closing = steps.findIndex(({ command }) => command.name === 'closeMeeting')
  const run = runner(app, documentId, spaceId)
  for (const step of steps.slice(0, closing)) await run(step)
  for (const { id, wording } of live)
    await app.collab.edit(room, null, doc => writeWording(id, doc, proseElements(wording)))
  for (const step of steps.slice(closing)) await run(step)
  const { closing: closed } = recordOf(await createLedger({ ...app, clock: systemClock }).rows(documentId))
  const input = { method: 'freigabe_im_system' as const, contentHash: closed?.contentHash ?? '' }
  await run({ at: '2026-03-16T19:30:00+01:00', by: 'u.dy', command: { name: 'sign', input } })
  await run({ at: '2026-03-17T08:05:00+01:00', by: 'u.ma', command: { name: 'sign', input } })
  await run({
    at: '2026-03-17T08:10:00+01:00',
    by: 'u.dy',
    command: { name: 'send', input: { objectionsUntil: '2026-04-11' } },
  })
}

const foundingSchema = z.object({
  decisions: z.array(
    z.looseObject({ register: z.string(), candidate: z.string().optional(), votes: votesSchema }),
  ),
})

/** C3 as it was decided (fixture `c.founding`), in the order of its numbers, and signed by the minute taker. */
export async function decideC3(
  app: DecidingServices,
  documentId: DocumentId,
  spaceId: SpaceId,
): Promise<void> {
  const { decisions } = foundingSchema.parse(readFixture('c.founding'))
  const run = runner(app, documentId, spaceId)
  for (const [index, { candidate, register, votes }] of decisions.entries()) {
    const when = { at: berlin('2026-05-04', `18:${15 + index}`), by: 'u.bernd' }
    const id = `d${Number(register.slice(2))}`
    if (candidate === undefined) {
      const input = { decision: id, votes, objections: null }
      await run({ ...when, command: { name: 'confirmTallyAndFreeze', input } })
      continue
    }
    const counted = [{ candidate: 'k1', votes }]
    await run({
      ...when,
      command: { name: 'confirmElection', input: { election: 'w4', candidates: counted } },
    })
    const input = { election: 'w4', candidate: 'k1', accepted: true }
    await run({ ...when, command: { name: 'acceptElection', input } })
  }
  await run({
    at: berlin('2026-05-04', '19:10'),
    by: 'u.bernd',
    command: { name: 'closeMeeting', input: {} },
  })
}

const berlin = (day: string, time: string): string =>
  `${day}T${time}:00${day >= '2026-03-29' && day < '2026-10-25' ? '+02:00' : '+01:00'}`

function writeWording(id: string, doc: Doc, elements: ReturnType<typeof proseElements>): void {
  const wording = minutes.open(doc).list('decisions').get(id)?.ensureProse('wording')
  if (!wording) throw new Error(`No decision ${id}`)
  wording.delete(0, wording.length)
  wording.insert(0, elements)
}

/** Runs commands as the server did at their time. */
function runner(app: DecidingServices, documentId: DocumentId, spaceId: SpaceId) {
  let now = 0
  const clock = { ...systemClock, now: () => now }
  const { database } = app
  const commands = createMinutesCommands({
    database,
    ledger: createLedger({ database, clock }),
    clock,
    timeZone,
    spaces: app.spaces,
    index: app.index,
    drafts: app.collab,
    durableSeq: room => app.journal.durableSeq(room.documentId, room.generation),
  })
  return async ({ at, by, command }: Step) => {
    now = Date.parse(at)
    const [document, member] = await Promise.all([
      app.index.find(documentId),
      app.spaces.membership(spaceId, personIdSchema.parse(by)),
    ])
    if (!document || !member) throw new Error(`${by} cannot decide in the demo`)
    const commandId = commandIdSchema.parse(randomUUID())
    const answer = await commands.run(command, { document, member }, { commandId, madeAt: null })
    const isMeant = answer.outcome === 'done' || answer.reason === 'notQuorate'
    if (!isMeant)
      throw new Error(`The demo cannot ${command.name}: ${answer.reason} ${JSON.stringify(answer.fields)}`)
  }
}
