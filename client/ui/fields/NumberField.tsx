import { useId } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import type { Written } from './draft.ts'
import s from './Field.module.css'
import { FieldFrame, type FieldProps } from './Field.tsx'
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
  const id = useId()
  const t = useText()
  const draft = useDraft(props.value === null ? '' : String(props.value), text => {
    const trimmed = text.trim()
    if (trimmed === '') return props.write(null)
    return /^\d{1,6}$/.test(trimmed) ? props.write(Number(trimmed)) : { problem: t('field.noNumber') }
  })
  return (
    <FieldFrame
      id={id}
      label={props.label}
      quiet={props.quiet}
      className={props.className}
      problem={draft.problem}
      other={draft.other}
      onTakeOther={draft.drop}
      onLeave={draft.leave}
    >
      <input
        {...draft.control}
        id={id}
        className={cx(s.control, props.small && s.small)}
        size={3}
        inputMode="numeric"
        value={draft.text}
        placeholder={props.placeholder}
        readOnly={props.readOnly}
        aria-invalid={draft.problem !== null || undefined}
        aria-describedby={draft.problem === null ? undefined : `${id}-problem`}
        data-path={props.path}
        autoComplete="off"
      />
    </FieldFrame>
  )
}
