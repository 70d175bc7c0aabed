import type { ReactNode } from 'react'
import { cx } from '#client/ui/cx.ts'
import { Popover } from '#client/ui/Popover.tsx'
import type { FieldProps } from './Field.tsx'
import s from './ManyField.module.css'
import type { Option } from './SelectField.tsx'

/** Several of some things, ticked in a slip of their own; each tick is written at once. */
export function ManyField<V extends string>(
  props: FieldProps & {
    readonly value: readonly V[]
    /** `more`: what the short label stands for, shown while one chooses */
    readonly options: readonly (Option<V> & { readonly more?: string })[]
    readonly write: (chosen: V[]) => void
    /** what is seen where it stands, and what is read aloud */
    readonly shown: string
    readonly spoken: string
    readonly small?: boolean | undefined
    readonly valueClass?: string | undefined
    /** what stands below the options in the slip */
    readonly children?: ReactNode
  },
) {
  const { value, options, write } = props
  const isEmpty = !options.some(option => value.includes(option.value))
  return (
    <div className={cx(s.field, props.className)}>
      {props.quiet ? null : (
        <span className={s.label} aria-hidden="true">
          {props.label}
        </span>
      )}
      <Popover
        className={cx(s.value, props.valueClass, props.small && s.small, isEmpty && s.none)}
        label={props.shown}
        name={`${props.label}: ${props.spoken}`}
        path={props.path}
        disabled={props.readOnly}
      >
        {() => (
          <>
            <fieldset>
              <legend className={s.label}>{props.label}</legend>
              {options.map(option => (
                <label key={option.value} className={s.one}>
                  <input
                    type="checkbox"
                    checked={value.includes(option.value)}
                    onChange={event =>
                      write(
                        event.currentTarget.checked
                          ? [...value, option.value]
                          : value.filter(other => other !== option.value),
                      )
                    }
                  />
                  {option.more === undefined ? option.label : `${option.label}: ${option.more}`}
                </label>
              ))}
            </fieldset>
            {props.children}
          </>
        )}
      </Popover>
    </div>
  )
}

/** The options, and whatever is chosen and no option any more: it stays and is shown. */
export function withChosen<O extends Option>(
  options: readonly O[],
  value: readonly O['value'][],
  asOption: (value: O['value']) => O,
): readonly O[] {
  const unknown = value.filter(one => !options.some(option => option.value === one))
  return [...options, ...unknown.map(asOption)]
}
