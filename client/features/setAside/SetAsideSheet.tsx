import { useEffect, useRef, useState } from 'react'
import { differences, sectionText, wholeText } from '#client/document/readable.ts'
import { sinceWhen } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import type { HeldText } from '#client/offline/setAside.ts'
import { cx } from '#client/ui/cx.ts'
import { Copyable, CopyButton } from './Copyable.tsx'
import { type Reading, saveAsFile, titleOf } from './reading.ts'
import s from './SetAsideSheet.module.css'

/** From this width on the sheet lies beside the document, so that one can go to and fro; below it covers the page. */
const wide = '(min-width: 56rem)'

/** A side sheet with the texts that were set aside: first what the document lacks, then all of it. */
export function SetAsideSheet(
  props: { readonly texts: readonly HeldText[]; readonly onClose: () => void } & Reading,
) {
  const t = useText()
  const { texts, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const element = dialog.current
    if (matchMedia(wide).matches) element?.show()
    else element?.showModal()
    heading.current?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={s.sheet}
      aria-label={t('aside.title')}
      onCancel={onClose}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={s.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t('aside.title')}
        </h2>
        <button type="button" className="do" onClick={onClose}>
          {t('drawer.close')}
        </button>
      </div>
      {texts.map(text => (
        <OneText key={`${text.id} ${text.entries.length}`} {...props} text={text} />
      ))}
    </dialog>
  )
}

function OneText(props: { readonly text: HeldText } & Reading) {
  const t = useText()
  const { text, read, present } = props
  // as it was when somebody began to read: nothing moves while they copy
  const [{ sections, found }] = useState(() => {
    const sections = read(text)
    const now = present()
    return { sections, found: now && differences(sections, now) }
  })
  return (
    <article className={s.text} aria-label={t('aside.since', { when: sinceWhen(text.at, Date.now()) })}>
      <p className="soft">{t('aside.since', { when: sinceWhen(text.at, Date.now()) })}</p>
      {found ? (
        <p className={s.sum}>
          {found.length === 0 ? t('aside.same') : t('aside.differs', { count: found.length })}
        </p>
      ) : null}
      <ul className={s.found}>
        {found?.map(({ section, piece, now }) => (
          <li key={piece.path}>
            <Copyable
              what={piece.label === null ? section : `${section}, ${piece.label}`}
              text={piece.paragraphs.join('\n')}
            >
              <h3 className={s.place}>
                {section}
                {piece.label === null ? null : <span> · {piece.label}</span>}
              </h3>
              <div className={s.words}>
                {piece.paragraphs.map((paragraph, index) => (
                  <p key={index}>{paragraph}</p>
                ))}
              </div>
            </Copyable>
            {piece.label !== null && now.length > 0 ? (
              <p className="note soft">{t('aside.now', { words: now.join(' ') })}</p>
            ) : null}
          </li>
        ))}
      </ul>
      <p className={cx('dos', s.dos)}>
        <CopyButton text={wholeText(titleOf(text), sections)} label={t('aside.copyAll')} />
        <button type="button" className="do" onClick={() => saveAsFile(text, sections)}>
          {t('aside.save')}
        </button>
        <button type="button" className="do" onClick={() => props.putAway(text)}>
          {t('aside.putAway')}
        </button>
      </p>
      <details className={s.whole} open={found === null}>
        <summary>{t('aside.whole')}</summary>
        {sections.map(section => (
          <section key={section.title}>
            <Copyable what={section.title} text={sectionText(section)}>
              <h3 className={s.place}>{section.title}</h3>
              {section.pieces.map(piece => (
                <div key={piece.path} className={piece.label === null ? s.words : s.field}>
                  {piece.label === null ? null : <span>{piece.label}</span>}
                  <div>
                    {piece.paragraphs.map((paragraph, index) => (
                      <p key={index}>{paragraph}</p>
                    ))}
                  </div>
                </div>
              ))}
            </Copyable>
          </section>
        ))}
      </details>
    </article>
  )
}
