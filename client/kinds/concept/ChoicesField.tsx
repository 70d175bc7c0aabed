import { type FormEvent, useId } from 'react'
import { joined } from '#client/i18n/format.ts'
import { cx } from '#client/ui/cx.ts'
import type { FieldProps } from '#client/ui/fields/Field.tsx'
import s from '#client/ui/fields/ManyField.module.css'
import { ManyField, withChosen } from '#client/ui/fields/ManyField.tsx'
import type { Option } from '#client/ui/fields/SelectField.tsx'
import { formWord } from '#client/ui/formWord.ts'
import c from './ChoicesField.module.css'
import { useWords } from './words.ts'

/**
 * Several of some things. What is chosen and no option any more stays and is shown.
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
  const options: readonly (Option<V> & { readonly more?: string })[] = withChosen(
    props.options,
    props.value,
    value => ({ value, label: unknown(value) }),
  )
  const chosen = options.filter(option => props.value.includes(option.value)).map(option => option.label)
  const shown = chosen.length > 0 ? joined(chosen) : props.none
  return (
    <ManyField
      {...props}
      className={cx(chosen.length === 0 && 'noprint', props.className)}
      options={options}
      shown={shown}
      spoken={shown}
      valueClass={c.chosen}
    >
      {props.other ? <Other add={typed => props.write(added(props.value, props.other, typed))} /> : null}
    </ManyField>
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
