import { goTo } from './goTo.ts'
import s from './Outline.module.css'

/** The parts of a sheet in the margin; each leads to the place of its name. */
export function PartsOutline<P extends string>(props: {
  readonly parts: readonly P[]
  readonly label: (part: P) => string
  readonly onJump?: (() => void) | undefined
}) {
  return (
    <ul className={s.outline}>
      {props.parts.map(part => (
        <li key={part}>
          <button
            type="button"
            onClick={() => {
              props.onJump?.()
              goTo(part)
            }}
          >
            {props.label(part)}
          </button>
        </li>
      ))}
    </ul>
  )
}
