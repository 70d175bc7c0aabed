import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { appCache, takeUpdate } from '#client/offline/serviceWorker.ts'
import s from './shell.module.css'

/** Lines above the room: a newer version waits; without HTTPS nothing is kept on this device. */
export function Notices() {
  const t = useText()
  const { state } = useStore(appCache)
  if (state === 'updateReady') {
    return (
      <p className={s.notice} role="status">
        {t('notice.update')}{' '}
        <button type="button" className="do" onClick={takeUpdate}>
          {t('notice.updateDo')}
        </button>
      </p>
    )
  }
  if (state === 'insecure') return <p className={s.notice}>{t('notice.insecure')}</p>
  return null
}
