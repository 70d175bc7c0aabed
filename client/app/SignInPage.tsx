import { useState } from 'react'
import { useLocation } from 'wouter'
import { Settings } from '#client/features/settings/Settings.tsx'
import { errorText } from '#client/i18n/errorText.ts'
import { useText } from '#client/i18n/i18n.ts'
import { post } from '#client/lib/post.ts'
import { asAppError } from '#client/lib/rpc.ts'
import { loadHome } from './home.ts'
import { PaperPage, Shell } from './Shell.tsx'
import s from './shell.module.css'
import { useTitle } from './useTitle.ts'

type State = { state: 'asking' } | { state: 'sending' } | { state: 'refused'; why: string }

/**
 * A personal link lands here. The token stands in the fragment, so no server log and no link preview sees it,
 * and it is redeemed only by the button.
 */
export function SignInPage() {
  const t = useText()
  const [, go] = useLocation()
  const [token] = useState(() => location.hash.slice(1))
  const [now, setNow] = useState<State>({ state: 'asking' })
  useTitle(t('signIn.title'))

  const redeem = async () => {
    setNow({ state: 'sending' })
    try {
      await post('/api/sign-in', { token })
      await loadHome()
      go('/', { replace: true })
    } catch (error) {
      setNow({ state: 'refused', why: errorText(asAppError(error)) })
    }
  }
  return (
    <Shell end={<Settings />}>
      <PaperPage title={t('signIn.title')}>
        {token === '' ? (
          <p>{t('signIn.noToken')}</p>
        ) : (
          <>
            <p>{t('signIn.text')}</p>
            <p className="dos">
              <button
                type="button"
                className="do main"
                disabled={now.state === 'sending'}
                onClick={() => void redeem()}
              >
                {t('signIn.do')}
              </button>
            </p>
          </>
        )}
        {now.state === 'refused' ? (
          <p className={s.problem} role="alert">
            {now.why}
          </p>
        ) : null}
      </PaperPage>
    </Shell>
  )
}
