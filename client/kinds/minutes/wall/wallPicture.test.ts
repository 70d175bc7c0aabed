import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fillMinutes } from '#shared/kinds/minutes/fill.ts'
import { type MinutesRecord, minutesRecordSchema } from '#shared/kinds/minutes/record.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { LiveState } from '#shared/rules/liveState.ts'
import { wallPicture } from './wallPicture.ts'

const doc = new Y.Doc()
Y.applyUpdate(doc, minutes.seed)
fillMinutes(minutes.open(doc), {
  header: { title: '1. Sitzung 2026', breaks: [{ from: '12:14', to: '12:24' }] },
  agenda: [
    { id: 'top1', title: 'Begrüßung' },
    { id: 'top2', title: 'Themenabend' },
  ],
  decisions: [
    {
      id: 'd02',
      agendaItemId: 'top2',
      rule: 'einfach',
      wording: ['Der Themenabend ist am 18. Juni.', 'Er kostet 120 Euro.'],
      tallyProposals: { 'u.jw': { yes: 4, no: 0, abstain: 0, invalid: 0 } },
    },
  ],
})
const draft = minutes.project(doc).value

const state = (change: Partial<LiveState> = {}): LiveState => ({
  startedAt: 1,
  changedAt: 1,
  current: { item: 'top2', enteredAt: 1, since: 1 },
  items: {},
  pausedSince: null,
  speakers: {
    mode: 'zeit',
    speaking: null,
    waiting: [{ person: 'u.jw', kind: 'wortmeldung', requestedAt: 1 }],
    spoken: [],
    lastSide: null,
  },
  shown: null,
  ...change,
})
const votes = { yes: 3, no: 1, abstain: 1, invalid: 0 }
const record = (given: Partial<MinutesRecord> = {}): MinutesRecord => minutesRecordSchema.parse(given)
const confirmed = record({
  decisions: [
    {
      decisionId: 'd02',
      votes,
      objections: null,
      eligiblePresent: 5,
      at: '11:22',
      rule: 'einfach',
      result: 'angenommen',
    },
  ],
  frozen: [{ decisionId: 'd02', at: '11:42', wording: 'Der Themenabend ist am 18. Juni 2026.' }],
})

const show = (live: LiveState | null, rows = record(), at = '11:00') => wallPicture(draft, rows, live, at)

describe('the wall', () => {
  it('before the beginning: the title; without a motion: the item', () => {
    expect(show(null)).toEqual({ shows: 'notBegun', title: '1. Sitzung 2026' })
    expect(show(state({ current: null }))).toEqual({ shows: 'noItem', title: '1. Sitzung 2026' })
    expect(show(state())).toEqual({
      shows: 'item',
      item: { number: 2, count: 2, title: 'Themenabend' },
    })
  })

  it('[WA1] [WA2] a motion with its live wording; a count that is only proposed shows nowhere', () => {
    const picture = show(state({ shown: 'd02' }))
    expect(picture).toMatchObject({
      shows: 'motion',
      head: 'motion',
      wording: 'Der Themenabend ist am 18. Juni.\nEr kostet 120 Euro.',
      stands: false,
      confirmed: null,
    })
    expect(JSON.stringify(picture)).not.toContain('u.jw')
  })

  it('[WA2] once it is confirmed: the frozen wording, the count, the result', () => {
    expect(show(state({ shown: 'd02' }), confirmed)).toMatchObject({
      head: 'decision',
      wording: 'Der Themenabend ist am 18. Juni 2026.',
      stands: true,
      confirmed: { votes, result: 'angenommen', isSuperseded: false },
    })
  })

  it('[WA3] a break stands before a motion, with its end where one is planned', () => {
    const paused = state({ shown: 'd02', pausedSince: 5 })
    expect(show(paused, record(), '12:20')).toMatchObject({ shows: 'paused', since: 5, until: '12:24' })
    expect(show(paused, record(), '12:24')).toMatchObject({ shows: 'paused', until: null })
  })

  it('[WA3] closed minutes stand before everything', () => {
    const closing = {
      on: '2026-03-14',
      at: '13:25',
      end: '13:20',
      by: 'u.ma',
      contentHash: '0',
      signers: [],
    }
    expect(show(state({ pausedSince: 5 }), record({ closing }))).toMatchObject({ shows: 'closed' })
  })

  it('a motion and an item that were removed meanwhile are not shown', () => {
    expect(show(state({ shown: 'd99' }))).toMatchObject({ shows: 'item' })
    expect(show(state({ current: { item: 'top9', enteredAt: 1, since: 1 } }))).toMatchObject({
      shows: 'noItem',
    })
  })
})
