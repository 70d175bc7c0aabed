import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import {
  changeTable,
  type EditorHere,
  editorHere,
  type Format,
  insertTable,
  setLink,
  toggleFormat,
} from '#client/editor/editorCommands.ts'
import { tableActions } from '#client/editor/tableActions.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { cx } from '#client/ui/cx.ts'
import { formWord } from '#client/ui/formWord.ts'
import { OverPage, useCoveredFoot } from '#client/ui/OverPage.tsx'
import s from './TextTools.module.css'

const marks = ['bold', 'italic', 'underline'] as const satisfies Format[]
const blocks = [
  'heading2',
  'heading3',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
] as const satisfies Format[]

/** Words at the foot of the window while somebody writes; pressing them leaves the focus in the text. */
export function TextTools({ path }: { readonly path: string }) {
  const here = useStore(editorHere)
  const [linking, setLinking] = useState(false)
  if (here?.path !== path && !linking) return null
  return (
    <OverPage>
      <Tools here={here} linking={linking} setLinking={setLinking} />
    </OverPage>
  )
}

function Tools(props: {
  readonly here: EditorHere | null
  readonly linking: boolean
  readonly setLinking: (linking: boolean) => void
}) {
  const t = useText()
  const { here, linking, setLinking } = props
  const place = useRef<HTMLDivElement>(null)
  const covered = useCoveredFoot()
  // above the keyboard of a phone; a style set by the script is none of the page's markup
  useLayoutEffect(() => {
    if (place.current) place.current.style.translate = covered > 0 ? `0 ${-covered}px` : ''
  }, [covered])
  const format = (one: Format) => (
    <button
      key={one}
      type="button"
      className={s.tool}
      data-format={one}
      aria-pressed={here?.active.includes(one) ?? false}
      onClick={() => toggleFormat(one)}
    >
      {t(`editor.format.${one}`)}
    </button>
  )
  return (
    <div className={s.place} ref={place}>
      <div
        className={s.tools}
        role="toolbar"
        aria-label={t('editor.tools')}
        tabIndex={-1}
        onPointerDown={event => {
          if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
        }}
      >
        {linking ? (
          <LinkForm href={here?.href ?? null} onDone={() => setLinking(false)} />
        ) : (
          <>
            {marks.map(format)}
            <button
              type="button"
              className={s.tool}
              aria-pressed={(here?.href ?? null) !== null}
              onClick={() => setLinking(true)}
            >
              {t('editor.link')}
            </button>
            {here?.inTable
              ? tableActions.map(action => (
                  <button
                    key={action}
                    type="button"
                    className={cx(s.tool, action === 'deleteTable' && s.lose)}
                    onClick={() => void changeTable(action)}
                  >
                    {t(`editor.table.${action}`)}
                  </button>
                ))
              : blocks
                  // a smaller heading stands only below a heading
                  .filter(one => one !== 'heading3' || here?.fitsHeading3 || here?.active.includes(one))
                  .map(format)}
            {here?.inTable ? null : (
              <button type="button" className={s.tool} onClick={() => void insertTable()}>
                {t('editor.table')}
              </button>
            )}
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
