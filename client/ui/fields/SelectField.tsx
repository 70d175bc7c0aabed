import { useId, useState } from 'react'
import { cx } from '#client/ui/cx.ts'
import s from './Field.module.css'
import { FieldFrame, type FieldProps } from './Field.tsx'

export type Option<V extends string = string> = { readonly value: V; readonly label: string }

/**
 * One of a few values. The word stands as text, which wraps and prints like the rest of the sheet; the browser's own
 * control lies over it unseen.
 * The choices are put into the page when somebody comes near the control: a sheet with fifty tasks and a hundred
 * agenda items would otherwise hold four thousand that nobody looks at.
 * A value that is no option (from a newer program, a former member) stays and is shown as it is.
 */
export function SelectField<V extends string>(
  props: FieldProps & {
    readonly value: V | null
    readonly options: readonly Option<V>[]
    /** label of „nothing chosen“; absent where something must be chosen */
    readonly none?: string
    readonly write: (value: V | null) => void
    readonly small?: boolean
    readonly controlClass?: string | undefined
  },
) {
  const id = useId()
  const known = props.value === null || props.options.some(option => option.value === props.value)
  const [wanted, setWanted] = useState(false)
  const offered = wanted ? props.options : props.options.filter(option => option.value === props.value)
  const fill = wanted ? undefined : () => setWanted(true)
  const shown = props.options.find(option => option.value === props.value)?.label ?? props.value
  return (
    <FieldFrame id={id} label={props.label} quiet={props.quiet} className={props.className}>
      <div className={cx(s.select, props.small && s.small, props.readOnly && s.still, props.controlClass)}>
        <span className={cx(shown === null && s.empty)} aria-hidden="true">
          {shown ?? props.none ?? '–'}
        </span>
        <select
          id={id}
          className={s.over}
          value={props.value ?? ''}
          disabled={props.readOnly}
          data-path={props.path}
          onFocus={fill}
          onPointerEnter={fill}
          onPointerDown={fill}
          onChange={event => {
            const chosen = event.currentTarget.value
            props.write(props.options.find(option => option.value === chosen)?.value ?? null)
          }}
        >
          {props.none !== undefined || props.value === null ? (
            <option value="">{props.none ?? '–'}</option>
          ) : null}
          {known ? null : <option value={props.value ?? ''}>{props.value}</option>}
          {offered.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  )
}
