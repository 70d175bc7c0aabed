import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { z } from 'zod'
import { readFixture } from '#server/demo/files.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { eligibleAt } from '#shared/rules/attendance.ts'
import { quorum } from '#shared/rules/quorum.ts'
import { asFixture, expectMatches, fillFromStart } from '#test/support/minutesFixture.ts'
import { draftOps, replayTimeline, type Typing, timelineSchema } from '#test/support/timeline.ts'

const timeline = timelineSchema.parse(readFixture('a.timeline'))
const start = readFixture('a.start')
const expected = readFixture('a.afterTimeline')

const users = ['u.ma', 'u.dy', 'u.hp', 'u.jw', 'u.sk', 'u.ro']
const names = ['server', ...users]
const ascending = new Map(names.map((name, index) => [name, 100 + index]))
const descending = new Map(names.map((name, index) => [name, 900 - index]))
const jonasFirst = new Map(names.map((name, index) => [name, name === 'u.jw' ? 50 : 100 + index]))
const orders = { ascending, descending, jonasFirst }
const cases = Object.entries(orders).flatMap(([order, clientIds]) =>
  (['atOnce', 'letters'] as const).map((typing: Typing) => ({ order, clientIds, typing })),
)

const project = (doc: Y.Doc) => minutes.project(doc)

describe('six people write the minutes of scenario (a), Jonas offline from 10:52 to 11:55', () => {
  it('concerns all ops of the draft but the late one and the comments', () => {
    const ops = draftOps(timeline)
    expect(ops.filter(op => !op.on).map(op => op.id)).toEqual([
      'O1',
      'O2a',
      'O2b',
      'O3',
      'O4',
      'O5',
      'O6',
      'O7',
      'O8',
    ])
    expect(ops).toHaveLength(85)
  })

  describe.each(cases)('client ids $order, typed $typing', ({ clientIds, typing }) => {
    const run = (onDelivered?: (user: string, server: Y.Doc) => void) =>
      replayTimeline({
        timeline,
        makeDocument: doc => fillFromStart(doc, start),
        clientIds,
        typing,
        ...(onDelivered && { onDelivered }),
      })

    it('ends as a.afterTimeline says, equally on all replicas', () => {
      const { server, replicas } = run()
      const { value, issues } = project(server)
      expect(issues).toEqual([])
      expectMatches(asFixture(value), expected)
      for (const doc of replicas.values()) expect(project(doc)).toEqual({ value, issues })
    })

    it('shows after the delivery what the merge report describes', () => {
      const delivered: string[] = []
      run((user, server) => {
        delivered.push(user)
        if (user !== 'u.jw') return
        const { agenda, decisions } = asFixture(project(server).value)
        const wording = (id: string) => decisions.find(decision => decision.id === id)?.wording
        const after = timeline.mergeReport.afterDelivery
        expect(agenda.map(item => item.id)).toEqual(after.agenda)
        expect(agenda.find(item => item.id === 'top7')?.title).toBe(after['agenda/top7/title'])
        expect(agenda.find(item => item.id === 'top3')?.body).toEqual(after['agenda/top3/body'])
        expect(wording('d02')).toBe(after['decisions/d02/wording'])
        const { oneOf } = z.object({ oneOf: z.array(z.string()) }).parse(after['decisions/d03/wording'])
        expect(oneOf).toContain(wording('d03'))
      })
      expect(delivered).toEqual(['u.jw', 'u.sk'])
    })

    it('counts E(t) as the table of the scenario', () => {
      const { value } = project(run().server)
      // The table counts at the times of the votes; at the end all intervals are closed, so any replica can tell.
      const table = { '10:05': 5, '11:42': 4, '12:12': 5, '12:38': 4, '12:55': 3 }
      const counted = Object.keys(table).map(time => [time, eligibleAt(value.attendance, time).length])
      expect(Object.fromEntries(counted)).toEqual(table)
      expect(quorum(value, '12:38')).toEqual({ eligible: 6, present: 4, needed: 4, quorate: true })
      expect(quorum(value, '12:55')).toEqual({ eligible: 6, present: 3, needed: 4, quorate: false })
    })
  })

  it('lets both of two people who type at one place go first, by their client ids', () => {
    const texts = Object.values(orders).map(clientIds => {
      const makeDocument = (doc: Y.Doc) => fillFromStart(doc, start)
      const { server } = replayTimeline({ timeline, makeDocument, clientIds, typing: 'letters' })
      return asFixture(project(server).value).agenda.find(item => item.id === 'top2')?.body[0]
    })
    expect(new Set(texts).size).toBe(2)
  })

  it('the comparison finds a wrong text, a missing row and an unexpected one', () => {
    const fixture = z.record(z.string(), z.unknown()).parse(expected)
    const { value } = project(
      replayTimeline({
        timeline,
        makeDocument: doc => fillFromStart(doc, start),
        clientIds: ascending,
        typing: 'atOnce',
      }).server,
    )
    const good = asFixture(value)
    const differences = [
      { ...good, header: { ...good.header, title: 'x' } },
      { ...good, attendance: good.attendance.slice(1) },
      { ...good, attendance: [...good.attendance, ...good.attendance.slice(0, 1)] },
      { ...good, agenda: good.agenda.toReversed() },
      { ...good, agenda: good.agenda.map(item => ({ ...item, body: [...item.body, ''] })) },
    ]
    for (const different of differences) expect(() => expectMatches(different, fixture)).toThrow()
    expectMatches({ ...good, tasks: good.tasks.toReversed() }, fixture)
  })
})
