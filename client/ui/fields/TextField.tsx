import { useId } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import type { Written } from './draft.ts'
import s from './Field.module.css'
import { FieldFrame, type FieldProps } from './Field.tsx'
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
  const id = useId()
  const t = useText()
  const draft = useDraft(props.value, text =>
    text.length > maxText
      ? { problem: t('field.tooLong', { count: text.length, max: maxText }) }
      : props.write(text.replace(/\s*\n\s*/g, ' ')),
  )
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
      <div
        className={cx(s.grow, props.textClass ?? s.text)}
        data-copy={draft.text || (props.placeholder ?? '')}
      >
        <textarea
          {...draft.control}
          id={id}
          className={s.control}
          rows={1}
          value={draft.text}
          placeholder={props.placeholder}
          readOnly={props.readOnly}
          aria-invalid={draft.problem !== null || undefined}
          aria-describedby={draft.problem === null ? undefined : `${id}-problem`}
          data-path={props.path}
          autoFocus={props.focusFirst}
          autoComplete="off"
          spellCheck
        />
      </div>
    </FieldFrame>
  )
}
