import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { daySchema, timeSchema } from '#shared/document/values.ts'
import { AppError } from '#shared/errors.ts'
import { minutes } from './schema.ts'

function emptyMinutes() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  return minutes.open(doc)
}

describe('minutes', () => {
  it('are complete before anybody has written', () => {
    const handle = emptyMinutes()
    expect(handle.get('header')).toMatchObject({
      title: '',
      number: '',
      date: null,
      chair: null,
      minuteTakers: [],
    })
    expect(handle.get('quorum')).toEqual({ rule: null, abstentionsBreakUnanimity: false })
    expect(handle.get('formalia')).toEqual({ agendaApproved: null, previousMinutes: null })
  })

  it.each(['00:00', '09:05', '23:59'])('take the time %s', time => {
    expect(timeSchema.safeParse(time).success).toBe(true)
  })
  it.each(['24:00', '9:05', '10:60', '10:05:00', '10.05', ' 10:05', '10:05\n', ''])(
    'refuse the time %j',
    time => {
      const row = emptyMinutes().list('attendance').add('u.ma', {})
      expect(() => row.set('intervals', [[time, null]])).toThrow(AppError)
      expect(row.get('intervals')).toEqual([])
    },
  )

  it('take a leap day and refuse days that are none', () => {
    expect(daySchema.safeParse('2028-02-29').success).toBe(true)
    const header = emptyMinutes().record('header')
    for (const day of ['2026-02-29', '2026-13-01', '14.03.2026', '2026-3-14', '']) {
      expect(() => header.set('date', day)).toThrow(AppError)
    }
  })

  it('a row without a valid status or voting right shows as one that does not count', () => {
    const handle = emptyMinutes()
    const row = handle.list('attendance').add('u.ma', { status: 'anwesend', voting: 'stimmberechtigt' })
    row.y.set('status', 'da')
    row.y.set('voting', 1)
    expect(row.get('status')).toBe('entschuldigt')
    expect(row.get('voting')).toBe('ohne')
  })
})
