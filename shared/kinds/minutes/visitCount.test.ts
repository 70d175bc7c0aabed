import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fillMinutes, type MinutesContent } from './fill.ts'
import { minutes } from './schema.ts'
import { visitCounts } from './visitCount.ts'

const facts = {
  isClosed: true,
  homeGroup: (person: string) => (person === 'u.sk' ? 'g.windlicht' : 'g.aufwind'),
  isAssociation: (org: string) => org === 'org.land',
}
const visit = {
  visitedGroup: 'g.windlicht',
  visitors: ['u.ma', 'u.sk'],
  groupConsent: true,
  forwarded: [{ id: 'f', to: 'org.land', on: '2026-02-02' }],
}
function counted(changes: MinutesContent['visit'] = {}, header = {}, more = {}) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  fillMinutes(minutes.open(doc), {
    header: { meetingKind: 'gruppenbesuch', date: '2026-01-22', ...header },
    visit: { ...visit, ...changes },
  })
  return visitCounts(minutes.project(doc).value, { ...facts, ...more })
}

describe('visits n/2, domain.md 1.4', () => {
  it('count for those who visited another group', () => {
    expect(counted()).toEqual([{ year: 2026, person: 'u.ma' }])
  })
  it('count once for somebody who is named twice', () => {
    expect(counted({ visitors: ['u.ma', 'u.ma'] })).toEqual([{ year: 2026, person: 'u.ma' }])
  })
  it.each<[string, ReturnType<typeof counted>]>([
    ['open minutes', counted({}, {}, { isClosed: false })],
    ['no consent', counted({ groupConsent: false })],
    ['nobody asked for consent', counted({ groupConsent: null })],
    ['not forwarded', counted({ forwarded: [] })],
    ['forwarded to a partner only', counted({ forwarded: [{ id: 'f', to: 'p.x', on: '2026-02-02' }] })],
    ['no day', counted({}, { date: null })],
    ['another kind of meeting', counted({}, { meetingKind: 'regionalteam' })],
    ['no group', counted({ visitedGroup: null })],
  ])('do not count: %s', (_, counts) => expect(counts).toEqual([]))
})
