import type { Atom } from '#client/sheet/atom.ts'
import { ChoicesField } from './ChoicesField.tsx'
import { useConcept, useWorkedOut } from './useConcept.ts'
import { useWords } from './words.ts'

/** Which goals a measure or a milestone serves: „Z1 und Z3“. */
export function GoalsField(props: {
  readonly atom: Atom<string[], string[] | undefined>
  readonly label: string
  readonly none: string
  readonly quiet?: boolean
  readonly small?: boolean
}) {
  const w = useWords()
  const { session } = useConcept()
  const { atom } = props
  const goals = useWorkedOut(session, value => value.goals.map(({ id, text }) => ({ id, text })))
  return (
    <ChoicesField
      label={props.label}
      quiet={props.quiet ?? false}
      small={props.small ?? false}
      path={atom.path}
      readOnly={atom.readOnly}
      value={atom.value}
      none={props.none}
      unknown={() => w('row.gone')}
      options={goals.map(({ id, text }, index) => ({
        value: id,
        label: w('goal.label', { number: index + 1 }),
        ...(text !== '' && { more: text }),
      }))}
      write={ids => atom.set(ids)}
    />
  )
}
