import type { Atom } from '#client/sheet/atom.ts'
import s from './Concept.module.css'

/** A statement that is ticked off. */
export function Tick({
  atom,
  label,
}: {
  readonly atom: Atom<boolean, boolean | undefined>
  readonly label: string
}) {
  return (
    <label className={s.tick}>
      <input
        type="checkbox"
        data-path={atom.path}
        checked={atom.value}
        disabled={atom.readOnly}
        onChange={event => atom.set(event.currentTarget.checked)}
      />
      {label}
    </label>
  )
}
