import { useId } from 'react'
import { longDay } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import type { Written } from './draft.ts'
import s from './Field.module.css'
import { FieldFrame, type FieldProps } from './Field.tsx'
import { useDraft } from './useDraft.ts'

/** An ISO day, written out while nobody changes it; `null` when nothing is entered. */
export function DateField(
  props: FieldProps & {
    readonly value: string | null
    readonly write: (day: string | null) => Written
    readonly placeholder?: string | undefined
    /** how the day is written out; with the weekday unless told */
    readonly format?: (day: string) => string
    readonly small?: boolean
  },
) {
  const id = useId()
  useText()
  const draft = useDraft(props.value ?? '', text => props.write(text === '' ? null : text))
  const format = props.format ?? longDay
  return (
    <FieldFrame
      id={id}
      label={props.label}
      quiet={props.quiet}
      className={props.className}
      problem={draft.problem}
      other={draft.other === null || draft.other === '' ? draft.other : format(draft.other)}
      onTakeOther={draft.drop}
      onLeave={draft.leave}
    >
      <div className={s.day}>
        <input
          {...draft.control}
          id={id}
          type="date"
          className={cx(s.control, props.small && s.small)}
          value={draft.text}
          readOnly={props.readOnly}
          aria-invalid={draft.problem !== null || undefined}
          aria-describedby={draft.problem === null ? undefined : `${id}-problem`}
          data-path={props.path}
        />
        <span className={cx(s.written, props.small && s.small, !draft.text && s.empty)} aria-hidden="true">
          {draft.text ? format(draft.text) : (props.placeholder ?? '–')}
        </span>
      </div>
    </FieldFrame>
  )
}
