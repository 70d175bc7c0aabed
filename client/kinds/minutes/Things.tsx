import type { ReactNode } from 'react'
import type { z } from 'zod'
import { useThings } from '#client/document/hooks.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { addThing, removeThing } from '#client/sheet/things.ts'
import { cx } from '#client/ui/cx.ts'
import type { ListHandle, RecordHandle } from '#shared/document/handle.ts'
import s from './Lists.module.css'
import { useMinutes } from './useMinutes.ts'
import { useWords } from './words.ts'

/** A list of things in a part of the sheet: each as `children` shows it, one more, and the way back for what was removed. */
export function Things<I extends z.ZodObject>(props: {
  readonly list: ListHandle<I>
  readonly title: string
  readonly add: string
  readonly removed: string
  /** one line each, set close */
  readonly close?: boolean
  readonly init?: Partial<z.input<I>>
  readonly children: (entry: RecordHandle<I>, place: number) => ReactNode
}) {
  const w = useWords()
  const { session, readOnly } = useMinutes()
  const { list, title } = props
  const ids = useThings(list)
  const path = list.path.join('/')
  if (readOnly && ids.length === 0) return null
  return (
    <div
      className={cx(s.group, ids.length === 0 && 'noprint')}
      role="group"
      aria-label={title}
      data-path={path}
    >
      {ids.length > 0 ? <h3>{title}</h3> : null}
      {ids.length > 0 ? (
        <ul className={cx(s.rows, props.close && s.close)}>
          {ids.map((id, index) => {
            const entry = list.get(id)
            return entry ? (
              <li key={id} data-path={`${path}/${id}`}>
                <div>{props.children(entry, index + 1)}</div>
                {readOnly ? null : (
                  <button
                    type="button"
                    className="do small noprint"
                    aria-label={`${title}, ${index + 1}: ${w('remove')}`}
                    onClick={() => removeThing(session, list, id, props.removed)}
                  >
                    {w('remove')}
                  </button>
                )}
              </li>
            ) : null
          })}
        </ul>
      ) : null}
      {readOnly ? null : (
        <button
          type="button"
          className="do small noprint"
          onClick={() => goTo(`${path}/${addThing(session, list, props.init ?? {})}`)}
        >
          {props.add}
        </button>
      )}
    </div>
  )
}
