import type { ReactNode } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import type { Loaded } from '#client/lib/useLoaded.ts'
import s from './Registers.module.css'
import { useWords } from './words.ts'

/** What the server answered, the wait for it, or why there is none and the way on. */
export function Answer<T>(props: {
  readonly of: readonly [Loaded<T>, () => void]
  readonly children: (value: T) => ReactNode
}) {
  const t = useWords()
  const [now, again] = props.of
  switch (now.state) {
    case 'loading':
      return <p className="soft">{t('loading')}</p>
    case 'failed':
      return (
        <div className={s.empty}>
          <p role="alert">{errorText(now.error)}</p>
          <p className="dos">
            <button type="button" className="do" onClick={again}>
              {t('again')}
            </button>
          </p>
        </div>
      )
    case 'ready':
      return props.children(now.value)
  }
}
