import { useId } from 'react'
import { Link } from 'wouter'
import { longDay, sinceWhen } from '#client/i18n/format.ts'
import { useLanguage, useText } from '#client/i18n/i18n.ts'
import type { KindLabel } from '#client/sheet/kindView.ts'
import s from './Desk.module.css'
import type { Line } from './deskSections.ts'

/** A section of the desk: title, when, and what happened there. Nothing where there is nothing. */
export function DocumentLines(props: {
  readonly title: string
  readonly lines: readonly Line[]
  readonly now: Date
  readonly kinds: ReadonlyMap<string, KindLabel>
}) {
  const t = useText()
  const language = useLanguage()
  const id = useId()
  if (props.lines.length === 0) return null
  const whyWords = (why: NonNullable<Line['why']>) => {
    switch (why.state) {
      case 'unsent':
        return t('desk.unsent', { count: why.changes })
      case 'changedBy':
        return t('desk.changedBy', { name: why.name })
      case 'place':
        return why.place
    }
  }
  return (
    <section className={s.lines} aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <ul>
        {props.lines.map(({ id, title, kind, when, why }) => (
          <li key={id}>
            <Link href={`/blatt/${id}`}>{title || t('sheet.untitled')}</Link>
            <span className={s.when}>
              {when === null
                ? ''
                : 'day' in when
                  ? longDay(when.day)
                  : sinceWhen(when.at, props.now.getTime())}
            </span>
            <span className={s.why}>
              {[props.kinds.get(kind)?.[language].one, why && whyWords(why)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
