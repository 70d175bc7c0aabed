import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { AppError } from '#shared/errors.ts'
import { exportable } from './exportable.ts'
import { groupRecord } from './schema.ts'

function emptyGroupRecord() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, groupRecord.seed)
  return { doc, handle: groupRecord.open(doc) }
}

describe('group record', () => {
  it('is complete before anybody has written', () => {
    const { doc } = emptyGroupRecord()
    const { value, issues } = groupRecord.project(doc)
    expect(issues).toEqual([])
    expect(value.group).toMatchObject({ name: '', phase: null, openness: null, activeMembers: null })
    expect(value.slots).toEqual([])
  })

  it('a new meeting is an active weekly one in a room', () => {
    const { handle } = emptyGroupRecord()
    const slot = handle.list('slots').add('s1', {})
    expect(slot.get('state')).toBe('aktiv')
    expect(slot.get('rhythm')).toBe('woche')
    expect(slot.get('format')).toBe('praesenz')
  })

  it.each([-1, 1.5, 10_001])('refuses %d members', count => {
    expect(() => emptyGroupRecord().handle.record('group').set('activeMembers', count)).toThrow(AppError)
  })

  it('leaves the house without the link to an online meeting', () => {
    const { doc, handle } = emptyGroupRecord()
    handle.list('slots').add('s1', { format: 'online', onlineLink: 'https://treffen.example/geheim' })
    const { value } = groupRecord.project(doc)
    expect(JSON.stringify(value)).toContain('geheim')
    expect(JSON.stringify(exportable(value))).not.toContain('geheim')
    expect(exportable(value)).toEqual({ ...value, slots: [{ ...value.slots[0], onlineLink: '' }] })
  })
})
