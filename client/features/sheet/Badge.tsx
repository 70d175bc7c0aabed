import { useEffect, useRef } from 'react'
import type { AnySession } from '#client/document/session.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { announce } from '#client/ui/announce.ts'
import s from './Topline.module.css'

/**
 * Where the words are that were written here (P3: never „gespeichert“ for what is not on disk).
 * The dot repeats the word: hollow, half, full.
 */
export function Badge({ session }: { readonly session: AnySession }) {
  const t = useText()
  const save = useStore(session.save)
  const connection = useStore(session.connection)
  const access = useStore(session.access)
  const words = () => {
    switch (save.state) {
      case 'unsaved':
        return t('badge.unsaved')
      case 'onDevice':
        return t('badge.onDevice', { count: save.changes })
      case 'saved':
        return t('badge.saved')
      case 'onlyOnline':
        return t(save.error === 'storageFull' ? 'badge.onlineFull' : 'badge.onlineOnly', {
          count: save.changes,
        })
    }
  }
  const line = () => {
    switch (connection.state) {
      case 'online':
        return null
      case 'connecting':
        return t('badge.connecting')
      case 'offline':
        return t('badge.offline')
      case 'refused':
        return t(`refusal.${connection.reason}`)
    }
  }
  const connectionWords = line()
  // The badge changes with every keystroke, so it is no live region; what changes how one should work is said once.
  const alarm =
    save.state === 'onlyOnline' ? words() : connection.state === 'connecting' ? null : connectionWords
  const said = useRef(alarm)
  useEffect(() => {
    if (said.current === alarm) return
    if (alarm !== null) announce(alarm)
    else if (connection.state === 'online') announce(t('badge.backOnline'))
    said.current = connection.state === 'connecting' ? said.current : alarm
  }, [alarm, connection.state, t])
  return (
    <p className={s.badge} data-save={save.state}>
      <span>{words()}</span>
      {connectionWords ? <span className={s.line}>{connectionWords}</span> : null}
      {access === 'read' ? <span className={s.line}>{t('badge.readOnly')}</span> : null}
    </p>
  )
}
