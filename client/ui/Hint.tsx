import { useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { keep, recall } from '#client/lib/kept.ts'
import s from './Hint.module.css'

const keyOf = (name: string) => `mitschrift.hint.${name}`

/** One sentence that helps; put away once, it stays away on this device. */
export function Hint({ name, children }: { readonly name: string; readonly children: string }) {
  const t = useText()
  const [away, setAway] = useState(() => isPutAway(name))
  if (away) return null
  return (
    <p className={s.hint}>
      {children}{' '}
      <button
        type="button"
        className="do small"
        onClick={event => {
          // The button goes away; the focus stays in the part that it explained.
          event.currentTarget.closest<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true })
          putAway(name)
          setAway(true)
        }}
      >
        {t('hint.understood')}
      </button>
    </p>
  )
}

const isPutAway = (name: string): boolean => recall(keyOf(name)) === 'away'

/** Where storage is closed the hint comes back next time. */
const putAway = (name: string): void => keep(keyOf(name), 'away')
