import { type FormEvent, useId } from 'react'
import { joined } from '#client/i18n/format.ts'
import { cx } from '#client/ui/cx.ts'
import type { FieldProps } from '#client/ui/fields/Field.tsx'
import s from '#client/ui/fields/PeopleField.module.css'
import type { Option } from '#client/ui/fields/SelectField.tsx'
import { formWord } from '#client/ui/formWord.ts'
import { Popover } from '#client/ui/Popover.tsx'
import c from './ChoicesField.module.css'
import { useWords } from './words.ts'

/**
 * Several of some things; each tick is written at once. What is chosen and no option any more stays and is shown.
 * With `other` a name that is no option can be typed; it is kept as it was written.
 */
export function ChoicesField<V extends string>(
  props: FieldProps & {
    readonly value: readonly V[]
    /** `more`: what the short label stands for, shown while one chooses */
    readonly options: readonly (Option<V> & { readonly more?: string })[]
    readonly write: (chosen: V[]) => void
    /** what is seen where nothing is chosen */
    readonly none: string
    /** how a chosen value that is no option is shown */
    readonly unknown?: (value: V) => string
    readonly other?: (typed: string) => V
    readonly small?: boolean
  },
) {
  useWords()
  const unknown = props.unknown ?? (value => value)
  const strangers = props.value.filter(value => !props.options.some(option => option.value === value))
  const options: readonly (Option<V> & { readonly more?: string })[] = [
    ...props.options,
    ...strangers.map(value => ({ value, label: unknown(value) })),
  ]
  const chosen = options.filter(option => props.value.includes(option.value)).map(option => option.label)
  const shown = chosen.length > 0 ? joined(chosen) : props.none
  return (
    <div className={cx(s.field, chosen.length === 0 && 'noprint', props.className)}>
      {props.quiet ? null : (
        <span className={s.label} aria-hidden="true">
          {props.label}
        </span>
      )}
      <Popover
        className={cx(s.value, c.chosen, props.small && s.small, chosen.length === 0 && s.none)}
        label={shown}
        name={`${props.label}: ${shown}`}
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
                    checked={props.value.includes(option.value)}
                    onChange={event =>
                      props.write(
                        event.currentTarget.checked
                          ? [...props.value, option.value]
                          : props.value.filter(value => value !== option.value),
                      )
                    }
                  />
                  {option.more === undefined ? option.label : `${option.label}: ${option.more}`}
                </label>
              ))}
            </fieldset>
            {props.other ? (
              <Other add={typed => props.write(added(props.value, props.other, typed))} />
            ) : null}
          </>
        )}
      </Popover>
    </div>
  )
}

function added<V extends string>(
  value: readonly V[],
  other: ((typed: string) => V) | undefined,
  typed: string,
): V[] {
  const next = other?.(typed)
  return next === undefined || value.includes(next) ? [...value] : [...value, next]
}

function Other({ add }: { readonly add: (typed: string) => void }) {
  const w = useWords()
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = formWord(new FormData(form), 'other')
    if (typed === '') return
    add(typed)
    form.reset()
  }
  return (
    <form className={c.other} onSubmit={submit}>
      <label className={s.label} htmlFor={id}>
        {w('who.other')}
      </label>
      <input id={id} name="other" autoComplete="off" maxLength={200} />
      <button type="submit" className="do small">
        {w('who.addOther')}
      </button>
    </form>
  )
}
