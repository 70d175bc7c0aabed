import { type ComponentType, useEffect, useRef, useState } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { firstRoom } from '#client/lib/firstRoom.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { addItem } from './itemActions.ts'
import { MeetingWays } from './meeting/MeetingWays.tsx'
import s from './Outline.module.css'
import { OutlineEntry } from './OutlineEntry.tsx'
import { useMinutes } from './useMinutes.ts'

type ListProps = {
  readonly ids: readonly string[]
  readonly onJump?: (() => void) | undefined
  readonly withWords?: boolean | undefined
}

/**
 * The agenda in the margin: jump, see what became of each item, put them in another order (by dragging the handle,
 * by Alt with the arrow keys, or by words). Dragging is loaded after the sheet stands.
 */
export function Outline(props: { readonly onJump?: () => void; readonly withWords?: boolean }) {
  const t = useText()
  const { session, readOnly } = useMinutes()
  const root = useRef<HTMLDivElement>(null)
  const Draggable = useDragging(root)
  const ids = useThings(session.handle.list('agenda'))
  const List = readOnly || Draggable === null ? PlainList : Draggable
  return (
    <div ref={root}>
      {ids.length === 0 ? <p className="soft">{t('agenda.empty')}</p> : null}
      <List ids={ids} {...props} />
      {readOnly ? null : (
        <button
          type="button"
          className="do"
          onClick={() => {
            const id = addItem(session)
            props.onJump?.()
            goTo(`agenda/${id}/title`)
          }}
        >
          {t('agenda.add')}
        </button>
      )}
      {props.withWords ? null : <MeetingWays />}
    </div>
  )
}

function PlainList({ ids, ...rest }: ListProps) {
  return (
    <ol className={s.list}>
      {ids.map((id, index) => (
        <li key={id} className={s.entry}>
          <OutlineEntry id={id} place={index + 1} count={ids.length} {...rest} />
        </li>
      ))}
    </ol>
  )
}

/** The list with handles once it is loaded; while the focus is in the plain one it stays, so that no focus is lost. */
function useDragging(root: { readonly current: HTMLElement | null }): ComponentType<ListProps> | null {
  const [list, setList] = useState<{ readonly is: ComponentType<ListProps> } | null>(null)
  useEffect(() => {
    let isHere = true
    let stop = () => {}
    const sortable = firstRoom.then(() => import('./SortableOutline.tsx'))
    void sortable.then(({ SortableOutline }) => {
      const element = root.current
      if (!isHere || !element) return
      const take = () => setList({ is: SortableOutline })
      if (!element.contains(document.activeElement)) return take()
      const leave = (event: FocusEvent) => {
        if (event.relatedTarget instanceof Node && element.contains(event.relatedTarget)) return
        stop()
        take()
      }
      element.addEventListener('focusout', leave)
      stop = () => element.removeEventListener('focusout', leave)
    })
    return () => {
      isHere = false
      stop()
    }
  }, [root])
  return list?.is ?? null
}
