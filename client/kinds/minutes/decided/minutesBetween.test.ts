import { expect, it } from 'vitest'
import { minutesBetween } from './minutesBetween.ts'

it('counts minutes within a day, over midnight and backwards', () => {
  expect(minutesBetween({ on: '2026-03-14', at: '11:45' }, { on: '2026-03-14', at: '12:50' })).toBe(65)
  expect(minutesBetween({ on: '2026-03-14', at: '23:59' }, { on: '2026-03-15', at: '00:01' })).toBe(2)
  expect(minutesBetween({ on: '2026-03-28', at: '12:00' }, { on: '2026-03-30', at: '12:00' })).toBe(2_880)
  expect(minutesBetween({ on: '2026-03-14', at: '11:45' }, { on: '2026-03-14', at: '11:44' })).toBe(-1)
})
