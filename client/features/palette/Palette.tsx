import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useText } from '#client/i18n/i18n.ts'
import type { KindLabel } from '#client/sheet/kindView.ts'
import {
  actionEntries,
  documentEntries,
  type Entry,
  type KnownDocument,
  offeredEntries,
  type SheetActions,
  sectionEntries,
} from './entries.ts'
import { fitting } from './fuzzy.ts'
import s from './Palette.module.css'

/** Before anything is typed so many documents are offered: those opened last. */
const recent = 5

const groups = ['documents', 'sections', 'actions'] as const

/** Goes to a document or section, or does something, by its name. */
export function Palette(props: {
  /** `null` while the device is asked: what is entered until then waits for the answer. */
  readonly documents: readonly KnownDocument[] | null
  readonly sheet: SheetActions | null
  readonly kinds: ReadonlyMap<string, KindLabel>
  readonly begin: (kind: string) => void
  readonly go: (path: string) => void
  readonly onClose: () => void
}) {
  const t = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  // the entry gone to by hand; the first one otherwise
  const [picked, setPicked] = useState<string | null>(null)
  const [isEntered, setEntered] = useState(false)
  const { documents, sheet, kinds, begin, go, onClose } = props
  const all = useMemo(() => {
    const page = document.getElementById('content') ?? document.body
    return [
      ...documentEntries(documents ?? [], kinds, go),
      ...(sheet ? sectionEntries(page) : []),
      ...(sheet ? offeredEntries(page) : []),
      ...actionEntries({ sheet, kinds, begin, go }),
    ]
  }, [documents, sheet, kinds, begin, go])
  const found = useMemo(() => {
    const fits = fitting(all, typed)
    // the group with the best comes first; before anything is typed each has its place
    const order = typed.trim() === '' ? groups : [...new Set([...fits.map(({ group }) => group), ...groups])]
    return order.flatMap(group => {
      const own = fits.filter(entry => entry.group === group)
      return typed.trim() === '' && group === 'documents' ? own.slice(0, recent) : own
    })
  }, [all, typed])
  const chosen = found.find(({ id: own }) => own === picked) ?? found[0]

  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    }
  }, [])
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, id])

  const run = (entry: Entry) => {
    // the page has the focus again before anything is done with it; the dialog's own event would come too late for
    // somebody who asks for the palette anew at once
    flushSync(onClose)
    entry.run()
  }
  useEffect(() => {
    // after this commit: closing is one of its own
    if (isEntered && documents && chosen) queueMicrotask(() => run(chosen))
  })
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = (by: number) => {
      const place = chosen ? found.indexOf(chosen) : 0
      setPicked(found[(place + by + found.length) % found.length]?.id ?? null)
    }
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key !== 'Enter') return
    else if (!documents && picked === null) setEntered(true)
    else if (chosen) run(chosen)
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      className={s.palette}
      aria-label={t('palette.title')}
      onClose={onClose}
      onPointerDown={event => {
        if (event.target === event.currentTarget) dialog.current?.close()
      }}
    >
      <div className={s.inside}>
        <input
          className={s.input}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
          aria-autocomplete="list"
          aria-label={t('palette.ask')}
          placeholder={t('palette.ask')}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            setPicked(null)
            setEntered(false)
          }}
          onKeyDown={press}
        />
        <div
          className={s.list}
          id={`${id}-list`}
          role="listbox"
          tabIndex={-1}
          aria-label={t('palette.title')}
        >
          {[...new Set(found.map(({ group }) => group))].map(group => {
            const own = found.filter(entry => entry.group === group)
            return own.length === 0 ? null : (
              <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
                <p className={s.group} id={`${id}-${group}`} role="presentation">
                  {t(group === 'documents' && typed.trim() === '' ? 'palette.recent' : `palette.${group}`)}
                </p>
                {own.map(entry => (
                  // the keys come from the line above
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                  <div
                    key={entry.id}
                    id={`${id}-${entry.id}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={entry === chosen}
                    className={s.option}
                    onPointerMove={() => setPicked(entry.id)}
                    onClick={() => run(entry)}
                  >
                    <span>{entry.label}</span>
                    {entry.note ? <span className={s.note}>{entry.note}</span> : null}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
        {found.length === 0 ? (
          <p className={s.none} role="status">
            {t('palette.none')}
          </p>
        ) : null}
      </div>
    </dialog>
  )
}
