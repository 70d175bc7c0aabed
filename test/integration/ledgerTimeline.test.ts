import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { systemClock } from '#server/clock.ts'
import { readFixture } from '#server/demo/files.ts'
import { demoMinutesId, seedDemo } from '#server/demo/seed.ts'
import { personIdSchema } from '#shared/ids.ts'
import { type MinutesDraft, minutes, votesSchema } from '#shared/kinds/minutes/schema.ts'
import { commandIdSchema } from '#shared/ledger/row.ts'
import type { CollabClient } from '#test/support/collabClient.ts'
import { ledgerFixture } from '#test/support/ledgerFixture.ts'
import { asFixture, expectMatches } from '#test/support/minutesFixture.ts'
import { startTestApp, type TestApp, type Visitor } from '#test/support/testApp.ts'
import {
  applyOp,
  draftOps,
  type ParagraphIds,
  type TimelineOp,
  timelineSchema,
} from '#test/support/timeline.ts'

const six = ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk', 'u.ro'] as const
const timeline = timelineSchema.parse(readFixture('a.timeline'))

/** Berlin in March, before the clocks change: UTC + 1. */
const berlin = (time: string): number => Date.parse(`2026-03-14T${time}:00+01:00`)

let dataDir: string
let test: TestApp
let ahead = 0
const clock = { ...systemClock, now: () => Date.now() + ahead }
const setTime = (time: string) => {
  ahead = berlin(time) + 1_000 - Date.now()
}
const start = () => startTestApp({ dataDir, overrides: { clock }, env: { TZ: 'Europe/Berlin' } })

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'mitschrift-ledger-'))
  setTime('09:57')
  test = await start()
})
afterEach(async () => {
  await test.close()
  await rm(dataDir, { recursive: true, force: true })
})

type Writer = { readonly visitor: Visitor; client: CollabClient }

const paths = new Set(['header', 'formalia', 'attendance', 'agenda', 'decisions', 'tasks', 'attachments'])
const isDraft = (op: TimelineOp) => draftOps(timeline).includes(op) || op.id === 'O10'
const commands = new Set([
  'ascertainQuorum',
  'confirmTally',
  'freeze',
  'confirmTallyAndFreeze',
  'closeMeeting',
])
const tallySchema = votesSchema.extend({ E: z.int() })

it('the whole of a.timeline with real commands: draft, ledger, late contributions', async () => {
  await seedDemo(test.app)
  const writers = new Map<string, Writer>()
  for (const id of six) {
    const visitor = await test.signIn(personIdSchema.parse(id))
    const client = visitor.openDocument(demoMinutesId)
    await client.settled()
    writers.set(id, { visitor, client })
  }
  const writer = (id: string): Writer => {
    const one = writers.get(id)
    if (!one) throw new Error(`${id} does not take part`)
    return one
  }
  const offline = new Set<string>()
  const connected = () => [...writers].filter(([id]) => !offline.has(id)).map(([, one]) => one)
  const exchanged = async () => {
    for (const one of connected()) await one.client.settled()
    const server = () => test.app.collab.read(room, doc => Y.encodeSnapshot(Y.snapshot(doc)))
    for (const { client } of connected()) {
      const state = Buffer.from(await server())
      await client.until('the server’s state', () =>
        Buffer.from(Y.encodeSnapshot(Y.snapshot(client.doc))).equals(state),
      )
    }
  }
  const room = { documentId: demoMinutesId, generation: 1 }
  const paragraphs: ParagraphIds = new Map()

  for (const [index, op] of timeline.ops.entries()) {
    const [root = ''] = op.path.split('/')
    for (const window of timeline.offlineWindows) {
      if (op.t >= window.to && offline.delete(window.user)) await comeBack(window.user)
      if (op.t >= window.from && op.t < window.to && !offline.has(window.user)) {
        await exchanged()
        writer(window.user).client.close()
        offline.add(window.user)
      }
    }
    setTime(op.t)
    if (commands.has(op.op)) await command(op)
    else if (isDraft(op) && paths.has(root)) {
      const { client } = writer(op.user)
      const rival = timeline.ops[index + 1]?.concurrentWith === op.id ? timeline.ops[index + 1] : undefined
      applyOp(minutes.open(client.doc), op, paragraphs, 'atOnce')
      if (op.on && !rival) await exchanged()
    }
  }
  setTime('14:10')
  offline.delete('u.sk')
  await comeBack('u.sk')

  const value = await projected()
  const expected = readFixture('a.afterTimeline')
  expectMatches(asFixture(value), expected)
  const rows = await test.app.ledger.rows(demoMinutesId)
  const ledger = z.object({ records: z.array(z.unknown()) }).parse(readFixture('a.ledger'))
  expect(ledgerFixture(rows, commandOps)).toEqual(ledger.records)
  expect(lateForm(value)).toEqual(
    z.object({ lateContributions: z.array(z.unknown()) }).parse(expected).lateContributions,
  )
  const { absent } = z.object({ absent: z.object({ texts: z.array(z.string()) }) }).parse(expected)
  const { lateContributions: _, ...rest } = value
  for (const text of absent.texts) expect(JSON.stringify(rest)).not.toContain(text)

  async function comeBack(id: string): Promise<void> {
    const one = writer(id)
    const { doc } = one.client
    if (id === 'u.jw') setTime('11:55')
    one.client = one.visitor.openDocument(demoMinutesId, 1, doc)
    if (id === 'u.jw') {
      await exchanged()
      await reached(async () => (await projected()).lateContributions.length === 1)
      await exchanged()
    } else {
      // the meeting is closed: the server takes it as too late
      await reached(async () => (await projected()).lateContributions.length === 2)
    }
  }

  async function command(op: TimelineOp): Promise<void> {
    const { api } = writer(op.user).visitor
    const given = { documentId: demoMinutesId, commandId: commandIdSchema.parse(randomUUID()), madeAt: null }
    const decision = op.path.split('/')[1] ?? ''
    const answer = await answered()
    for (const _ of answer.rows) commandOps.push(op.id)
    expect([op.id, answer.outcome]).toEqual([op.id, op.outcome === 'refused' ? 'refused' : 'done'])
    await exchanged()
    function answered() {
      switch (op.op) {
        case 'ascertainQuorum':
          return api.minutes.ascertainQuorum({ ...given, input: {} })
        case 'freeze':
          return api.minutes.freezeWording({ ...given, input: { decision } })
        case 'closeMeeting':
          return api.minutes.closeMeeting({ ...given, input: {} })
        default: {
          const { E: _, ...votes } = tallySchema.parse(op.value)
          const input = { decision, votes }
          return op.op === 'confirmTally'
            ? api.minutes.confirmTally({ ...given, input })
            : api.minutes.confirmTallyAndFreeze({ ...given, input })
        }
      }
    }
  }

  async function projected(): Promise<MinutesDraft> {
    return test.app.collab.read(room, doc => minutes.project(doc).value)
  }
}, 120_000)

const commandOps: string[] = []

async function reached(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('Waited in vain')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

const lateOps = ['O4', 'O10']
const lateForm = (value: MinutesDraft) =>
  asFixture(value).lateContributions.map(({ receivedOn, ...late }, index) => ({
    ...(receivedOn !== '2026-03-14' && { receivedOn }),
    ...late,
    op: lateOps[index],
  }))
