import { joined } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import { Popover } from '#client/ui/Popover.tsx'
import type { FieldProps } from './Field.tsx'
import s from './PeopleField.module.css'
import type { Option } from './SelectField.tsx'

/** Several people; each tick is written at once. Ids that nobody knows stay and are shown as they are. */
export function PeopleField(
  props: FieldProps & {
    readonly value: readonly string[]
    readonly options: readonly Option[]
    readonly write: (ids: string[]) => void
    readonly small?: boolean
    /** what is seen where nobody is chosen; read aloud it is always „niemand“ */
    readonly none?: string
  },
) {
  const t = useText()
  const unknown = props.value.filter(id => !props.options.some(option => option.value === id))
  const options = [...props.options, ...unknown.map(id => ({ value: id, label: id }))]
  const chosen = options.filter(option => props.value.includes(option.value)).map(option => option.label)
  return (
    <div className={cx(s.field, props.className)}>
      {props.quiet ? null : (
        <span className={s.label} aria-hidden="true">
          {props.label}
        </span>
      )}
      <Popover
        className={cx(s.value, props.small && s.small, chosen.length === 0 && s.none)}
        label={chosen.length > 0 ? joined(chosen) : (props.none ?? t('people.none'))}
        name={`${props.label}: ${chosen.length > 0 ? joined(chosen) : t('people.none')}`}
        path={props.path}
        disabled={props.readOnly}
      >
        {() => (
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
                        : props.value.filter(id => id !== option.value),
                    )
                  }
                />
                {option.label}
              </label>
            ))}
          </fieldset>
        )}
      </Popover>
    </div>
  )
}
