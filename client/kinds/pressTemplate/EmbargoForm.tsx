import { moment, plainText, useAtom } from '#client/sheet/atom.ts'
import grid from '#client/sheet/FieldGrid.module.css'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import type { Written } from '#client/ui/fields/draft.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { TimeField } from '#client/ui/fields/TimeField.tsx'
import { localMoment } from '#shared/rules/embargo.ts'
import { embargoSentence, refusal } from './embargoWords.ts'
import { Part } from './Part.tsx'
import s from './Press.module.css'
import { usePress } from './usePress.ts'
import { useWords } from './words.ts'

/** Sperrfrist (domain.md 4.4 G5): day and time by German clocks, whatever the device says. */
export function EmbargoForm() {
  const t = useWords()
  const { session, readOnly } = usePress()
  const record = session.handle.record('embargo')
  const until = useAtom(record, 'until')
  const which = useAtom(record, 'which')
  const reason = useAtom(record, 'reason')
  const spokenWord = useAtom(record, 'spokenWord')
  const [day = null, time = null] = until.value?.split('T') ?? []
  const isTwice = until.value !== null && time !== null && localMoment(until.value).state === 'twice'

  // what the clocks never show is refused where it is typed
  const write = (next: string | null, shown: string): Written => {
    const problem = next === null ? null : refusal(next)
    if (problem) return { problem }
    const written = until.try(next)
    return 'problem' in written ? written : { value: shown }
  }
  const joined = (day: string, time: string | null) => (time === null ? day : `${day}T${time}`)

  return (
    <Part name="embargo">
      <div className={grid.grid}>
        <DateField
          label={t('embargo.day')}
          path={`${until.path}/day`}
          readOnly={readOnly}
          value={day}
          placeholder="–"
          write={next => write(next === null ? null : joined(next, time), next ?? '')}
        />
        <TimeField
          label={t('embargo.time')}
          path={`${until.path}/time`}
          readOnly={readOnly || day === null}
          value={time}
          placeholder="–"
          write={next => (day === null ? { value: '' } : write(joined(day, next), next ?? ''))}
        />
        <TextField
          {...plainText(reason)}
          className={grid.all}
          label={t('embargo.reason')}
          placeholder={day === null ? '–' : t('embargo.reasonNone')}
        />
      </div>
      {isTwice && time !== null ? (
        <fieldset className={s.which} disabled={readOnly} data-path={which.path}>
          <legend>{embargoSentence({ until: until.value, which: null })}</legend>
          {(['erste', 'zweite'] as const).map(choice => (
            <label key={choice} className={grid.tick}>
              <input
                type="radio"
                name="embargo-which"
                checked={which.value === choice}
                onChange={() => which.set(choice)}
              />
              {t(choice === 'erste' ? 'embargo.first' : 'embargo.second', { time })}
            </label>
          ))}
        </fieldset>
      ) : null}
      {isTwice && which.value === null ? null : (
        <p className={cx(s.sentence, until.value === null && s.soft)} data-path={until.path}>
          {embargoSentence({ until: until.value, which: which.value })}
        </p>
      )}
      {until.value === null ? null : <p className={s.small}>{t('embargo.request')}</p>}
      <Gloss path="embargo/until" />
      <Gloss path="embargo/which" />
      <Gloss path="embargo/reason" />
      <div className={s.line}>
        <label className={grid.tick}>
          <input
            type="checkbox"
            data-path={spokenWord.path}
            checked={spokenWord.value}
            disabled={readOnly}
            onChange={event => spokenWord.set(event.currentTarget.checked)}
          />
          {t('embargo.spokenWord')}
        </label>
        {readOnly || until.value === null ? null : (
          <button
            type="button"
            className="do small"
            onClick={() =>
              session.handle.transact(() => {
                until.set(null)
                which.set(null)
              })
            }
          >
            {t('embargo.clear')}
          </button>
        )}
      </div>
    </Part>
  )
}

/** What the release invites to. */
export function EventForm() {
  const t = useWords()
  const { session } = usePress()
  const record = session.handle.record('event')
  const date = useAtom(record, 'date')
  const time = useAtom(record, 'time')
  const place = useAtom(record, 'place')
  return (
    <Part name="event">
      <div className={grid.grid}>
        <DateField {...moment(date)} label={t('event.date')} placeholder="–" />
        <TimeField {...moment(time)} label={t('event.time')} placeholder="–" />
        <TextField
          {...plainText(place)}
          className={grid.all}
          label={t('event.place')}
          placeholder={t('event.placeNone')}
        />
      </div>
      <p className={s.small}>{t('event.hint')}</p>
    </Part>
  )
}
