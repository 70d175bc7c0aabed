import { joined } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import type { FieldProps } from './Field.tsx'
import { ManyField, withChosen } from './ManyField.tsx'
import type { Option } from './SelectField.tsx'

/** Several people. Ids that nobody knows stay and are shown as they are. */
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
  const options = withChosen(props.options, props.value, id => ({ value: id, label: id }))
  const chosen = options.filter(option => props.value.includes(option.value)).map(option => option.label)
  const names = chosen.length > 0 ? joined(chosen) : null
  return (
    <ManyField
      {...props}
      options={options}
      shown={names ?? props.none ?? t('people.none')}
      spoken={names ?? t('people.none')}
    />
  )
}
