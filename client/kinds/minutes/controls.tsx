import type { Atom } from '#client/sheet/atom.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import s from './HeaderForm.module.css'
import { useWords } from './words.ts'

/** A fact that is so or not so. */
export function Tick({ atom, label }: { readonly atom: Atom<boolean, boolean>; readonly label: string }) {
  return (
    <label className={s.tick}>
      <input
        type="checkbox"
        data-path={atom.path}
        disabled={atom.readOnly}
        checked={atom.value}
        onChange={event => atom.set(event.currentTarget.checked)}
      />
      {label}
    </label>
  )
}

/** Yes, no, or nobody has asked yet. */
export function YesNo(props: {
  readonly atom: Atom<boolean | null, boolean | null>
  readonly label: string
  readonly quiet?: boolean
}) {
  const w = useWords()
  const { atom } = props
  return (
    <SelectField
      path={atom.path}
      readOnly={atom.readOnly}
      value={atom.value === null ? null : atom.value ? 'yes' : 'no'}
      write={value => atom.set(value === null ? null : value === 'yes')}
      label={props.label}
      quiet={props.quiet ?? false}
      options={[
        { value: 'yes', label: w('yes') },
        { value: 'no', label: w('no') },
      ]}
      none="–"
    />
  )
}
