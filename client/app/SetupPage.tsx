import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { Settings } from '#client/features/settings/Settings.tsx'
import { errorText } from '#client/i18n/errorText.ts'
import { type TextKey, useText } from '#client/i18n/i18n.ts'
import { post } from '#client/lib/post.ts'
import { asAppError } from '#client/lib/rpc.ts'
import { formWord } from '#client/ui/formWord.ts'
import type { SetupInput } from '#shared/api/contract.ts'
import { loadHome } from './home.ts'
import f from './SetupPage.module.css'
import { PaperPage, Shell } from './Shell.tsx'
import s from './shell.module.css'
import { useTitle } from './useTitle.ts'

type State = { state: 'asking' } | { state: 'sending' } | { state: 'refused'; why: string }

/** The one-time set-up link lands here: federation, first space, first person. */
export function SetupPage() {
  const t = useText()
  const [, go] = useLocation()
  const [token] = useState(() => location.hash.slice(1))
  const [now, setNow] = useState<State>({ state: 'asking' })
  useTitle(t('setup.title'))

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => formWord(form, name)
    const input: SetupInput = {
      token,
      federation: word('federation'),
      space: word('space'),
      displayName: word('displayName'),
    }
    setNow({ state: 'sending' })
    try {
      await post('/api/setup', input)
      await loadHome()
      go('/', { replace: true })
    } catch (error) {
      setNow({ state: 'refused', why: errorText(asAppError(error)) })
    }
  }
  return (
    <Shell end={<Settings />}>
      <PaperPage title={t('setup.title')}>
        {token === '' ? (
          <p>{t('setup.noToken')}</p>
        ) : (
          <>
            <p>{t('setup.text')}</p>
            <form className={f.form} onSubmit={event => void submit(event)}>
              <Line name="federation" label="setup.federation" hint="setup.federationHint" max={200} />
              <Line name="space" label="setup.space" hint="setup.spaceHint" max={200} />
              <Line name="displayName" label="setup.displayName" hint="setup.displayNameHint" max={120} />
              {now.state === 'refused' ? (
                <p className={s.problem} role="alert">
                  {now.why}
                </p>
              ) : null}
              <p className="dos">
                <button type="submit" className="do main" disabled={now.state === 'sending'}>
                  {t('setup.do')}
                </button>
              </p>
            </form>
          </>
        )}
      </PaperPage>
    </Shell>
  )
}

function Line(props: {
  readonly name: keyof SetupInput
  readonly label: 'setup.federation' | 'setup.space' | 'setup.displayName'
  readonly hint: 'setup.federationHint' | 'setup.spaceHint' | 'setup.displayNameHint'
  readonly max: number
}) {
  const t = useText()
  const id = useId()
  return (
    <div className={f.line}>
      <label htmlFor={id}>{t(props.label satisfies TextKey)}</label>
      <input
        id={id}
        name={props.name}
        required
        maxLength={props.max}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
      />
      <small id={`${id}-hint`}>{t(props.hint satisfies TextKey)}</small>
    </div>
  )
}
