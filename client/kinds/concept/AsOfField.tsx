import { cx } from '#client/ui/cx.ts'
import { DraftFrame } from '#client/ui/fields/DraftFrame.tsx'
import type { Written } from '#client/ui/fields/draft.ts'
import s from '#client/ui/fields/Field.module.css'
import type { FieldProps } from '#client/ui/fields/Field.tsx'
import { useDraft } from '#client/ui/fields/useDraft.ts'
import { readAsOf, writeAsOf } from './asOf.ts'
import { useWords } from './words.ts'

/** A day or a month, written as people do; `null` when nothing is entered. */
export function AsOfField(
  props: FieldProps & { readonly value: string | null; readonly write: (asOf: string | null) => Written },
) {
  const w = useWords()
  const draft = useDraft(props.value === null ? '' : writeAsOf(props.value), text => {
    const asOf = readAsOf(text)
    if (text.trim() !== '' && asOf === null) return { problem: w('cover.asOfBad') }
    const answer = props.write(asOf)
    return 'problem' in answer ? answer : { value: asOf === null ? '' : writeAsOf(asOf) }
  })
  return (
    <DraftFrame field={props} draft={draft}>
      {control => <input {...control} className={cx(s.control)} placeholder={w('cover.asOfNone')} />}
    </DraftFrame>
  )
}
