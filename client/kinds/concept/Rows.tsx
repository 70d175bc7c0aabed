import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { useThings } from '#client/document/hooks.ts'
import { cx } from '#client/ui/cx.ts'
import type { ListHandle, RecordHandle } from '#shared/document/handle.ts'
import s from './Concept.module.css'
import { addRow } from './rowActions.ts'
import { useConcept } from './useConcept.ts'

export type RowProps<I extends z.ZodObject> = {
  readonly id: string
  readonly row: RecordHandle<I>
  /** counted from 1 */
  readonly place: number
  /** it was added just now: its first field takes the focus */
  readonly focusFirst: boolean
}

/** A list of typed rows below a section's text: rows, an invitation where there is none, a word that adds one. */
export function Rows<I extends z.ZodObject>(props: {
  readonly list: ListHandle<I>
  readonly Row: (props: RowProps<I>) => ReactNode
  readonly label: string
  readonly add: string
  readonly empty: string
  readonly className?: string | undefined
  /** what a new row has from the start */
  readonly init?: Partial<z.input<I>>
  readonly beside?: ReactNode
}) {
  const { session, readOnly } = useConcept()
  const { list, Row } = props
  const ids = useThings(list)
  const [fresh, setFresh] = useState<string | null>(null)
  const add = () => setFresh(addRow(session, list, props.init))
  return (
    <div data-path={list.path.join('/')} className={cx(s.list, ids.length === 0 && 'noprint')}>
      {ids.length > 0 ? (
        <div
          role="presentation"
          onKeyDown={event => {
            if (!readOnly && isEnterIn(event)) goDown(event, add)
          }}
        >
          <ul className={cx(s.rows, props.className)} aria-label={props.label}>
            {ids.map((id, index) => {
              const row = list.get(id)
              return row ? (
                <Row key={id} id={id} row={row} place={index + 1} focusFirst={id === fresh} />
              ) : null
            })}
          </ul>
        </div>
      ) : (
        <p className="soft">{props.empty}</p>
      )}
      {readOnly ? null : (
        <p className="dos noprint">
          <button type="button" className="do" onClick={add}>
            {props.add}
          </button>
          {props.beside}
        </p>
      )}
    </div>
  )
}

/** Enter in a field that is typed; not while a composition is confirmed, and not in a slip that has a form of its own. */
export const isEnterIn = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' &&
  !event.nativeEvent.isComposing &&
  !event.shiftKey &&
  event.target instanceof HTMLElement &&
  event.target.matches('input:not([type="checkbox"]), textarea') &&
  event.target.closest('form') === null

/** From a field to the same field of the next row; below the last one a new row begins, unless it is still empty. */
export function goDown(event: KeyboardEvent<HTMLElement>, add: () => void): void {
  const row = event.target instanceof Element ? event.target.closest('[data-row]') : null
  const rows = [...event.currentTarget.querySelectorAll('[data-row]')]
  const next = rows[rows.indexOf(row ?? event.currentTarget) + 1]
  const field = event.target instanceof HTMLElement ? event.target.dataset.path?.split('/').at(-1) : undefined
  if (!row || field === undefined) return
  event.preventDefault()
  if (next) next.querySelector<HTMLElement>(`[data-path$="/${CSS.escape(field)}"]`)?.focus()
  else if (!isBlank(row)) add()
}

const isBlank = (row: Element): boolean =>
  [
    ...row.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type="checkbox"]), textarea'),
  ].every(control => control.value.trim() === '')
