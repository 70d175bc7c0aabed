import { Link } from 'wouter'
import { joined, plainDay } from '#client/i18n/format.ts'
import { rpc } from '#client/lib/rpc.ts'
import { useLoaded } from '#client/lib/useLoaded.ts'
import type { Space } from '#shared/api/contract.ts'
import { Answer } from './Answer.tsx'
import { nameOf } from './people.ts'
import s from './Registers.module.css'
import { fits, RegisterTable, type Row, Shown } from './RegisterTable.tsx'
import { sourceOf } from './source.ts'
import { byPerson, type PersonTasks } from './tasksByPerson.ts'
import { useWords, word } from './words.ts'

/** Offene Aufgaben: one table per person, the overdue ones first; carried over ones say so. */
export function Tasks({ space, query }: { readonly space: Space; readonly query: string }) {
  const t = useWords()
  const answer = useLoaded(() => rpc.registers.tasks({ spaceId: space.id }), `tasks ${space.id}`)
  return (
    <Answer of={answer}>
      {({ tasks }) => {
        if (tasks.length === 0) return <p className={s.empty}>{t('tasks.empty')}</p>
        const people = byPerson(tasks, nameOf, t('tasks.nobody'))
        const all = people.map(person => ({ person, rows: rowsOf(person) }))
        const found = all
          .map(({ person, rows }) => ({ person, rows: rows.filter(row => fits(row, query)) }))
          .filter(({ rows }) => rows.length > 0)
        const count = (list: readonly { rows: readonly Row[] }[]) =>
          new Set(list.flatMap(({ rows }) => rows.map(({ id }) => id))).size
        return (
          <>
            <Shown shown={count(found)} total={count(all)} query={query} />
            {found.map(({ person, rows }) => (
              <section key={person.id ?? ''} className={s.part} aria-label={person.name}>
                <h2>
                  {person.name} <small>{countOf(person)}</small>
                </h2>
                <RegisterTable
                  caption={person.name}
                  look={s.tasks}
                  columns={[t('tasks.what'), t('tasks.due'), t('tasks.from')]}
                  rows={rows}
                />
              </section>
            ))}
          </>
        )
      }}
    </Answer>
  )
}

function countOf({ tasks, overdue }: PersonTasks): string {
  const count = word('tasks.count', { count: tasks.length })
  return overdue === 0 ? count : word('tasks.countOverdue', { tasks: count, overdue })
}

const rowsOf = ({ id, name, tasks }: PersonTasks): Row[] =>
  tasks.map(task => {
    const { what, due, meeting, item, carried, isOverdue, state } = task
    const others = task.who.filter(one => one.id !== id).map(nameOf)
    const day = due === null ? word('tasks.noDue') : plainDay(due)
    const overdue = isOverdue ? word('tasks.overdue') : ''
    const notes = [
      others.length > 0 ? word('tasks.with', { who: joined(others) }) : '',
      state === 'erledigt' || state === 'entfallen' || state === 'offen' ? '' : word(`tasks.${state}`),
      carried > 0 ? word('tasks.carried', { count: carried }) : '',
    ].filter(Boolean)
    return {
      id: `${task.documentId}/${task.id}`,
      words: [name, what, day, overdue, meeting.name, item?.title, ...notes],
      cells: [
        <>
          <Link href={sourceOf(task.documentId, task.path)} className={s.main}>
            {what || word('untitled')}
          </Link>
          {notes.length > 0 ? <small>{notes.join(' · ')}</small> : null}
        </>,
        <>
          {day}
          {overdue ? <small className={s.look}>{overdue}</small> : null}
        </>,
        <>
          {meeting.name}
          {item ? <small>{word('item', item)}</small> : null}
        </>,
      ],
    }
  })
