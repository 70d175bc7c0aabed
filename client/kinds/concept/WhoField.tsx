import type { Atom } from '#client/sheet/atom.ts'
import { ChoicesField } from './ChoicesField.tsx'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** Who does it: members of the space, or others by the names that were typed. */
export function WhoField(props: {
  readonly atom: Atom<string[], string[] | undefined>
  readonly label: string
  readonly quiet?: boolean
  readonly small?: boolean
}) {
  const w = useWords()
  const { people } = useConcept()
  const { atom } = props
  return (
    <ChoicesField
      label={props.label}
      quiet={props.quiet ?? false}
      small={props.small ?? false}
      path={atom.path}
      readOnly={atom.readOnly}
      value={atom.value}
      options={people}
      none={w('who.none')}
      write={who => atom.set(who)}
      // somebody who types a member's name means that member
      other={typed => people.find(one => one.label === typed)?.value ?? typed}
    />
  )
}
