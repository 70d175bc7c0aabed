import { lazy, Suspense } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { goTo } from './goTo.ts'
import { addItem } from './itemActions.ts'
import s from './Outline.module.css'
import { OutlineEntry } from './OutlineEntry.tsx'
import { useSheet } from './sheetContext.ts'

const SortableOutline = lazy(async () => ({
  default: (await import('./SortableOutline.tsx')).SortableOutline,
}))

/**
 * The agenda in the margin: jump, see what became of each item, put them in another order (by dragging the handle,
 * by Alt with the arrow keys, or by words). Dragging is loaded after the sheet stands.
 */
export function Outline(props: { readonly onJump?: () => void; readonly withWords?: boolean }) {
  const t = useText()
  const { session, readOnly } = useSheet()
  const ids = useThings(session.handle.list('agenda'))
  const plain = (
    <ol className={s.list}>
      {ids.map((id, index) => (
        <li key={id} className={s.entry}>
          <OutlineEntry id={id} place={index + 1} count={ids.length} {...props} />
        </li>
      ))}
    </ol>
  )
  return (
    <>
      {ids.length === 0 ? <p className="soft">{t('agenda.empty')}</p> : null}
      {readOnly ? (
        plain
      ) : (
        <Suspense fallback={plain}>
          <SortableOutline ids={ids} {...props} />
        </Suspense>
      )}
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
    </>
  )
}
