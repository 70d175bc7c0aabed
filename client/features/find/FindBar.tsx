import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { AnySession } from '#client/document/session.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { announce } from '#client/ui/announce.ts'
import { writeDrafts } from '#client/ui/fields/drafts.ts'
import s from './FindBar.module.css'
import type { Query } from './matches.ts'
import { bringIntoSight, goInto, paint, unpaint } from './painting.ts'
import { type Found, findAll, placesOf, replace } from './places.ts'

/** After a change of the sheet what was found is looked for anew, at most this often (ms). */
const pause = 200

const emptyQuery: Query = { words: '', matchCase: false, wholeWord: false }
const sheetOnPage = (): HTMLElement => document.getElementById('content') ?? document.body

/** Finding over all that a sheet shows, and replacing in its texts and lines. */
export function FindBar(props: { readonly session: AnySession; readonly onClose: () => void }) {
  const t = useText()
  const id = useId()
  const { session, onClose } = props
  const readOnly = useStore(session.access) === 'read'
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState<Query>(emptyQuery)
  const [replacement, setReplacement] = useState('')
  const [found, setFound] = useState<readonly Found[]>([])
  const [at, setAt] = useState(0)
  const [said, setSaid] = useState('')
  const place = Math.min(at, found.length - 1)
  const now = found[place] ?? null

  const look = useCallback((asked: Query) => {
    const next = findAll(placesOf(sheetOnPage()), asked)
    setFound(next)
    return next
  }, [])
  const ask = (asked: Query) => {
    setQuery(asked)
    setSaid('')
    setAt(0)
    const [first] = look(asked)
    if (first) show(first, asked)
  }
  const show = (one: Found, asked = query) => bringIntoSight(one, paint(found, one, asked))
  const go = (step: number) => {
    if (found.length === 0) return
    const next = (place + step + found.length) % found.length
    const one = found[next]
    setAt(next)
    setSaid('')
    if (one) show(one)
    announce(t('find.count', { number: next + 1, count: found.length }))
  }
  const change = (chosen: readonly Found[]) => {
    if (query.words === '' || chosen.length === 0) return
    writeDrafts()
    const { count, kept, meant } = replace(session, chosen, query, replacement)
    const says = [
      t('find.replaced', { count }),
      ...(kept > 0 ? [t('find.kept', { count: kept })] : []),
      ...(meant > 0 ? [t('find.meant', { count: meant })] : []),
    ].join(' ')
    setSaid(says)
    announce(says)
    look(query)
  }
  const close = () => {
    if (now) goInto(now, paint(found, now, query))
    onClose()
  }

  useEffect(() => {
    const before = document.activeElement
    writeDrafts()
    input.current?.focus()
    input.current?.select()
    return () => {
      unpaint()
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
  }, [])
  // what others write is found, too; editors that come up draw their text anew
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const again = () => {
      timer ??= setTimeout(() => {
        timer = null
        look(query)
      }, pause)
    }
    session.doc.on('update', again)
    const drawn = new MutationObserver(again)
    drawn.observe(sheetOnPage(), { childList: true, subtree: true })
    return () => {
      if (timer) clearTimeout(timer)
      session.doc.off('update', again)
      drawn.disconnect()
    }
  }, [session, query, look])
  useEffect(() => {
    paint(found, now, query)
  }, [found, now, query])

  const option = (key: 'matchCase' | 'wholeWord') => (
    <label className={s.option}>
      <input
        type="checkbox"
        checked={query[key]}
        onChange={event => ask({ ...query, [key]: event.currentTarget.checked })}
      />
      {t(`find.${key}`)}
    </label>
  )
  return (
    // the keys are those of the fields in it
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search
      className={s.bar}
      aria-label={t('find.title')}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          close()
        } else if (event.key === 'Enter' && event.shiftKey) {
          event.preventDefault()
          go(-1)
        }
      }}
    >
      <form
        className={s.form}
        onSubmit={event => {
          event.preventDefault()
          go(1)
        }}
      >
        <p className={s.line}>
          <label className="sr" htmlFor={`${id}-words`}>
            {t('find.words')}
          </label>
          <input
            ref={input}
            id={`${id}-words`}
            className={s.words}
            type="text"
            autoComplete="off"
            spellCheck={false}
            placeholder={t('find.words')}
            value={query.words}
            onChange={event => ask({ ...query, words: event.currentTarget.value })}
          />
          <span className={s.count} aria-live="polite">
            {query.words === ''
              ? ''
              : found.length === 0
                ? t('find.none')
                : t('find.count', { number: place + 1, count: found.length })}
          </span>
          <button type="button" className="do" disabled={found.length === 0} onClick={() => go(-1)}>
            {t('find.previous')}
          </button>
          <button type="submit" className="do" disabled={found.length === 0}>
            {t('find.next')}
          </button>
          <button type="button" className="do soft" onClick={close}>
            {t('find.close')}
          </button>
        </p>
        {readOnly ? null : (
          <p className={s.line}>
            <label className="sr" htmlFor={`${id}-with`}>
              {t('find.with')}
            </label>
            <input
              id={`${id}-with`}
              className={s.words}
              type="text"
              autoComplete="off"
              placeholder={t('find.with')}
              value={replacement}
              onChange={event => setReplacement(event.currentTarget.value)}
            />
            <button
              type="button"
              className="do"
              disabled={!now}
              onClick={() => {
                if (now) change([now])
              }}
            >
              {t('find.replace')}
            </button>
            <button type="button" className="do" disabled={!now} onClick={() => change(found)}>
              {t('find.replaceAll')}
            </button>
          </p>
        )}
        <p className={s.line}>
          {option('matchCase')}
          {option('wholeWord')}
          <span className={s.said}>{said}</span>
        </p>
      </form>
    </search>
  )
}
