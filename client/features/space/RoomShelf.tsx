import { useId } from 'react'
import { Link } from 'wouter'
import { longDay, sinceWhen } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import type { DocumentCard } from '#shared/api/contract.ts'
import s from './Room.module.css'

/** The shelves of a space in their order; documents of a kind without one stand on the last. */
export const shelves = ['minutes', 'concept', 'pressTemplate', 'groupRecord', 'other'] as const
type Shelf = (typeof shelves)[number]

export const shelfOf = (card: DocumentCard): Shelf => shelves.find(kind => kind === card.kind) ?? 'other'

/** The documents of one kind. Nothing where there is none. */
export function RoomShelf(props: { readonly kind: Shelf; readonly documents: readonly DocumentCard[] }) {
  const t = useText()
  const id = useId()
  const { kind, documents } = props
  const now = Date.now()
  if (documents.length === 0) return null
  return (
    <section className={s.part} aria-labelledby={id}>
      <h2 id={id}>{t(`room.${kind}`)}</h2>
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
