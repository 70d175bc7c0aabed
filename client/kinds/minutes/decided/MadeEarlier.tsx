import { clockTime, isoDay, plainDay } from '#client/i18n/format.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useStore } from '#client/lib/store.ts'
import { type MinutesPayload, minutesPayloadSchema } from '#shared/kinds/minutes/payload.ts'
import s from './Decided.module.css'
import { minutesBetween } from './minutesBetween.ts'
import { useWords } from './words.ts'

/** So many minutes pass while a command that was made online is on its way, at most. */
const onItsWay = 2

/**
 * A decision that was made without a connection counts from when it was made; where the server confirmed it later, both
 * times are said, quietly. `of`: which row; of several the last.
 */
export function MadeEarlier({ of }: { readonly of: (payload: MinutesPayload) => boolean }) {
  const w = useWords()
  const { session } = useMinutes()
  const row = useStore(session.rows).findLast(({ payload }) => {
    const parsed = minutesPayloadSchema.safeParse(payload)
    return parsed.success && of(parsed.data)
  })
  if (!row) return null
  const made = minutesPayloadSchema.parse(row.payload)
  const confirmed = new Date(row.at)
  const stood = { on: isoDay(confirmed), at: clockTime(confirmed) }
  if (minutesBetween(made, stood) < onItsWay) return null
  return (
    <p className={s.soft}>
      {w('made.earlier', {
        made: plainDay(made.on),
        madeAt: made.at,
        day: plainDay(stood.on),
        time: stood.at,
      })}
    </p>
  )
}
