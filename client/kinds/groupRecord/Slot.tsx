import { choice, firmChoice, moment, plainText, useAtom } from '#client/sheet/atom.ts'
import grid from '#client/sheet/FieldGrid.module.css'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { removeThing } from '#client/sheet/things.ts'
import { cx } from '#client/ui/cx.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { TimeField } from '#client/ui/fields/TimeField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { slotSchema } from '#shared/kinds/groupRecord/schema.ts'
import s from './GroupRecord.module.css'
import { optionsOf } from './options.ts'
import { Place } from './Place.tsx'
import { useGroup } from './useGroup.ts'
import { useWords } from './words.ts'

/** One meeting: its day, its time, its place. What only online meetings or certain rhythms need comes when it is needed. */
export function Slot(props: {
  readonly id: string
  readonly slot: RecordHandle<typeof slotSchema>
  readonly place: number
  readonly isOnly: boolean
}) {
  const t = useWords()
  const { id, slot, place } = props
  const { session, readOnly } = useGroup()
  const state = useAtom(slot, 'state')
  const weekday = useAtom(slot, 'weekday')
  const from = useAtom(slot, 'from')
  const to = useAtom(slot, 'to')
  const rhythm = useAtom(slot, 'rhythm')
  const week = useAtom(slot, 'week')
  const ruleText = useAtom(slot, 'ruleText')
  const format = useAtom(slot, 'format')
  const onlineLink = useAtom(slot, 'onlineLink')
  const isOnline = format.value === 'online' || format.value === 'hybrid'
  const at = `slots/${id}`
  return (
    <div
      role="group"
      aria-label={t('slots.of', { number: place })}
      className={cx(s.entry, state.value !== 'aktiv' && s.resting)}
      data-path={at}
      tabIndex={-1}
    >
      <p className={s.entryHead}>
        <span className={cx(props.isOnly && 'sr')}>{t('slots.of', { number: place })}</span>
        {state.value === 'aktiv' ? null : <span className={s.small}>{t('slots.restsSaid')}</span>}
      </p>
      <div className={grid.grid}>
        <SelectField {...choice(weekday)} label={t('slot.weekday')} options={optionsOf('weekday')} none="–" />
        <div className={grid.span}>
          <TimeField {...moment(from)} label={t('slot.from')} placeholder="–" />
          <span aria-hidden="true">–</span>
          <TimeField {...moment(to)} label={t('slot.to')} placeholder="–" />
        </div>
        <SelectField {...firmChoice(state)} label={t('slot.state')} options={optionsOf('slotState')} />
        <Gloss path={`${at}/weekday`} />
        <Gloss path={`${at}/from`} />
        <Gloss path={`${at}/to`} />
        <SelectField {...firmChoice(rhythm)} label={t('slot.rhythm')} options={optionsOf('rhythm')} />
        {rhythm.value === 'monat' || week.value !== null ? (
          <SelectField {...choice(week)} label={t('slot.week')} options={optionsOf('week')} none="–" />
        ) : null}
        <SelectField {...firmChoice(format)} label={t('slot.format')} options={optionsOf('format')} />
        {rhythm.value === 'regel' || ruleText.value !== '' ? (
          <TextField
            {...plainText(ruleText)}
            className={grid.all}
            label={t('slot.ruleText')}
            placeholder={t('slot.ruleNone')}
          />
        ) : null}
        <Gloss path={`${at}/week`} />
        <Gloss path={`${at}/ruleText`} />
        <Place slot={slot} at={at} isShown={format.value === 'praesenz' || format.value === 'hybrid'} />
        {isOnline || onlineLink.value !== '' ? (
          <div className={`${grid.all} noprint`}>
            <TextField {...plainText(onlineLink)} label={t('slot.onlineLink')} placeholder="https://" />
            <p className={s.small}>{t('slot.onlineHint')}</p>
          </div>
        ) : null}
        <Gloss path={`${at}/onlineLink`} />
      </div>
      {readOnly ? null : (
        <p className="dos noprint">
          <button
            type="button"
            className="do small lose"
            onClick={() =>
              removeThing(session, session.handle.list('slots'), id, t('slots.removed', { number: place }))
            }
          >
            {t('slots.remove')}
          </button>
        </p>
      )}
    </div>
  )
}
