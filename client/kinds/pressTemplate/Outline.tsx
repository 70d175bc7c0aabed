import { goTo } from '#client/sheet/goTo.ts'
import s from './Press.module.css'
import { parts } from './parts.ts'
import { useWords } from './words.ts'

/** The parts of the sheet in the margin. */
export function Outline({ onJump }: { readonly onJump?: () => void }) {
  const t = useWords()
  return (
    <ul className={s.outline}>
      {parts.map(part => (
        <li key={part}>
          <button
            type="button"
            onClick={() => {
              onJump?.()
              goTo(part)
            }}
          >
            {t(`part.${part}`)}
          </button>
        </li>
      ))}
    </ul>
  )
}
