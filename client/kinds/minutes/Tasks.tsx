import { useState } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import { Hint } from '#client/ui/Hint.tsx'
import s from './Agenda.module.css'
import { addTask } from './itemActions.ts'
import { TaskRow } from './TaskRow.tsx'
import { useMinutes } from './useMinutes.ts'

/** Aufgaben (domain.md 2.2): what, who, until when. */
export function Tasks() {
  const t = useText()
  const { session, readOnly } = useMinutes()
  const list = session.handle.list('tasks')
  const ids = useThings(list)
  const [fresh, setFresh] = useState<string | null>(null)
  return (
    <section
      className={cx('item', ids.length === 0 && 'noprint')}
      id="tasks"
      aria-labelledby="tasks-head"
      data-path="tasks"
      tabIndex={-1}
    >
      <h2 id="tasks-head">{t('tasks.title')}</h2>
      <Hint name="tasks">{t('tasks.hint')}</Hint>
      {ids.length > 0 ? (
        <ul className={s.tasks}>
          {ids.map(id => {
            const task = list.get(id)
            return task ? <TaskRow key={id} id={id} task={task} focusFirst={id === fresh} /> : null
          })}
        </ul>
      ) : (
        <p className="soft">{t('tasks.empty')}</p>
      )}
      {readOnly ? null : (
        <p className="dos noprint">
          <button type="button" className="do" onClick={() => setFresh(addTask(session, null))}>
            {t('tasks.add')}
          </button>
        </p>
      )}
    </section>
  )
}
