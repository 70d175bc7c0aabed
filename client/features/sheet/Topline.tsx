import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { AnySession } from '#client/document/session.ts'
import { joined } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { cx } from '#client/ui/cx.ts'
import { writeDrafts } from '#client/ui/fields/drafts.ts'
import { PersonMark } from '#client/ui/PersonMark.tsx'
import { Badge } from './Badge.tsx'
import s from './Topline.module.css'

/** At most this many marks stand in the line; the rest is a number. */
const marks = 6

/** Where one is, what state it is in, who is here, the way back, and what has been kept. */
export function Topline(props: {
  readonly session: AnySession
  readonly title: string
  readonly state: string
  readonly settings: ReactNode
  /** where the arrow leads; to the desk unless told */
  readonly back?: { readonly href: string; readonly label: string }
}) {
  const t = useText()
  const { session } = props
  const presence = useStore(session.presence)
  const undo = useStore(session.undo.state)
  const readOnly = useStore(session.access) === 'read'
  const people = [
    ...new Map(
      presence.filter(entry => !entry.isSelf).map(entry => [entry.person.id, entry.person]),
    ).values(),
  ]
  return (
    <header className={s.topline} aria-label={t('sheet.topline')}>
      <p className={s.where}>
        <Link
          href={props.back?.href ?? '/'}
          className={s.back}
          aria-label={props.back?.label ?? t('sheet.back')}
        >
          ←
        </Link>
        <span>{props.title}</span>
      </p>
      <p className={s.state}>{props.state}</p>
      <p className={s.here}>
        <span className="sr">
          {people.length > 0
            ? t('here.say', { names: joined(people.map(person => person.name)) })
            : t('here.alone')}
        </span>
        {people.slice(0, marks).map(person => (
          <PersonMark key={person.id} name={person.name} tone={person.tone} />
        ))}
        {people.length > marks ? <span aria-hidden="true">+{people.length - marks}</span> : null}
      </p>
      {readOnly ? null : (
        <p className={s.undo}>
          <button
            type="button"
            className="do"
            disabled={!undo.canUndo}
            onClick={() => {
              writeDrafts()
              session.undo.undo()
            }}
          >
            {t('undo.undo')}
          </button>
          <button
            type="button"
            className={cx('do', s.redo)}
            disabled={!undo.canRedo}
            onClick={() => session.undo.redo()}
          >
            {t('undo.redo')}
          </button>
        </p>
      )}
      <Badge session={session} />
      {props.settings}
    </header>
  )
}
