import { useSyncExternalStore } from 'react'
import { projectionOf, useField } from '#client/document/hooks.ts'
import { shortDay } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { choice, firmChoice, moment, people, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { goTo } from '#client/sheet/goTo.ts'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { PeopleField } from '#client/ui/fields/PeopleField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { taskSchema } from '#shared/kinds/minutes/schema.ts'
import s from './Agenda.module.css'
import { CarriedFrom } from './CarriedFrom.tsx'
import { useDecisionOptions, useDecisionWord } from './decision/useDecisionOptions.ts'
import { removeTask } from './itemActions.ts'
import { optionsOf, wordFor } from './options.ts'
import { useAgendaOptions } from './useAgendaOptions.ts'
import { useMinutes } from './useMinutes.ts'
import { useWords } from './words.ts'

export function TaskRow(props: {
  readonly id: string
  readonly focusFirst: boolean
  readonly task: RecordHandle<typeof taskSchema>
}) {
  const t = useText()
  const w = useWords()
  const { id, task } = props
  const { session, readOnly, people: options } = useMinutes()
  const what = useAtom(task, 'what')
  const who = useAtom(task, 'who')
  const due = useAtom(task, 'due')
  const state = useAtom(task, 'state')
  const agendaItemId = useAtom(task, 'agendaItemId')
  const decisionId = useAtom(task, 'decisionId')
  const carriedFrom = useField(task, 'carriedFrom')
  const decisions = useDecisionOptions()
  const decisionWord = useDecisionWord()
  const items = useAgendaOptions()
  const projection = projectionOf(session)
  const meeting = useSyncExternalStore(projection.subscribe, () => projection.get().value.header.date)
  const isDone = state.value === 'erledigt' || state.value === 'entfallen'
  const name = what.value || t('tasks.unnamed')

  return (
    <li id={`tasks-${id}`} data-path={`tasks/${id}`} className={cx(isDone && s.done)} tabIndex={-1}>
      <input
        type="checkbox"
        aria-label={t('tasks.doneOf', { what: name })}
        checked={state.value === 'erledigt'}
        disabled={readOnly}
        data-path={`tasks/${id}/done`}
        onChange={event => state.set(event.currentTarget.checked ? 'erledigt' : 'offen')}
      />
      <div>
        <TextField
          {...plainText(what)}
          quiet
          label={t('tasks.what')}
          placeholder={t('tasks.whatNone')}
          focusFirst={props.focusFirst}
        />
        <div className={s.under}>
          <PeopleField {...people(who)} quiet small label={t('tasks.who')} options={options} />
          <SelectField
            {...choice(agendaItemId)}
            quiet
            small
            controlClass={s.soft}
            label={t('tasks.item')}
            options={items}
            none={t('tasks.itemNone')}
          />
          {decisionId.value ? (
            <a
              href={`#decision-${decisionId.value}`}
              onClick={event => {
                event.preventDefault()
                goTo(`decisions/${decisionId.value}`)
              }}
            >
              {decisionWord(decisionId.value)}
            </a>
          ) : null}
          {carriedFrom === undefined ? null : <CarriedFrom from={carriedFrom} />}
          {state.value === 'offen' || state.value === 'erledigt' ? null : (
            <span>{wordFor('taskState', state.value)}</span>
          )}
        </div>
        <Gloss path={`tasks/${id}/who`} />
      </div>
      <div className={s.due}>
        <DateField
          {...moment(due)}
          quiet
          small
          label={t('tasks.due')}
          placeholder={t('tasks.dueNone')}
          format={day => t('tasks.until', { day: shortDay(day, meeting) })}
        />
      </div>
      {readOnly ? null : (
        <span className={cx(s.more, 'noprint')}>
          <Popover label="⋯" name={t('tasks.moreOn', { what: name })} className={s.dots} side="end">
            {close => (
              <div className={s.menu}>
                <SelectField
                  {...firmChoice(state)}
                  label={t('tasks.state')}
                  options={optionsOf('taskState')}
                />
                {decisions.length > 0 || decisionId.value ? (
                  <SelectField
                    path={decisionId.path}
                    value={decisionId.value ?? null}
                    write={id => decisionId.set(id ?? undefined)}
                    label={w('tasks.decision')}
                    options={decisions}
                    none={w('tasks.decisionNone')}
                  />
                ) : null}
                <button
                  type="button"
                  className="do lose"
                  onClick={() => {
                    close()
                    removeTask(session, id)
                  }}
                >
                  {t('tasks.remove')}
                </button>
              </div>
            )}
          </Popover>
        </span>
      )}
      {/* below the day where there is no margin to stand in */}
      <Gloss path={`tasks/${id}/due`} />
    </li>
  )
}
