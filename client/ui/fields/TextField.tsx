import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import { DraftFrame } from './DraftFrame.tsx'
import type { Written } from './draft.ts'
import s from './Field.module.css'
import type { FieldProps } from './Field.tsx'
import { useDraft } from './useDraft.ts'

/** More characters than this are no title, name or place; a frame to the server stays far below its limit (THREATS b7). */
const maxText = 5_000

/** One line of text that wraps like handwriting where it is long; an atomic value (domain.md 2.6, rule 1). */
export function TextField(
  props: FieldProps & {
    readonly value: string
    readonly write: (text: string) => Written
    readonly placeholder?: string | undefined
    /** classes of the text itself: a title is set larger */
    readonly textClass?: string | undefined
    readonly focusFirst?: boolean
  },
) {
  const t = useText()
  const draft = useDraft(props.value, text =>
    text.length > maxText
      ? { problem: t('field.tooLong', { count: text.length, max: maxText }) }
      : props.write(text.replace(/\s*\n\s*/g, ' ')),
  )
  return (
    <DraftFrame field={props} draft={draft}>
      {control => (
        <div
          className={cx(s.grow, props.textClass ?? s.text)}
          data-copy={draft.text || (props.placeholder ?? '')}
        >
          <textarea
            {...control}
            className={s.control}
            rows={1}
            placeholder={props.placeholder}
            autoFocus={props.focusFirst}
            spellCheck
          />
        </div>
      )}
    </DraftFrame>
  )
}
