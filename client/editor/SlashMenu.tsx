import type { Editor } from '@tiptap/core'
import { type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { announce } from '#client/ui/announce.ts'
import { cx } from '#client/ui/cx.ts'
import { useFactSource } from './factSource.ts'
import { type Insertion, insertions, matching } from './insertions.ts'
import s from './SlashMenu.module.css'
import { closeSlash, type SlashState } from './slash.ts'

/** Least distance of the menu from the edges of the window, and from the line it belongs to, in px. */
const gap = 6

/** What can be put in at the slash. The focus stays in the text; the keys come from there. */
export function SlashMenu(props: {
  readonly editor: Editor
  readonly slash: NonNullable<SlashState>
}): ReactNode {
  const { editor, slash } = props
  const t = useText()
  const id = useId()
  const facts = useStore(useFactSource())
  const list = useRef<HTMLDivElement>(null)
  const all = useMemo(() => insertions(editor, facts), [editor, facts])
  const found = useMemo(() => matching(all, slash.query), [all, slash.query])
  // what was typed anew begins with the first again
  const [choice, setChoice] = useState({ query: slash.query, at: 0 })
  const setAt = (at: number) => setChoice({ query: slash.query, at })
  const chosen = found[choice.query === slash.query ? Math.min(choice.at, found.length - 1) : 0]

  const choose = (insertion: Insertion) => {
    const { state, view } = editor
    // the slash and what was typed after it were for the menu
    view.dispatch(state.tr.delete(slash.from, state.selection.head))
    insertion.run(editor)
  }
  useEffect(() =>
    slash.listen(key => {
      if (found.length === 0 || !chosen) return false
      const place = found.indexOf(chosen)
      if (key === 'ArrowDown') setAt((place + 1) % found.length)
      else if (key === 'ArrowUp') setAt((place + found.length - 1) % found.length)
      else if (key === 'Home') setAt(0)
      else if (key === 'End') setAt(found.length - 1)
      else if (key === 'Enter' || key === 'Tab') choose(chosen)
      else return false
      return true
    }),
  )
  useEffect(() => {
    announce(chosen ? chosen.label : t('editor.insert.none'))
    document.getElementById(`${id}-${chosen?.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, id, t])
  // the text says which list belongs to it while the menu is open
  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', `${id}-list`)
    if (chosen) dom.setAttribute('aria-activedescendant', `${id}-${chosen.id}`)
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, chosen])
  useLayoutEffect(() => {
    const place = () => list.current && !editor.isDestroyed && placeAt(list.current, editor, slash.from)
    place()
    const { visualViewport } = window
    visualViewport?.addEventListener('resize', place)
    document.addEventListener('scroll', place, { passive: true, capture: true })
    return () => {
      visualViewport?.removeEventListener('resize', place)
      document.removeEventListener('scroll', place, { capture: true })
    }
  }, [editor, slash.from, found.length])

  return (
    <div
      ref={list}
      id={`${id}-list`}
      className={s.menu}
      role="listbox"
      tabIndex={-1}
      aria-label={t('editor.insert.title')}
      // a press does not take the focus out of the text
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
    >
      {found.length === 0 ? (
        <div className={s.none} role="option" tabIndex={-1} aria-selected="false" aria-disabled="true">
          {t('editor.insert.none')}
        </div>
      ) : (
        found.map((insertion, index) => (
          <div
            key={insertion.id}
            id={`${id}-${insertion.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={insertion === chosen}
            className={cx(s.option, insertion.note !== null && found[index - 1]?.note === null && s.first)}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(insertion)}
            onKeyDown={event => {
              if (event.key === 'Escape') closeSlash(editor.view)
            }}
          >
            <span>{insertion.label}</span>
            {insertion.note === null ? null : <span className={s.note}>{insertion.note}</span>}
          </div>
        ))
      )}
    </div>
  )
}

/** Below the line where there is room, else above it; within what the keyboard of a phone leaves free. */
function placeAt(menu: HTMLElement, editor: Editor, position: number): void {
  const line = editor.view.coordsAtPos(position)
  const seen = window.visualViewport
  const top = seen?.offsetTop ?? 0
  const bottom = top + (seen?.height ?? window.innerHeight)
  const width = document.documentElement.clientWidth
  const below = bottom - line.bottom - 2 * gap
  const above = line.top - top - 2 * gap
  const isBelow = below >= Math.min(menu.scrollHeight, 220) || below >= above
  menu.style.maxHeight = `${Math.max(96, Math.min(320, isBelow ? below : above))}px`
  const { offsetHeight, offsetWidth } = menu
  menu.style.left = `${Math.max(gap, Math.min(line.left, width - offsetWidth - gap))}px`
  menu.style.top = `${isBelow ? line.bottom + gap : Math.max(top + gap, line.top - gap - offsetHeight)}px`
}
