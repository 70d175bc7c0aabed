import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import {
  askForLink,
  changeTable,
  type EditorHere,
  editorHere,
  type Format,
  insertTable,
  toggleFormat,
} from '#client/editor/editorCommands.ts'
import {
  closeLinkField,
  type LinkField,
  leaveLinkField,
  linkField,
  linkTo,
} from '#client/editor/linkField.ts'
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
  const asked = useStore(linkField)
  const linking = asked?.path === path ? asked : null
  if (here?.path !== path && !linking) return null
  return (
    <OverPage>
      <Tools here={here} linking={linking} />
    </OverPage>
  )
}

function Tools(props: { readonly here: EditorHere | null; readonly linking: LinkField | null }) {
  const t = useText()
  const { here, linking } = props
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
          <LinkForm href={linking.href} />
        ) : (
          <>
            {marks.map(format)}
            <button
              type="button"
              className={s.tool}
              aria-pressed={(here?.href ?? null) !== null}
              onClick={askForLink}
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

/** Enter links, Escape gives the caret back; it goes when the focus goes elsewhere on the page. */
function LinkForm({ href }: { readonly href: string | null }) {
  const t = useText()
  const id = useId()
  const [isBad, setBad] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBad(!linkTo(formWord(new FormData(event.currentTarget), 'href')))
  }
  return (
    // the keys are those of the fields in it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={s.link}
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        closeLinkField()
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) leaveLinkField()
      }}
    >
      <label className="sr" htmlFor={id}>
        {t('editor.linkTo')}
      </label>
      <input
        id={id}
        name="href"
        inputMode="url"
        defaultValue={href ?? ''}
        placeholder={t('editor.linkTo')}
        aria-invalid={isBad || undefined}
        autoFocus
      />
      <button type="submit" className={s.tool}>
        {t('editor.linkSet')}
      </button>
      {href === null ? null : (
        <button type="button" className={s.tool} onClick={() => linkTo('')}>
          {t('editor.linkOff')}
        </button>
      )}
      <button type="button" className={s.tool} onClick={closeLinkField}>
        {t('new.cancel')}
      </button>
      {isBad ? <p role="alert">{t('editor.linkBad')}</p> : null}
    </form>
  )
}
