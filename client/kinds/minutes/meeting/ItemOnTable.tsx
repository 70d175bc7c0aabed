import { Link } from 'wouter'
import { useField } from '#client/document/hooks.ts'
import { StaticProse } from '#client/editor/StaticProse.tsx'
import { useText } from '#client/i18n/i18n.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { softBreaks } from '#client/ui/softBreaks.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { agendaItemSchema } from '#shared/kinds/minutes/schema.ts'
import s from './Meeting.module.css'
import { Motion } from './Motion.tsx'
import { type MeetingItem, useElections, useMotions } from './meetingItems.ts'
import { useWords } from './words.ts'

/** The item that one looks at, large: title, what stands about it, its motions. It is written on the sheet. */
export function ItemOnTable(props: {
  readonly item: MeetingItem
  readonly handle: RecordHandle<typeof agendaItemSchema>
  readonly count: number
  readonly isCurrent: boolean
}) {
  const t = useText()
  const w = useWords()
  const { session, nameOf, readOnly } = useMinutes()
  const { item, handle, count } = props
  const presenter = useField(handle, 'presenter')
  const body = useField(handle, 'body')
  const motions = useMotions(item.id)
  const elections = useElections(item.id)
  const sheet = `/blatt/${session.info.id}`
  const isWritten = paragraphTexts(body).some(line => line.trim() !== '')
  return (
    <>
      <p className={s.pos}>{w('of', { number: item.number, count })}</p>
      <h1 tabIndex={-1}>{softBreaks(item.title) || t('agenda.untitled')}</h1>
      {presenter === null ? null : (
        <p className={s.presenter}>{w('presenter', { name: nameOf(presenter) })}</p>
      )}
      {isWritten ? (
        <div className={s.body}>
          <StaticProse nodes={body} />
        </div>
      ) : (
        <p className={s.soft}>{w('bodyNone')}</p>
      )}
      {readOnly ? null : (
        <p className="dos">
          <Link
            href={`${sheet}#agenda/${item.id}/body`}
            className="do"
            aria-label={w('writeOf', { number: item.number })}
          >
            {w('write')}
          </Link>
          {motions.length > 0 ? null : (
            <Link href={`${sheet}#agenda/${item.id}`} className="do">
              {w('addMotion')}
            </Link>
          )}
        </p>
      )}
      {motions.map(({ id }) => {
        const decision = session.handle.list('decisions').get(id)
        return decision ? (
          <Motion key={id} id={id} decision={decision} item={item} isCurrent={props.isCurrent} />
        ) : null
      })}
      {elections.map(({ id, office }) => (
        <article key={id} className={s.motion}>
          <h2 className={s.label}>{w('election', { office: office || '–' })}</h2>
          <p className="dos">
            <Link href={`${sheet}#elections/${id}`} className="do">
              {w('electionDo')}
            </Link>
          </p>
        </article>
      ))}
    </>
  )
}
