import type { ReactNode } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import s from './Field.module.css'

/** What every field says of itself. `path` is its place in the document; tests and presence address it by that. */
export type FieldProps = {
  readonly label: string
  /** the label is read aloud but not shown: the line around it already says it */
  readonly quiet?: boolean
  readonly path: string
  readonly readOnly?: boolean
  readonly className?: string | undefined
}

/** Label above, control below, then what speaks about it: a refused text, a value that came meanwhile. */
export function FieldFrame(props: {
  readonly id: string
  readonly label: string
  readonly quiet?: boolean | undefined
  readonly className?: string | undefined
  readonly problem?: string | null
  readonly other?: string | null
  readonly onTakeOther?: () => void
  /** the focus left the field, the words about it included */
  readonly onLeave?: () => void
  readonly children: ReactNode
}) {
  const t = useText()
  return (
    <div
      className={cx(s.field, props.className)}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.onLeave?.()
      }}
    >
      <label className={props.quiet ? 'sr' : s.label} htmlFor={props.id}>
        {props.label}
      </label>
      {props.children}
      {props.problem ? (
        <p className={s.problem} id={`${props.id}-problem`} role="alert">
          {props.problem}
        </p>
      ) : null}
      {props.other !== undefined && props.other !== null ? (
        <p className={s.other} role="status">
          {props.other === '' ? t('field.otherEmptied') : t('field.other', { value: props.other })}{' '}
          <button
            type="button"
            className="do small"
            // Some browsers give a pressed button no focus: then the field keeps it.
            onMouseDown={event => event.preventDefault()}
            onClick={props.onTakeOther}
          >
            {t('field.takeOther')}
          </button>
        </p>
      ) : null}
    </div>
  )
}
