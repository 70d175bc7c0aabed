import { useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { fullMoment } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { LinkSlip } from '#client/ui/LinkSlip.tsx'
import type { NewLink } from '#shared/api/contract.ts'

type State =
  | { state: 'resting' }
  | { state: 'sending' }
  | { state: 'shown'; made: NewLink }
  | { state: 'failed'; why: string }

/** A link with which the person signs in on a further device of their own. */
export function OwnLink() {
  const t = useText()
  const [now, setNow] = useState<State>({ state: 'resting' })
  const make = async () => {
    setNow({ state: 'sending' })
    try {
      setNow({ state: 'shown', made: await rpc.session.newLink() })
    } catch (error) {
      setNow({ state: 'failed', why: errorText(asAppError(error)) })
    }
  }
  if (now.state === 'shown') {
    return (
      <LinkSlip link={now.made.link} onDone={() => setNow({ state: 'resting' })}>
        <p>{t('ownLink.how')}</p>
        <p className="note soft">{t('ownLink.key', { when: fullMoment(now.made.expiresAt) })}</p>
      </LinkSlip>
    )
  }
  return (
    <div>
      <button type="button" className="do" disabled={now.state === 'sending'} onClick={() => void make()}>
        {t('ownLink.do')}
      </button>
      {now.state === 'failed' ? <p role="alert">{now.why}</p> : null}
    </div>
  )
}
