import type { ReactNode } from 'react'
import { cx } from '#client/ui/cx.ts'
import s from './Press.module.css'
import type { Part as PartName } from './parts.ts'
import { useWords } from './words.ts'

/** One part of the sheet; its name hangs in the left margin, as in a printed form. */
export function Part(props: {
  readonly name: PartName
  readonly className?: string | undefined
  /** its name is read aloud but not shown: its entries carry their own */
  readonly quiet?: boolean
  readonly children: ReactNode
}) {
  const t = useWords()
  const { name } = props
  return (
    <section
      className={cx('item', s.part, props.className)}
      id={name}
      aria-labelledby={`${name}-head`}
      data-path={name}
      tabIndex={-1}
    >
      <h2 id={`${name}-head`} className={props.quiet ? 'sr' : s.hang}>
        {t(`part.${name}`)}
      </h2>
      {props.children}
    </section>
  )
}

/** A smaller name in the margin, beside a field within a part. */
export function Hanging({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={s.row}>
      <span className={s.hang} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  )
}
