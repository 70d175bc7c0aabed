import { longDay } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import { DraftFrame } from './DraftFrame.tsx'
import type { Written } from './draft.ts'
import s from './Field.module.css'
import type { FieldProps } from './Field.tsx'
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
  useText()
  const draft = useDraft(props.value ?? '', text => props.write(text === '' ? null : text))
  const format = props.format ?? longDay
  return (
    <DraftFrame field={props} draft={draft} format={format}>
      {control => (
        <div className={s.day}>
          <input {...control} type="date" className={cx(s.control, props.small && s.small)} />
          <span className={cx(s.written, props.small && s.small, !draft.text && s.empty)} aria-hidden="true">
            {draft.text ? format(draft.text) : (props.placeholder ?? '–')}
          </span>
        </div>
      )}
    </DraftFrame>
  )
}
