import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useField } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { softBreaks } from '#client/ui/softBreaks.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { agendaItemSchema } from '#shared/kinds/minutes/schema.ts'
import { moveItem } from './itemActions.ts'
import s from './Outline.module.css'
import { wordFor } from './options.ts'
import { useMinutes } from './useMinutes.ts'

type Props = {
  readonly id: string
  readonly place: number
  readonly count: number
  readonly handle?: ReactNode
  /** shows „nach oben“ and „nach unten“ as words, where there is no room for dragging */
  readonly withWords?: boolean | undefined
  readonly onJump?: (() => void) | undefined
}

/** One line of the outline: number, title, and below it the result or the minutes planned. */
export function OutlineEntry(props: Props) {
  const item = useMinutes().session.handle.list('agenda').get(props.id)
  return item ? <Line {...props} item={item} /> : null
}

function Line(props: Props & { readonly item: RecordHandle<typeof agendaItemSchema> }) {
  const t = useText()
  const { session, readOnly } = useMinutes()
  const { id, place, count } = props
  const title = useField(props.item, 'title')
  const result = useField(props.item, 'result')
  const minutes = useField(props.item, 'plannedMin')
  const link = useRef<HTMLAnchorElement>(null)
  // Moving an entry in the list takes its focus away; the one who moved it keeps it.
  const moved = useRef(false)
  useLayoutEffect(() => {
    if (moved.current) link.current?.focus()
    moved.current = false
  }, [place])
  const move = (by: -1 | 1) => {
    moved.current = true
    moveItem(session, id, by)
  }
  const below =
    result === 'offen'
      ? minutes === null
        ? null
        : t('agenda.minutesLong', { count: minutes })
      : wordFor('agendaResult', result)

  return (
    <>
      <a
        ref={link}
        className={s.link}
        href={`#agenda-${id}`}
        aria-keyshortcuts={readOnly ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
        onClick={event => {
          event.preventDefault()
          props.onJump?.()
          goTo(`agenda/${id}`)
        }}
        onKeyDown={event => {
          if (readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          move(event.key === 'ArrowUp' ? -1 : 1)
        }}
      >
        <span className={s.n}>{place}</span>
        <span className={s.title}>{softBreaks(title) || t('agenda.untitled')}</span>
        {below ? <span className={s.below}>{below}</span> : null}
      </a>
      {props.handle}
      {props.withWords && !readOnly ? (
        <span className={s.words}>
          <button
            type="button"
            className="do small"
            disabled={place === 1}
            aria-label={t('agenda.upName', { title })}
            onClick={() => moveItem(session, id, -1)}
          >
            {t('agenda.up')}
          </button>
          <button
            type="button"
            className="do small"
            disabled={place === count}
            aria-label={t('agenda.downName', { title })}
            onClick={() => moveItem(session, id, 1)}
          >
            {t('agenda.down')}
          </button>
        </span>
      ) : null}
    </>
  )
}
