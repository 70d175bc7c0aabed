import { useId } from 'react'
import { Link } from 'wouter'
import { longDay, sinceWhen } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import type { DocumentCard } from '#shared/api/contract.ts'
import s from './Room.module.css'

/** The documents of one kind. Nothing where there is none. */
export function RoomShelf(props: { readonly title: string; readonly documents: readonly DocumentCard[] }) {
  const t = useText()
  const id = useId()
  const { title, documents } = props
  const now = Date.now()
  if (documents.length === 0) return null
  return (
    <section className={s.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={s.lines}>
        {documents.map(card => (
          <li key={card.id}>
            <Link href={`/blatt/${card.id}`}>{card.title || t('sheet.untitled')}</Link>
            <span className={s.when}>{card.date === null ? '' : longDay(card.date)}</span>
            <span className={s.why}>
              {card.changedBy === null
                ? t('room.changed', { when: sinceWhen(card.changedAt, now) })
                : t('room.changedBy', { name: card.changedBy, when: sinceWhen(card.changedAt, now) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
