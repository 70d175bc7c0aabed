import { Link } from 'wouter'
import { clockTime } from '#client/i18n/format.ts'
import { text, useText } from '#client/i18n/i18n.ts'
import { softBreaks } from '#client/ui/softBreaks.ts'
import type { DocumentCard } from '#shared/api/contract.ts'
import { minuteOfDay } from '#shared/rules/minuteOfDay.ts'
import s from './Desk.module.css'

/** A meeting of today as the sheet that lies on top. */
export function Today({ card, now }: { readonly card: DocumentCard; readonly now: Date }) {
  const t = useText()
  return (
    <section className={s.today} aria-labelledby={`today-${card.id}`}>
      <p className={s.clock}>
        {card.start ?? t('today.open')} {card.start ? <small>{untilWords(card.start, now)}</small> : null}
      </p>
      <div>
        <h2 id={`today-${card.id}`}>{card.title}</h2>
        {card.place ? <p className="soft">{card.place}</p> : null}
        {card.outline.length > 0 ? (
          <ol className={s.tops}>
            {card.outline.map((title, index) => (
              // The order is what the numbers say; titles may be equal.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <span>{index + 1}</span>
                {softBreaks(title)}
              </li>
            ))}
          </ol>
        ) : null}
        <p className="dos">
          <Link href={`/blatt/${card.id}`} className="do main">
            {t('today.open.do')}
          </Link>
        </p>
      </div>
    </section>
  )
}

/** „in 18 Minuten“, „seit 5 Minuten“; hours beyond ninety minutes. */
function untilWords(start: string, now: Date): string {
  const minutes = minuteOfDay(start) - minuteOfDay(clockTime(now))
  const count = Math.abs(minutes)
  if (minutes === 0) return text('today.now')
  if (count > 90)
    return text(minutes > 0 ? 'today.inHours' : 'today.sinceHours', { count: Math.round(count / 60) })
  return text(minutes > 0 ? 'today.inMinutes' : 'today.sinceMinutes', { count })
}
