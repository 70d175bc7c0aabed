import { useState } from 'react'
import type { AnySession } from '#client/document/session.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { reloadNewest } from '#client/offline/serviceWorker.ts'
import { NoticeStrip } from '#client/ui/NoticeStrip.tsx'

/** Why nobody can write on this sheet at present, where it is not the person's role. */
export function ReadOnlyNotice({ session }: { readonly session: AnySession }) {
  const t = useText()
  const reason = useStore(session.readOnly)
  const [isLeaving, setLeaving] = useState(false)
  if (reason === null || reason === 'role') return null
  return (
    <NoticeStrip label={t('badge.readOnly')} says={t(`readOnly.${reason}`)}>
      {reason === 'clientTooOld' ? (
        <button
          type="button"
          className="do main"
          disabled={isLeaving}
          onClick={() => {
            setLeaving(true)
            void reloadNewest()
          }}
        >
          {t('notice.updateDo')}
        </button>
      ) : null}
    </NoticeStrip>
  )
}
