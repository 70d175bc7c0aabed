import { type FormEvent, useId, useState } from 'react'
import { editorHere, type Format, setLink, toggleFormat } from '#client/editor/editorCommands.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { formWord } from '#client/ui/formWord.ts'
import s from './TextTools.module.css'

const offered = [
  'bold',
  'italic',
  'underline',
  'heading2',
  'bulletList',
  'orderedList',
  'blockquote',
] as const satisfies Format[]

/** Words above the text one writes in (below it on a phone); pressing them leaves the focus in the text. */
export function TextTools({ path }: { readonly path: string }) {
  const t = useText()
  const here = useStore(editorHere)
  const [linking, setLinking] = useState(false)
  if (here?.path !== path && !linking) return null
  return (
    <div className={s.stick}>
      <div className={s.tools} role="toolbar" aria-label={t('editor.tools')}>
        {linking ? (
          <LinkForm href={here?.href ?? null} onDone={() => setLinking(false)} />
        ) : (
          <>
            {offered.map(format => (
              <button
                key={format}
                type="button"
                className={s.tool}
                data-format={format}
                aria-pressed={here?.active.includes(format) ?? false}
                onPointerDown={event => event.preventDefault()}
                onClick={() => toggleFormat(format)}
              >
                {t(`editor.format.${format}`)}
              </button>
            ))}
            <button
              type="button"
              className={s.tool}
              aria-pressed={here?.href !== null}
              onPointerDown={event => event.preventDefault()}
              onClick={() => setLinking(true)}
            >
              {t('editor.link')}
            </button>
          </>
        )}
      </div>
    </div>
  )
}

function LinkForm(props: { readonly href: string | null; readonly onDone: () => void }) {
  const t = useText()
  const id = useId()
  const [isBad, setBad] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = formWord(new FormData(event.currentTarget), 'href')
    const address = typed === '' ? null : typed
    if (setLink(address)) props.onDone()
    else setBad(true)
  }
  return (
    <form className={s.link} onSubmit={submit}>
      <label className="sr" htmlFor={id}>
        {t('editor.linkTo')}
      </label>
      <input
        id={id}
        name="href"
        inputMode="url"
        defaultValue={props.href ?? ''}
        placeholder={t('editor.linkTo')}
        aria-invalid={isBad || undefined}
        autoFocus
        onKeyDown={event => {
          if (event.key === 'Escape') props.onDone()
        }}
      />
      <button type="submit" className={s.tool}>
        {t('editor.linkSet')}
      </button>
      {props.href === null ? null : (
        <button
          type="button"
          className={s.tool}
          onClick={() => {
            setLink(null)
            props.onDone()
          }}
        >
          {t('editor.linkOff')}
        </button>
      )}
      <button type="button" className={s.tool} onClick={props.onDone}>
        {t('new.cancel')}
      </button>
      {isBad ? <p role="alert">{t('editor.linkBad')}</p> : null}
    </form>
  )
}
