import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { openReadOnly } from '#server/db/database.ts'
import { readFixture } from '#server/demo/files.ts'
import { verifyLedger } from '#server/ledger/verify.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { ledgerFixture } from '#test/support/ledgerFixture.ts'
import { asFixture, expectMatches } from '#test/support/minutesFixture.ts'
import { draftOps, type TimelineOp, timelineSchema } from '#test/support/timeline.ts'
import { actLive } from './support/live.ts'
import { join, openMinutes, type Participant, projected } from './support/people.ts'
import { Play } from './support/play.ts'
import { type DemoServer, demoMinutesId, startDemo } from './support/server.ts'
import { test } from './support/test.ts'

const six = ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk', 'u.ro'] as const

const timeline = timelineSchema.parse(readFixture('a.timeline'))

/**
 * Two edits inside a passage that others deleted meanwhile. Which of two emptied lines an editor takes away when they
 * are joined is its own choice: `ledgerTimeline` and the convergence suite play them by their nodes.
 */
const inDeleted = new Set(['O2a', 'O2b'])
const commands = new Set([
  'ascertainQuorum',
  'confirmTally',
  'freeze',
  'confirmTallyAndFreeze',
  'closeMeeting',
])
const isCommand = (op: TimelineOp): boolean => commands.has(op.op)
/** Everything of the timeline but comments, which have no room yet. */
const isPlayed = (op: TimelineOp): boolean =>
  !inDeleted.has(op.id) &&
  (isCommand(op) ||
    op.outcome === 'late' ||
    op.path === 'live/speakerList' ||
    draftOps(timeline).includes(op))

/** What may stand in the wording of d03 when Jonas is back. */
const delivered = z
  .object({ oneOf: z.array(z.string()) })
  .parse(timeline.mergeReport.afterDelivery['decisions/d03/wording'])

/** Berlin in March, before the clocks change: UTC + 1. */
const berlin = (time: string): number => Date.parse(`2026-03-14T${time}:00+01:00`)

test('six people hold the meeting of scenario (a): votes confirmed, closed and signed, two of them a while without a connection', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const server = await startDemo()
  try {
    await server.setTime(berlin('09:57'))
    const people = new Map<string, Participant>()
    for (const id of six) people.set(id, await join(browser, server, id))
    const person = (id: string): Participant => {
      const one = people.get(id)
      if (!one) throw new Error(`${id} does not take part`)
      return one
    }
    const play = new Play()
    const away = new Set<string>()
    const connected = () => [...people.values()].filter(({ id }) => !away.has(id))

    /** Waits until everybody connected shows what the server has. */
    const exchanged = async (): Promise<void> => {
      await expect
        .poll(
          async () => {
            const states = await Promise.all([
              server.project(),
              ...connected().map(({ page }) => projected(page)),
            ])
            return new Set(states.map(state => JSON.stringify(state))).size
          },
          { timeout: 20_000, intervals: [40, 80, 160, 320] },
        )
        .toBe(1)
    }
    await exchanged()

    /** Comes back; what the device has kept goes to the server first. */
    const comeBack = async (user: string): Promise<void> => {
      await person(user).context.setOffline(false)
      away.delete(user)
    }
    await actLive(person('u.ma').page, { type: 'start', item: 'top1' })
    const ops = timeline.ops.filter(isPlayed)
    /** which op asked for each row of the ledger, in order */
    const askedBy: string[] = []
    for (const [index, op] of ops.entries()) {
      for (const { user, from, to } of timeline.offlineWindows) {
        if (op.t >= from && op.t < to && !away.has(user)) {
          await exchanged()
          await person(user).context.setOffline(true)
          away.add(user)
        }
        if (op.t >= to && away.has(user)) {
          await server.setTime(berlin(to))
          await comeBack(user)
          await expect.poll(async () => (await server.project()).lateContributions.length).toBe(1)
          await exchanged()
          // two edits of one sentence (O3, L34): both are there, and it reads badly
          expect(delivered.oneOf).toContain(await wordingOf(server, play.ids.get('d03') ?? ''))
        }
      }
      // what is decided, and when, says the server's clock, which a page learns when it connects
      if (isCommand(op)) await server.setTime(berlin(op.t))
      if (op.path === 'meeting') {
        const { page } = person(op.user)
        await openMinutes(page, server)
        await expect(page.locator('[data-save]')).toHaveText('gespeichert')
      }
      // the next writer must not have received this op: the frames wait on the line
      const rival = ops[index + 1]?.concurrentWith === op.id ? ops[index + 1] : undefined
      if (rival) person(rival.user).line.hold()
      const { page } = person(op.user)
      await test.step(`${op.t} ${op.id} ${op.user} ${op.op} ${op.path}`, () => play.do(page, op))
      if (isCommand(op)) {
        const had = askedBy.length
        await expect.poll(async () => (await server.rows()).length).toBeGreaterThan(had)
        const { length } = await server.rows()
        while (askedBy.length < length) askedBy.push(op.id)
        for (const one of connected())
          await expect.poll(() => rowsIn(one.page), { message: one.id }).toBe(length)
      }
      if (op.outcome === 'refused')
        await expect(page.getByText('Nicht beschlussfähig: 3 von 4 nötig.').first()).toBeVisible()
      if (op.concurrentWith) person(op.user).line.release()
      if (!rival && op.on) await exchanged()
    }
    // the speaker list was there, and is in no record
    for (const kept of [await server.project(), await server.rows()])
      expect(JSON.stringify(kept)).not.toContain('wortmeldung')
    await expect(actLive(person('u.ma').page, { type: 'pause' })).rejects.toThrow(/closed|notStarted/)
    const closed = await server.project()

    // 14:10: Svea's sentence comes after the closing
    await server.setTime(berlin('14:10'))
    await comeBack('u.sk')
    await expect.poll(async () => (await server.project()).lateContributions.length).toBe(2)
    await exchanged()
    const { lateContributions: _, ...draft } = await server.project()
    const { lateContributions: __, ...before } = closed
    expect(draft).toEqual(before)

    await exchanged()

    for (const { page } of people.values())
      await expect(page.locator('[data-save]')).toHaveText(/gespeichert/)

    // what was decided, as a whole, before anybody has signed
    const decided = await server.rows()
    expect(ledgerFixture(withPageIds(decided, play.ids), askedBy)).toEqual(
      z.object({ records: z.array(z.unknown()) }).parse(readFixture('a.ledger')).records,
    )
    // chair and minute taker sign exactly that
    for (const id of ['u.ma', 'u.dy']) {
      const signing = person(id).page.locator('[data-path="signatures"]')
      await signing.getByRole('button', { name: 'Unterschreiben' }).click()
      await signing.getByRole('button', { name: 'Unterschreiben' }).last().click()
      await expect(signing.locator('[data-signed="true"]')).toHaveCount(id === 'u.ma' ? 1 : 2)
    }
    for (const { page } of people.values())
      await expect(page.getByText('Die Unterschriften passen zu dem, was hier steht.')).toBeVisible()
    const expected = readFixture('a.afterTimeline')
    const states = await Promise.all([
      server.project(),
      ...[...people.values()].map(({ page }) => projected(page)),
    ])
    for (const state of states) expectMatches(withFixtureIds(state, play.ids), expected)
    const lateOps = ['O4', 'O10']
    const late = withFixtureIds(await server.project(), play.ids).lateContributions
    expect(
      late.map(({ receivedOn, ...own }, index) => ({
        ...own,
        ...(receivedOn !== '2026-03-14' && { receivedOn }),
        op: lateOps[index],
      })),
    ).toEqual(z.object({ lateContributions: z.array(z.unknown()) }).parse(expected).lateContributions)
    const absent = z.object({ absent: z.object({ texts: z.array(z.string()) }) }).parse(expected).absent.texts
    for (const text of absent) expect(JSON.stringify(draft)).not.toContain(text)

    // and in the register, in their order
    const { page } = person('u.ro')
    const numbers = [1, 2, 3, 4, 5].map(place => `2026-01/0${place}`)
    // made a few seconds after the last decision
    await expect(async () => {
      await page.goto(`${server.url}/raum/org.region/register`)
      await expect(page.locator('tbody th')).toHaveText(numbers, { timeout: 3_000 })
    }).toPass({ timeout: 30_000 })

    // and it is on disk: a killed server has the same minutes
    await server.kill()
    await server.restart()
    expect(await server.project()).toEqual(states[0])
    expect((await server.rows()).slice(0, decided.length)).toEqual(decided)
    const ledger = openReadOnly(path.join(server.dataDir, 'journal.db'))
    expect(await verifyLedger(ledger.kysely)).toMatchObject({ faults: [], signatures: 2 })
    await ledger.close()
  } finally {
    await server.dispose()
  }
})

/** What the server has as the wording of a motion. */
async function wordingOf(server: DemoServer, id: string): Promise<string> {
  const { decisions } = await server.project()
  return paragraphTexts(decisions.find(decision => decision.id === id)?.wording ?? []).join('\n')
}

/** How many rows of the ledger this browser has. */
const rowsIn = (page: Page): Promise<number> =>
  page.evaluate(id => {
    const { mitschrift } = globalThis as unknown as { mitschrift: { rows(id: string): unknown[] } }
    return mitschrift.rows(id).length
  }, demoMinutesId)

/** The page gave new things ids of its own; the comparison uses the fixture's. */
function withFixtureIds(value: MinutesDraft, ids: ReadonlyMap<string, string>): ReturnType<typeof asFixture> {
  const text = [...ids].reduce(
    (json, [fixture, page]) =>
      json.replaceAll(`"${page}"`, `"${fixture}"`).replaceAll(`/${page}/`, `/${fixture}/`),
    JSON.stringify(asFixture(value)),
  )
  return JSON.parse(text) as ReturnType<typeof asFixture>
}

/** Rows with the fixture's ids where the page gave things its own. */
function withPageIds<T>(rows: T, ids: ReadonlyMap<string, string>): T {
  const text = [...ids].reduce(
    (json, [fixture, page]) => json.replaceAll(`"${page}"`, `"${fixture}"`),
    JSON.stringify(rows),
  )
  return JSON.parse(text) as T
}
