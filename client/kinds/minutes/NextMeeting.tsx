import { useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import type { Written } from '#client/ui/fields/draft.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { TimeField } from '#client/ui/fields/TimeField.tsx'
import s from './HeaderForm.module.css'
import { useMinutes } from './useMinutes.ts'

type Parts = { date: string | null; start: string | null; place: string }

/**
 * Next meeting: one atomic value of day, time and place. Without a day there is none; time and place that were
 * typed first wait in the form until the day stands.
 */
export function NextMeeting() {
  const t = useText()
  const { session, readOnly } = useMinutes()
  const next = useAtom(session.handle.record('header'), 'nextMeeting')
  const [waiting, setWaiting] = useState<Partial<Parts>>({})
  const parts: Parts = {
    date: next.value?.date ?? null,
    start: next.value?.start ?? waiting.start ?? null,
    place: next.value?.place ?? waiting.place ?? '',
  }
  const write = (change: Partial<Parts>, shown: string): Written => {
    const wanted = { ...parts, ...change }
    if (wanted.date === null) {
      setWaiting({ start: wanted.start, place: wanted.place })
      if (next.value !== null) next.set(null)
      return { value: shown }
    }
    const answer = next.try({
      date: wanted.date,
      ...(wanted.start === null ? {} : { start: wanted.start }),
      ...(wanted.place === '' ? {} : { place: wanted.place }),
    })
    if ('problem' in answer) return answer
    setWaiting({})
    return { value: shown }
  }
  return (
    <div className={s.all} role="group" aria-label={t('next.label')} data-path="header/nextMeeting">
      <span className={s.label}>{t('next.label')}</span>
      <div className={s.next}>
        <DateField
          quiet
          label={t('next.date')}
          path="header/nextMeeting/date"
          value={parts.date}
          readOnly={readOnly}
          placeholder={t('next.none')}
          write={date => write({ date }, date ?? '')}
        />
        <TimeField
          quiet
          label={t('next.start')}
          path="header/nextMeeting/start"
          value={parts.start}
          readOnly={readOnly}
          placeholder={t('next.startNone')}
          write={start => write({ start }, start ?? '')}
        />
        <TextField
          quiet
          label={t('next.place')}
          path="header/nextMeeting/place"
          value={parts.place}
          readOnly={readOnly}
          placeholder={t('next.placeNone')}
          write={place => write({ place: place.trim() }, place.trim())}
        />
      </div>
    </div>
  )
}
