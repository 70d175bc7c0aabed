import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { readFixture } from '#server/demo/files.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { asFixture, expectMatches } from '#test/support/minutesFixture.ts'
import { draftOps, type TimelineOp, timelineSchema } from '#test/support/timeline.ts'
import { join, openMinutes, type Participant, projected } from './support/people.ts'
import { Play } from './support/play.ts'
import { type DemoServer, startDemo } from './support/server.ts'

const six = ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk', 'u.ro'] as const

const timeline = timelineSchema.parse(readFixture('a.timeline'))
const cast = z
  .object({ persons: z.array(z.object({ id: z.string(), name: z.string() })) })
  .parse(readFixture('cast'))

/** Two edits inside a passage that others deleted meanwhile: the convergence suite plays them by their nodes. */
const inDeleted = new Set(['O2a', 'O2b'])
const isPlayed = (op: TimelineOp): boolean => !inDeleted.has(op.id)

/** What may stand in the wording of d03 when Jonas is back. */
const delivered = z
  .object({ oneOf: z.array(z.string()) })
  .parse(timeline.mergeReport.afterDelivery['decisions/d03/wording'])

/** Berlin in March, before the clocks change: UTC + 1. */
const berlin = (time: string): number => Date.parse(`2026-03-14T${time}:00+01:00`)

test('six people write the minutes of scenario (a), one of them 63 minutes without a connection', async ({
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
    const play = new Play(new Map(cast.persons.map(({ id, name }) => [id, name])))
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

    const [window] = timeline.offlineWindows
    if (window?.user !== 'u.jw') throw new Error('The first to go offline should be Jonas')
    const ops = draftOps(timeline).filter(isPlayed)
    for (const [index, op] of ops.entries()) {
      const { context } = person(window.user)
      if (op.t >= window.from && !away.has(window.user) && op.t < window.to) {
        await context.setOffline(true)
        away.add(window.user)
      }
      if (op.t >= window.to && away.has(window.user)) {
        await server.setTime(berlin(window.to))
        await context.setOffline(false)
        away.delete(window.user)
        await exchanged()
        // two edits of one sentence (O3, L34): both are there, and it reads badly
        expect(delivered.oneOf).toContain(await wordingOf(server, play.ids.get('d03') ?? ''))
      }
      if (op.path === 'meeting') {
        // the end is written by the server's clock, which a page learns when it connects
        await server.setTime(berlin(op.t))
        const { page } = person(op.user)
        await openMinutes(page, server)
        await expect(page.locator('[data-save]')).toHaveText('gespeichert')
      }
      // the next writer must not have received this op: the frames wait on the line
      const rival = ops[index + 1]?.concurrentWith === op.id ? ops[index + 1] : undefined
      if (rival) person(rival.user).line.hold()
      await test.step(`${op.t} ${op.id} ${op.user} ${op.op} ${op.path}`, () =>
        play.do(person(op.user).page, op))
      if (op.concurrentWith) person(op.user).line.release()
      if (!rival && op.on) await exchanged()
    }
    await exchanged()

    for (const { page } of people.values())
      await expect(page.locator('[data-save]')).toHaveText(/gespeichert/)
    const expected = readFixture('a.afterTimeline')
    const states = await Promise.all([
      server.project(),
      ...[...people.values()].map(({ page }) => projected(page)),
    ])
    for (const state of states) expectMatches(withFixtureIds(state, play.ids), expected)
    const absent = z.object({ absent: z.object({ texts: z.array(z.string()) }) }).parse(expected).absent.texts
    for (const text of absent) expect(JSON.stringify(states[0])).not.toContain(text)

    // and it is on disk: a killed server has the same minutes
    await server.kill()
    await server.restart()
    expect(await server.project()).toEqual(states[0])
  } finally {
    await server.dispose()
  }
})

/** What the server has as the wording of a motion. */
async function wordingOf(server: DemoServer, id: string): Promise<string> {
  const { decisions } = await server.project()
  return paragraphTexts(decisions.find(decision => decision.id === id)?.wording ?? []).join('\n')
}

/** The page gave new things ids of its own; the comparison uses the fixture's. */
function withFixtureIds(value: MinutesDraft, ids: ReadonlyMap<string, string>): ReturnType<typeof asFixture> {
  const text = [...ids].reduce(
    (json, [fixture, page]) => json.replaceAll(`"${page}"`, `"${fixture}"`),
    JSON.stringify(asFixture(value)),
  )
  return JSON.parse(text) as ReturnType<typeof asFixture>
}
