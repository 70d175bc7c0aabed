import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import { clockTime, isoDay } from '#client/i18n/format.ts'
import { stripEnd } from './timeStrip.ts'
import { useMinutes } from './useMinutes.ts'

/** How often the time strips grow (ms): they show minutes. */
const tick = 20_000

/** Until when the meeting is shown, and whether that is now. Renders again once a minute at most. */
export function useMeetingTime(): { until: string; isNow: boolean } {
  const { session, now } = useMinutes()
  const [clock, setClock] = useState(() => read(now()))
  useEffect(() => {
    const timer = window.setInterval(() => {
      const next = read(now())
      setClock(before => (before.time === next.time ? before : next))
    }, tick)
    return () => window.clearInterval(timer)
  }, [now])
  const projection = useMemo(() => projectionOf(session), [session])
  const until = useSyncExternalStore(projection.subscribe, () => {
    const { header, attendance } = projection.get().value
    const times = attendance.flatMap(row => row.intervals.flat()).filter(time => time !== null)
    return stripEnd(header, times, clock)
  })
  const date = useSyncExternalStore(projection.subscribe, () => projection.get().value.header.date)
  const end = useSyncExternalStore(projection.subscribe, () => projection.get().value.header.end)
  return { until, isNow: end === null && date === clock.day && until === clock.time }
}

const read = (moment: Date) => ({ day: isoDay(moment), time: clockTime(moment) })
