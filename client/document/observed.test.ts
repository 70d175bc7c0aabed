import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { observedContainers, observedField, observedThings } from './observed.ts'

const replica = (clientID: number) => {
  const doc = new Y.Doc()
  doc.clientID = clientID
  Y.applyUpdate(doc, minutes.seed)
  return { doc, list: minutes.open(doc).list('attendance') }
}

describe('entries of a list', () => {
  // whichever of the two Y types stays, whoever shows the row must take hold of it
  it.each([
    [20, 30],
    [30, 20],
  ])(
    '[DM11] two people add the same id at once (clients %i and %i): what shows the row is told',
    (first, second) => {
      const [one, other, third] = [replica(first), replica(second), replica(40)]
      one.list.add('u.jw', { status: 'zugeschaltet', intervals: [['10:00', null]] })
      other.list.add('u.jw', { status: 'zugeschaltet', intervals: [['10:00', null]] })
      const things = observedThings(third.list)
      let renewals = 0
      things.get()
      things.subscribe(() => renewals++)
      Y.applyUpdate(third.doc, Y.encodeStateAsUpdate(one.doc))
      const before = things.get()
      Y.applyUpdate(third.doc, Y.encodeStateAsUpdate(other.doc))
      const row = third.list.get('u.jw')
      if (!row) throw new Error('no row')

      const isReplaced = second > first
      expect(renewals).toBe(isReplaced ? 2 : 1)
      expect(things.get() === before).toBe(!isReplaced)
      expect(things.get()).toEqual([{ id: 'u.jw', y: row.y }])

      // the field of the row as it is held now hears of what is written later
      const intervals = observedField(row, 'intervals')
      let heard = 0
      intervals.get()
      intervals.subscribe(() => heard++)
      row.set('intervals', [['10:00', '10:52']])
      expect(heard).toBe(1)
      expect(intervals.get()).toEqual([['10:00', '10:52']])
    },
  )

  it('are told of adding, moving and removing, not of what changes within them', () => {
    const { doc, list } = replica(50)
    const things = observedThings(list)
    let renewals = 0
    things.get()
    things.subscribe(() => renewals++)
    list.add('a', {})
    list.add('b', {})
    expect(renewals).toBe(2)
    list.get('a')?.set('status', 'anwesend')
    expect(renewals).toBe(2)
    list.move('b', { before: 'a' })
    list.remove('a')
    expect(renewals).toBe(4)
    expect(things.get().map(({ id }) => id)).toEqual(['b'])
    doc.destroy()
  })
})

describe('containers at the top', () => {
  it('[DM4] are told when they come late and when a peer replaces one, not when something is written in them', () => {
    const doc = new Y.Doc()
    const handle = minutes.open(doc)
    const containers = observedContainers(handle)
    let renewals = 0
    expect(containers.get()).toEqual([])
    containers.subscribe(() => renewals++)
    Y.applyUpdate(doc, minutes.seed)
    expect(renewals).toBe(1)
    handle.record('header').set('title', 'Protokoll')
    expect(renewals).toBe(1)
    doc.getMap('document').set('header', new Y.Map())
    expect(renewals).toBe(2)
  })
})
