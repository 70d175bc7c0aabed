import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { fullDay, isoDay, sinceWhen } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import type { Desk as DeskContent, DeviceDocument } from '#client/offline/deviceStore.ts'
import type { KindLabel } from '#client/sheet/kindView.ts'
import { Hint } from '#client/ui/Hint.tsx'
import s from './Desk.module.css'
import { DocumentLines } from './DocumentLines.tsx'
import { deskSections, greetingOf, onShelf } from './deskSections.ts'
import { Shelf } from './Shelf.tsx'
import { Today } from './Today.tsx'
import { useShelf } from './useShelf.ts'

/** Schreibtisch (DESIGN, room 1): what is on today, what one was writing, what others changed, what is at hand without a network. */
export function Desk(props: {
  readonly desk: DeskContent
  readonly fresh: boolean
  readonly begin: ReactNode
  readonly kinds: ReadonlyMap<string, KindLabel>
}) {
  const t = useText()
  const { desk } = props
  const now = useMinute()
  const device: readonly DeviceDocument[] = useShelf()
  const sections = deskSections(desk.documents, device, { today: isoDay(now), self: desk.person.displayName })
  const isEmpty = desk.documents.length === 0 && device.length === 0
  // Nobody stands above them who could make a new link for them.
  const isTopCoordinator = desk.spaces.some(
    space => space.level === 'federation' && space.role === 'coordinator',
  )

  return (
    <main className={s.room} id="content" tabIndex={-1}>
      <h1 tabIndex={-1}>{t(`greeting.${greetingOf(now)}`, { name: desk.person.displayName })}</h1>
      <p className={s.greet}>
        {fullDay(isoDay(now))}.{' '}
        {sections.today.length > 0
          ? t('desk.todayCount', { count: sections.today.length })
          : t('desk.todayNone')}
        {props.fresh ? null : (
          <span className={s.stale} role="status">
            {' '}
            {desk.savedAt > 0
              ? t('desk.offlineSince', { when: sinceWhen(desk.savedAt, now.getTime()) })
              : t('desk.offline')}
          </span>
        )}
      </p>
      <div className={s.main}>
        {isTopCoordinator ? <Hint name="secondDevice">{t('desk.secondDevice')}</Hint> : null}
        {sections.today.map(card => (
          <Today key={card.id} card={card} now={now} />
        ))}
        {isEmpty ? (
          <section className={s.empty}>
            <p>{props.begin ? t('desk.empty') : t('desk.emptyReader')}</p>
          </section>
        ) : null}
        <DocumentLines title={t('desk.upcoming')} lines={sections.upcoming} now={now} kinds={props.kinds} />
        <DocumentLines title={t('desk.continue')} lines={sections.writing} now={now} kinds={props.kinds} />
        <DocumentLines title={t('desk.changed')} lines={sections.changed} now={now} kinds={props.kinds} />
        <DocumentLines title={t('desk.more')} lines={sections.more} now={now} kinds={props.kinds} />
        {props.begin ? <div className={s.begin}>{props.begin}</div> : null}
      </div>
      <aside className={s.aside} aria-label={t('desk.aside')}>
        <Shelf documents={onShelf(device, desk.documents)} now={now} />
        {desk.spaces.length > 0 ? (
          <section>
            <h2>{t('desk.spaces')}</h2>
            <ul className={s.spaces}>
              {desk.spaces.map(space => (
                <li key={space.id}>
                  <Link href={`/raum/${space.id}`}>{space.name}</Link>
                  <small>{t(`spaceLevel.${space.level}`)}</small>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </aside>
    </main>
  )
}

/** Now, renewed every half minute: the desk says „in 18 Minuten“. */
function useMinute(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), 30_000)
    return () => window.clearInterval(timer)
  }, [])
  return now
}
