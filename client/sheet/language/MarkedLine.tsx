import type { ReactNode } from 'react'
import { useStore, writable } from '#client/lib/store.ts'
import { cx } from '#client/ui/cx.ts'
import s from './Language.module.css'
import type { PlacedFinding } from './languageCheck.ts'
import { useLanguageHelp } from './languageContext.ts'

const nothing = writable<readonly PlacedFinding[]>([])

/**
 * A single-line field whose words can be marked: the same text lies unseen behind the control and shows only the lines
 * below its marked words. `textClass` is that of the field, so that both break alike.
 */
export function MarkedLine(props: {
  readonly field: string
  readonly text: string
  readonly textClass: string | undefined
  readonly children: ReactNode
}) {
  const help = useLanguageHelp()
  const findings = useStore(help?.check.at(props.field) ?? nothing)
  const { text } = props
  const pieces: ReactNode[] = []
  let read = 0
  for (const { id, from, to, match, severity } of findings) {
    if (from < read || text.slice(from, to) !== match) continue
    pieces.push(
      text.slice(read, from),
      <span key={id} className={cx('marked', severity)} data-mark={id}>
        {match}
      </span>,
    )
    read = to
  }
  return (
    <div className={s.marked}>
      {props.children}
      {pieces.length > 0 ? (
        <p className={cx(s.under, props.textClass)} aria-hidden="true">
          {pieces}
          {text.slice(read)}
        </p>
      ) : null}
    </div>
  )
}
