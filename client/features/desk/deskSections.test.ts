import { describe, expect, it } from 'vitest'
import type { DeviceDocument } from '#client/offline/deviceStore.ts'
import type { DocumentCard } from '#shared/api/contract.ts'
import { documentIdSchema, generationSchema, personIdSchema, spaceIdSchema } from '#shared/ids.ts'
import { deskSections, greetingOf, onShelf } from './deskSections.ts'

const id = (digit: number) => documentIdSchema.parse(`00000000-0000-4000-8000-00000000000${digit}`)
const card = (digit: number, more: Partial<DocumentCard> = {}): DocumentCard => ({
  id: id(digit),
  kind: 'minutes',
  spaceId: spaceIdSchema.parse('region'),
  generation: generationSchema.parse(1),
  title: `Sitzung ${digit}`,
  date: null,
  start: null,
  place: null,
  outline: [],
  changedAt: digit,
  changedBy: null,
  ...more,
})
const own = (digit: number, more: Partial<DeviceDocument> = {}): DeviceDocument => ({
  info: card(digit),
  title: `Sitzung ${digit}`,
  date: null,
  space: {
    id: spaceIdSchema.parse('region'),
    name: 'Region',
    level: 'regionalAssociation',
    parentId: null,
    role: 'editor',
  },
  members: [{ personId: personIdSchema.parse('u.ma'), displayName: 'Marlies', label: '', role: 'editor' }],
  access: 'write',
  openedAt: digit,
  unsentChanges: 0,
  ...more,
})
const me = { today: '2026-03-14', self: 'Marlies' }

describe('desk', () => {
  it('lays every document down once, today first', () => {
    const cards = [
      card(1, { date: '2026-03-14', changedBy: 'Deniz' }),
      card(2, { date: '2026-09-12' }),
      card(3, { changedBy: 'Deniz' }),
      card(4, { changedBy: 'Marlies' }),
    ]
    const sections = deskSections(cards, [own(1), own(2), own(3)], me)
    const all = [
      ...sections.today,
      ...sections.upcoming,
      ...sections.writing,
      ...sections.changed,
      ...sections.more,
    ]
    expect(all.map(one => one.id)).toEqual([id(1), id(2), id(3), id(4)])
    expect(sections.writing.map(line => line.id)).toEqual([id(3)])
  })
  it('leaves in the kit what lies there, but for a meeting with its day and words that are not sent', () => {
    const kit = card(1, { kind: 'starterKit' })
    const partOf = kit.id
    const cards = [
      kit,
      card(2, { partOf }),
      card(3, { partOf, date: '2026-03-14' }),
      card(4, { partOf, changedBy: 'Deniz' }),
      card(5, { partOf }),
    ]
    const sections = deskSections(cards, [own(2), own(5, { unsentChanges: 3 })], me)
    expect(sections.today.map(one => one.id)).toEqual([id(3)])
    expect(sections.writing.map(line => line.id)).toEqual([id(5)])
    expect(sections.changed).toEqual([])
    expect(sections.more.map(line => line.id)).toEqual([id(1)])
  })
  it('the board has what lies in a kit behind the rest, in the order of opening', () => {
    const cards = [card(1, { partOf: id(9) }), card(2), card(3, { partOf: id(9) })]
    const shelf = onShelf([own(1), own(2), own(3), own(4)], cards)
    expect(shelf.map(({ info }) => info.id)).toEqual([id(2), id(4), id(1), id(3)])
  })
  it('shows what others changed, newest first, and not what one changed oneself', () => {
    const cards = [
      card(1, { changedBy: 'Deniz' }),
      card(2, { changedBy: 'Hanne' }),
      card(3, { changedBy: 'Marlies' }),
    ]
    expect(deskSections(cards, [], me).changed.map(line => line.id)).toEqual([id(2), id(1)])
  })
  it('says how much was not sent yet, also for a sheet that only this device knows', () => {
    const [line] = deskSections([], [own(5, { unsentChanges: 14 })], me).writing
    expect(line).toMatchObject({ id: id(5), title: 'Sitzung 5', why: { state: 'unsent', changes: 14 } })
  })
  it.each([
    [3, 'night'],
    [9, 'morning'],
    [14, 'day'],
    [20, 'evening'],
  ] as const)('at %i o’clock it is %s', (hour, word) =>
    expect(greetingOf(new Date(2026, 2, 14, hour))).toBe(word),
  )
})
