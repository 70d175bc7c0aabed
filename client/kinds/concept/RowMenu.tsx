import type { z } from 'zod'
import { cx } from '#client/ui/cx.ts'
import { Popover } from '#client/ui/Popover.tsx'
import type { ListHandle } from '#shared/document/handle.ts'
import s from './Concept.module.css'
import { moveRow, removeRow } from './rowActions.ts'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** What can be done to a row: move it by a place, take it away. Nothing for readers. */
export function RowMenu<I extends z.ZodObject>(props: {
  readonly list: ListHandle<I>
  readonly id: string
  /** what the row is called in words */
  readonly name: string
}) {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const { list, id, name } = props
  if (readOnly) return null
  return (
    <span className={cx(s.more, 'noprint')}>
      <Popover label="⋯" name={w('row.more', { name })} className={s.dots} side="end">
        {close => {
          const ids = list.ids()
          return (
            <div className={s.menu}>
              <button
                type="button"
                className="do"
                disabled={ids[0] === id}
                onClick={() => moveRow(session, list, id, -1, name)}
              >
                {w('row.up')}
              </button>
              <button
                type="button"
                className="do"
                disabled={ids.at(-1) === id}
                onClick={() => moveRow(session, list, id, 1, name)}
              >
                {w('row.down')}
              </button>
              <button
                type="button"
                className="do lose"
                onClick={() => {
                  close()
                  removeRow(session, list, id, name)
                }}
              >
                {w('row.remove')}
              </button>
            </div>
          )
        }}
      </Popover>
    </span>
  )
}
