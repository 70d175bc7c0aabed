import type { ReactNode } from 'react'
import { cx } from '#client/ui/cx.ts'
import s from './GroupRecord.module.css'
import type { Part as PartName } from './parts.ts'
import { useWords } from './words.ts'

/** One part of the sheet under its title. */
export function Part({ name, children }: { readonly name: PartName; readonly children: ReactNode }) {
  const t = useWords()
  return (
    <section
      className={cx('item', s.part)}
      id={name}
      aria-labelledby={`${name}-head`}
      data-path={name}
      tabIndex={-1}
    >
      <h2 id={`${name}-head`}>{t(`part.${name}`)}</h2>
      {children}
    </section>
  )
}
