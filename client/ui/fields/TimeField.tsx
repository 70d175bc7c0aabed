import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import { DraftFrame } from './DraftFrame.tsx'
import type { Written } from './draft.ts'
import s from './Field.module.css'
import type { FieldProps } from './Field.tsx'
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
  const t = useText()
  const draft = useDraft(props.value ?? '', text => {
    if (text.trim() === '') return props.write(null)
    const time = readTime(text)
    return time === null ? { problem: t('field.noTime') } : props.write(time)
  })
  return (
    <DraftFrame field={props} draft={draft}>
      {control => (
        <input
          {...control}
          className={cx(s.control, s.time, props.small && s.small)}
          inputMode="numeric"
          placeholder={props.placeholder}
        />
      )}
    </DraftFrame>
  )
}
