import { useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { fullMoment } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { cx } from '#client/ui/cx.ts'
import { LinkSlip } from '#client/ui/LinkSlip.tsx'
import type { Member, NewLink, Space } from '#shared/api/contract.ts'
import s from './MemberLink.module.css'

type State =
  /** `back`: the link was just put away, so the focus belongs here again */
  | { state: 'resting'; back: boolean }
  | { state: 'sending' }
  | { state: 'shown'; made: NewLink }
  | { state: 'failed'; why: string }

/** A new link for a member who has lost their way in; why there is none tells nothing of other spaces. */
export function MemberLink(props: { readonly space: Space; readonly member: Member }) {
  const t = useText()
  const { displayName: name, personId } = props.member
  const [now, setNow] = useState<State>({ state: 'resting', back: false })
  const make = async () => {
    setNow({ state: 'sending' })
    try {
      setNow({ state: 'shown', made: await rpc.spaces.newLink({ spaceId: props.space.id, personId }) })
    } catch (error) {
      const known = asAppError(error)
      const why = known.code === 'notFound' ? t('memberLink.cannot', { name }) : errorText(known)
      setNow({ state: 'failed', why })
    }
  }
  if (now.state === 'shown') {
    return (
      <div className={s.slip}>
        <LinkSlip link={now.made.link} onDone={() => setNow({ state: 'resting', back: true })}>
          <p>{t('memberLink.how', { name })}</p>
          <p className="note soft">{t('memberLink.key', { name, when: fullMoment(now.made.expiresAt) })}</p>
        </LinkSlip>
      </div>
    )
  }
  return (
    <>
      <button
        type="button"
        className={cx('do small', s.make)}
        aria-label={t('memberLink.name', { name })}
        aria-disabled={now.state === 'sending'}
        autoFocus={now.state === 'resting' && now.back}
        onClick={() => (now.state === 'sending' ? undefined : void make())}
      >
        {t('memberLink.do')}
      </button>
      {now.state === 'failed' ? (
        <p role="alert" className={s.why}>
          {now.why}
        </p>
      ) : null}
    </>
  )
}
