import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import s from './BottomBar.module.css'
import { othersHere } from './othersHere.ts'
import { useSheet } from './sheetContext.ts'

/** A way of a thumb: a word, and below it what is there. */
export type BarEntry = { readonly label: string; readonly note: string; readonly run: () => void }

/** The four ways of a thumb on a phone (DESIGN, 360 px); the last one leads to everything else. */
export function BottomBar(props: { readonly entries: readonly BarEntry[]; readonly onMore: () => void }) {
  const t = useText()
  const { session } = useSheet()
  const here = othersHere(useStore(session.presence)).length
  const more = {
    label: t('bar.more'),
    note: here === 0 ? t('here.aloneShort') : t('bar.here', { count: here }),
    run: props.onMore,
  }
  return (
    <nav className={s.bar} aria-label={t('bar.label')}>
      <ul>
        {[...props.entries, more].map(({ label, note, run }) => (
          <li key={label}>
            <button type="button" onClick={run}>
              {label}
              <small>{note}</small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
