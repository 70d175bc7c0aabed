import { useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { useText } from '#client/i18n/i18n.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { unsentTotal, wipe } from '#client/offline/deviceStore.ts'
import type { Person } from '#shared/api/contract.ts'

type State =
  | { state: 'resting' }
  /** something here has not reached the server: what would go is said first */
  | { state: 'asking'; unsent: number }
  | { state: 'failed'; why: string }

/** Signs out and takes everything of this person off the device; says before what would be lost. */
export function SignOut({ person }: { readonly person: Person }) {
  const t = useText()
  const [now, setNow] = useState<State>({ state: 'resting' })
  const leave = async () => {
    try {
      await rpc.session.signOut()
      await wipe()
      location.assign('/')
    } catch (error) {
      setNow({ state: 'failed', why: errorText(asAppError(error)) })
    }
  }
  const ask = async () => {
    try {
      const unsent = await unsentTotal()
      if (unsent > 0) setNow({ state: 'asking', unsent })
      else await leave()
    } catch (error) {
      setNow({ state: 'failed', why: errorText(asAppError(error)) })
    }
  }
  return (
    <div>
      <p className="note soft">{t('settings.signedInAs', { name: person.displayName })}</p>
      <p className="note soft">{t('settings.wayBack')}</p>
      {now.state === 'asking' ? (
        <>
          <p role="alert">{t('settings.unsent', { count: now.unsent })}</p>
          <p className="dos">
            <button type="button" className="do" onClick={() => setNow({ state: 'resting' })}>
              {t('settings.stay')}
            </button>
            <button type="button" className="do lose" onClick={() => void leave()}>
              {t('settings.signOutAnyway')}
            </button>
          </p>
        </>
      ) : (
        <button type="button" className="do" onClick={() => void ask()}>
          {t('settings.signOut')}
        </button>
      )}
      {now.state === 'failed' ? <p role="alert">{now.why}</p> : null}
    </div>
  )
}
