import { type ReactNode, useId, useRef, useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { toClipboard } from './clipboard.ts'
import s from './LinkSlip.module.css'

type Copy = 'not yet' | 'copied' | 'byHand'

/** A personal link, shown once, to be copied; `children` say what it is for. `link` is a path of this server. */
export function LinkSlip(props: {
  readonly link: string
  readonly onDone: () => void
  readonly children: ReactNode
}) {
  const t = useText()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [copy, setCopy] = useState<Copy>('not yet')
  const href = new URL(props.link, location.origin).href

  const take = async () => {
    setCopy('not yet')
    if (await toClipboard(href)) return setCopy('copied')
    input.current?.focus()
    input.current?.select()
    setCopy('byHand')
  }
  return (
    <div className={s.slip}>
      <div id={`${id}-text`} className={s.text}>
        {props.children}
      </div>
      <label className="note soft" htmlFor={id}>
        {t('link.label')}
      </label>
      <input
        id={id}
        ref={input}
        aria-describedby={`${id}-text`}
        readOnly
        value={href}
        className={s.link}
        onFocus={event => event.currentTarget.select()}
        autoFocus
      />
      <p className="dos">
        <button type="button" className="do main" onClick={() => void take()}>
          {t('link.copy')}
        </button>
        <button type="button" className="do" onClick={props.onDone}>
          {t('link.finish')}
        </button>
      </p>
      <p role="status">{copy === 'not yet' ? null : t(`link.${copy}`)}</p>
    </div>
  )
}
