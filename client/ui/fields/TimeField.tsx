import { useId } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import type { Written } from './draft.ts'
import s from './Field.module.css'
import { FieldFrame, type FieldProps } from './Field.tsx'
import { readTime } from './time.ts'
import { useDraft } from './useDraft.ts'

/** A time of day, typed as people do; `null` when nothing is entered. */
export function TimeField(
  props: FieldProps & {
    readonly value: string | null
    readonly write: (time: string | null) => Written
    readonly placeholder?: string | undefined
    readonly small?: boolean
  },
) {
  const id = useId()
  const t = useText()
  const draft = useDraft(props.value ?? '', text => {
    if (text.trim() === '') return props.write(null)
    const time = readTime(text)
    return time === null ? { problem: t('field.noTime') } : props.write(time)
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
        className={cx(s.control, s.time, props.small && s.small)}
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
