import { initials } from './initials.ts'
import s from './PersonMark.module.css'

/** A person at a glance: colour, shape and initials say the same (DESIGN, people). Hidden from screen readers: the name stands beside it or in a sentence. */
export function PersonMark({ name, tone }: { readonly name: string; readonly tone: number }) {
  return (
    <b className={s.mark} data-tone={tone} title={name} aria-hidden="true">
      {initials(name)}
    </b>
  )
}
