import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import { DraftFrame } from './DraftFrame.tsx'
import type { Written } from './draft.ts'
import s from './Field.module.css'
import type { FieldProps } from './Field.tsx'
import { useDraft } from './useDraft.ts'

/** A whole number from 0; `null` when nothing is entered. */
export function NumberField(
  props: FieldProps & {
    readonly value: number | null
    readonly write: (number: number | null) => Written
    readonly placeholder?: string | undefined
    readonly small?: boolean
  },
) {
  const t = useText()
  const draft = useDraft(props.value === null ? '' : String(props.value), text => {
    const trimmed = text.trim()
    if (trimmed === '') return props.write(null)
    return /^\d{1,6}$/.test(trimmed) ? props.write(Number(trimmed)) : { problem: t('field.noNumber') }
  })
  return (
    <DraftFrame field={props} draft={draft}>
      {control => (
        <input
          {...control}
          className={cx(s.control, props.small && s.small)}
          size={3}
          inputMode="numeric"
          placeholder={props.placeholder}
        />
      )}
    </DraftFrame>
  )
}
