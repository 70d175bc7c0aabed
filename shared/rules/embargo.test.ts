import { describe, expect, it } from 'vitest'
import { instantOf, isSummerTime, localMoment, localTime } from './embargo.ts'

const at = (iso: string) => Date.parse(iso)

describe('local times of Europe/Berlin, domain.md 4.4 G5', () => {
  it.each([
    ['2026-06-18T18:00', '2026-06-18T16:00Z', true],
    ['2026-01-05T09:30', '2026-01-05T08:30Z', false],
    ['2026-03-29T01:59', '2026-03-29T00:59Z', false],
    ['2026-03-29T03:00', '2026-03-29T01:00Z', true],
    ['2026-10-25T01:59', '2026-10-24T23:59Z', true],
    ['2026-10-25T03:00', '2026-10-25T02:00Z', false],
    ['2026-12-31T23:59', '2026-12-31T22:59Z', false],
  ])('%s comes once', (local, iso, summer) => {
    expect(localMoment(local)).toEqual({ state: 'once', instant: at(iso) })
    expect(localTime(at(iso))).toBe(local)
    expect(isSummerTime(at(iso))).toBe(summer)
  })

  it.each(['02:00', '02:30', '02:59'])('29.03.2026 %s never comes', time => {
    expect(localMoment(`2026-03-29T${time}`)).toEqual({ state: 'never', from: '02:00', to: '03:00' })
    expect(instantOf(`2026-03-29T${time}`, 'erste')).toBeNull()
  })

  it.each(['02:00', '02:30', '02:59'])('25.10.2026 %s comes twice', time => {
    const local = `2026-10-25T${time}`
    const moment = { state: 'twice', first: at(`${local}+02:00`), second: at(`${local}+01:00`) }
    expect(localMoment(local)).toEqual(moment)
    expect(instantOf(local, null)).toBeNull()
    expect(instantOf(local, 'erste')).toBe(moment.first)
    expect(instantOf(local, 'zweite')).toBe(moment.second)
    expect([isSummerTime(moment.first), isSummerTime(moment.second)]).toEqual([true, false])
  })

  it('every quarter of an hour of 2026 is read back as it was written', () => {
    const year = Date.UTC(2026, 0, 1)
    for (let instant = year; instant < Date.UTC(2027, 0, 1); instant += 900_000 * 7) {
      const moment = localMoment(localTime(instant))
      const instants =
        moment.state === 'once'
          ? [moment.instant]
          : moment.state === 'twice'
            ? [moment.first, moment.second]
            : []
      expect(instants).toContain(instant)
    }
  })
  it.each([
    '0000-01-01T00:00',
    '0001-01-01T10:00',
    '0999-12-31T23:59',
    '1890-05-01T12:00',
    '9999-12-31T23:59',
  ])('bears %s, which no release has', local => {
    const moment = localMoment(local)
    expect(moment.state === 'once' && localTime(moment.instant)).toBe(local)
  })
  it('other zones, too', () => {
    expect(localMoment('2026-03-29T02:30', 'America/New_York')).toMatchObject({ state: 'once' })
    expect(localMoment('2026-03-08T02:30', 'America/New_York')).toMatchObject({ state: 'never' })
  })
})
