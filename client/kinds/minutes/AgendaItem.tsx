import { useProse } from '#client/document/hooks.ts'
import { ProseField } from '#client/editor/ProseField.tsx'
import { useText } from '#client/i18n/i18n.ts'
import { choice, firmChoice, number, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { MoveButtons } from '#client/sheet/MoveButtons.tsx'
import { TextTools } from '#client/sheet/TextTools.tsx'
import { cx } from '#client/ui/cx.ts'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { agendaItemSchema } from '#shared/kinds/minutes/schema.ts'
import { Absent, useIsAbsent } from './Absent.tsx'
import s from './Agenda.module.css'
import { Decisions } from './decision/Decisions.tsx'
import { EarlyWarnings } from './EarlyWarnings.tsx'
import { ChooseAttachments, ItemAttachments } from './ItemAttachments.tsx'
import { moveItem, removeItem } from './itemActions.ts'
import { optionsOf } from './options.ts'
import { useMinutes } from './useMinutes.ts'

/** One agenda item (TOP): its number hangs in the margin, title and text are set as in printed minutes. */
export function AgendaItem(props: {
  readonly id: string
  readonly place: number
  readonly count: number
  readonly item: RecordHandle<typeof agendaItemSchema>
}) {
  const t = useText()
  const { id, item, place } = props
  const { session, readOnly, people } = useMinutes()
  const label = t('agenda.top', { number: place })
  const title = useAtom(item, 'title')
  const type = useAtom(item, 'type')
  const presenter = useAtom(item, 'presenter')
  const plannedMin = useAtom(item, 'plannedMin')
  const result = useAtom(item, 'result')
  const onInvitation = useAtom(item, 'onInvitation')
  const fragment = useProse(item, 'body')
  const isAbsent = useIsAbsent(item)

  return (
    <section
      className="item"
      id={`agenda-${id}`}
      data-path={`agenda/${id}`}
      aria-labelledby={`agenda-${id}-head`}
      tabIndex={-1}
    >
      <h2 id={`agenda-${id}-head`} className={s.head}>
        <span className={s.n} aria-hidden="true">
          TOP <b>{place}</b>
        </span>
        <span className="sr">
          {label} {title.value}
        </span>
      </h2>
      <TextField
        {...plainText(title)}
        quiet
        label={t('agenda.titleOf', { top: label })}
        textClass={s.title}
        placeholder={t('agenda.titleNone')}
      />
      <div className={s.meta}>
        <SelectField
          {...firmChoice(type)}
          quiet
          small
          controlClass={s.soft}
          label={t('agenda.typeOf', { top: label })}
          options={optionsOf('agendaType')}
        />
        <SelectField
          {...choice(presenter)}
          quiet
          small
          controlClass={s.soft}
          label={t('agenda.presenterOf', { top: label })}
          options={people}
          none={t('agenda.presenterNone')}
        />
        <span className={s.minutes}>
          <NumberField
            {...number(plannedMin)}
            quiet
            small
            label={t('agenda.minutesOf', { top: label })}
            placeholder="–"
          />
          <span aria-hidden="true">{t('agenda.minutes')}</span>
        </span>
        {readOnly ? null : (
          <span className={cx(s.more, 'noprint')}>
            <Popover label="⋯" name={t('agenda.moreOn', { top: label })} className={s.dots} side="end">
              {close => (
                <div className={s.menu}>
                  <MoveButtons
                    place={place}
                    count={props.count}
                    move={by => moveItem(session, id, by)}
                    up={t('agenda.up')}
                    down={t('agenda.down')}
                  />
                  <label className={s.tick}>
                    <input
                      type="checkbox"
                      data-path={onInvitation.path}
                      checked={onInvitation.value}
                      onChange={event => onInvitation.set(event.currentTarget.checked)}
                    />
                    {t('agenda.onInvitation')}
                  </label>
                  {isAbsent ? null : <Absent item={item} />}
                  <ChooseAttachments item={item} />
                  <button
                    type="button"
                    className="do lose"
                    onClick={() => {
                      close()
                      removeItem(session, id, place)
                    }}
                  >
                    {t('agenda.remove')}
                  </button>
                </div>
              )}
            </Popover>
          </span>
        )}
      </div>
      <Gloss path={`agenda/${id}/title`} />
      <Gloss path={`agenda/${id}/onInvitation`} />
      {fragment ? (
        <div className={s.text}>
          <TextTools path={`agenda/${id}/body`} />
          <ProseField
            fragment={fragment}
            session={session}
            path={`agenda/${id}/body`}
            label={t('agenda.bodyOf', { top: label })}
            placeholder={t('agenda.bodyNone')}
            readOnly={readOnly}
          />
        </div>
      ) : null}
      <Gloss path={`agenda/${id}/body`} />
      <ItemAttachments item={item} top={label} />
      <Decisions item={id} top={label} type={type.value} />
      <div className={s.foot}>
        <SelectField
          {...firmChoice(result)}
          className={cx(s.result, result.value === 'offen' && 'noprint')}
          label={t('agenda.result')}
          options={optionsOf('agendaResult')}
        />
        {isAbsent ? <Absent item={item} className={s.absent} /> : null}
        <EarlyWarnings id={id} item={item} top={label} />
      </div>
      <Gloss path={`agenda/${id}/result`} />
    </section>
  )
}
