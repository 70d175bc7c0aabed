import { useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import s from './BottomBar.module.css'
import { goTo } from './goTo.ts'
import { addTask } from './itemActions.ts'
import { othersHere } from './othersHere.ts'
import { useSheet } from './sheetContext.ts'

export type DrawerName = 'agenda' | 'more'

/** The four ways of a thumb on a phone (DESIGN, 360 px). */
export function BottomBar({ open }: { readonly open: (name: DrawerName) => void }) {
  const t = useText()
  const { session, readOnly } = useSheet()
  const items = useThings(session.handle.list('agenda'))
  const here = othersHere(useStore(session.presence)).length
  return (
    <nav className={s.bar} aria-label={t('bar.label')}>
      <ul>
        <li>
          <button type="button" onClick={() => open('agenda')}>
            {t('agenda.title')}
            <small>{t('bar.items', { count: items.length })}</small>
          </button>
        </li>
        <li>
          <button type="button" onClick={() => goTo('attendance')}>
            {t('attendance.title')}
            <small>{t('bar.attendance')}</small>
          </button>
        </li>
        <li>
          <button
            type="button"
            onClick={() => (readOnly ? goTo('tasks') : goTo(`tasks/${addTask(session, null)}/what`))}
          >
            {readOnly ? t('tasks.title') : t('bar.task')}
            <small>{readOnly ? t('bar.show') : t('bar.add')}</small>
          </button>
        </li>
        <li>
          <button type="button" onClick={() => open('more')}>
            {t('bar.more')}
            <small>{here === 0 ? t('here.aloneShort') : t('bar.here', { count: here })}</small>
          </button>
        </li>
      </ul>
    </nav>
  )
}
