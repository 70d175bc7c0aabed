import type { ReactNode } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { cx } from '#client/ui/cx.ts'
import { useFactSource } from './factSource.ts'
import { factWords } from './factWords.ts'

/** A merge field on a plain page; looks and reads as in the editor. */
export function FactWord({ name }: { readonly name: string }): ReactNode {
  // in the language that is chosen now
  useText()
  const { label, value, shown } = factWords(name, useStore(useFactSource()))
  return (
    <span className={cx('fact', value === null && 'open')} data-merge-field={name}>
      {value === null ? null : <span className="sr">{label}: </span>}
      <span>{shown}</span>
    </span>
  )
}
