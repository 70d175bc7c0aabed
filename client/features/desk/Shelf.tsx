import { Link } from 'wouter'
import { useText } from '#client/i18n/i18n.ts'
import type { DeviceDocument } from '#client/offline/deviceStore.ts'
import s from './Desk.module.css'
import { spineHeight, spineTitle } from './spine.ts'

/** More spines than this do not fit on the board; the others are among the lines. */
const most = 6

/** „Ohne Netz dabei“: what this device opens without a network, as spines on a board. */
export function Shelf({ documents }: { readonly documents: readonly DeviceDocument[]; readonly now: Date }) {
  const t = useText()
  const unsent = documents.reduce((sum, one) => sum + one.unsentChanges, 0)
  return (
    <section>
      <h2>{t('shelf.title')}</h2>
      {documents.length === 0 ? (
        <p className="note soft">{t('shelf.empty')}</p>
      ) : (
        <>
          <nav className={s.spines} aria-label={t('shelf.label')}>
            {documents.slice(0, most).map(({ info, title }) => (
              <Link
                key={info.id}
                href={`/blatt/${info.id}`}
                style={{ height: `${spineHeight(info.id)}rem` }}
                aria-label={title || t('sheet.untitled')}
                title={title}
              >
                <span>{spineTitle(title) || t('sheet.untitled')}</span>
              </Link>
            ))}
          </nav>
          <p className={`note soft ${s.shelfNote}`}>{t('shelf.count', { count: documents.length })}</p>
          {unsent > 0 ? <p className={`note ${s.unsent}`}>{t('shelf.unsent', { count: unsent })}</p> : null}
        </>
      )}
    </section>
  )
}
