import { describe, expect, it } from 'vitest'
import { timeLineOf } from './timeLine.ts'

const today = '2026-11-22'
const m = (id: string, due: string | null, dependsOn: string[] = []) => ({ id, label: id, due, dependsOn })
const line = (milestones: ReturnType<typeof m>[], period = { from: '2026-09-01', to: '2027-08-31' }) =>
  timeLineOf({ period, milestones, goals: [], today })

describe('timeLineOf', () => {
  it('is none before two days are known', () => {
    const open = { from: null, to: null }
    expect(timeLineOf({ period: open, milestones: [m('M1', null)], goals: [], today })).toBeNull()
    expect(timeLineOf({ period: open, milestones: [m('M1', '2026-09-01')], goals: [], today })).toBeNull()
    expect(
      timeLineOf({
        period: { from: null, to: '2026-09-02' },
        milestones: [m('M1', '2026-09-01')],
        goals: [],
        today,
      }),
    ).not.toBeNull()
  })

  it('reaches over the period, and further where a milestone lies outside', () => {
    expect(line([m('M1', '2026-09-01'), m('M2', '2027-08-31')])?.milestones.map(({ at }) => at)).toEqual([
      0, 100,
    ])
    const wider = line([m('M1', '2026-09-01'), m('M2', '2028-08-30')])
    expect(wider?.milestones.map(({ at }) => at)).toEqual([0, 100])
  })

  it('lifts labels that would touch, and only these', () => {
    const marks = line([
      m('M1', '2026-09-30'),
      m('M2', '2026-10-10'),
      m('M3', '2026-10-20'),
      m('M4', '2027-03-31'),
    ])
    expect(marks?.milestones.map(({ id, level }) => `${id} ${level}`)).toEqual([
      'M1 0',
      'M2 1',
      'M3 2',
      'M4 0',
    ])
  })

  it('links what needs to what is needed, and says when that points back', () => {
    const linked = line([
      m('M1', '2026-09-01'),
      m('M2', '2027-08-31', ['M1', 'gone']),
      m('M3', '2026-09-01', ['M2']),
    ])
    expect(linked?.links).toEqual([
      { from: 0, to: 100, isLate: false },
      { from: 100, to: 0, isLate: true },
    ])
  })

  it('names the months as far as there is room', () => {
    const year = line([])
    expect(year?.months.map(({ day }) => day)).toHaveLength(12)
    expect(year?.months.filter(({ isNamed }) => isNamed).map(({ day }) => day.slice(0, 7))).toEqual([
      '2026-09',
      '2026-11',
      '2027-01',
      '2027-03',
      '2027-05',
      '2027-07',
    ])
    const short = line([], { from: '2026-09-02', to: '2026-12-01' })
    expect(short?.months.map(({ day }) => day)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01'])
  })

  it('shows today while it lies on the line', () => {
    expect(line([])?.today).toBe(22.53)
    expect(line([], { from: '2026-09-01', to: '2026-10-01' })?.today).toBeNull()
  })
})
