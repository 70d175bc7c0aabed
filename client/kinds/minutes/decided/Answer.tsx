import type { ReactNode } from 'react'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import s from './Decided.module.css'
import { refusalText } from './refusalText.ts'
import type { CommandState } from './useCommand.ts'
import { useWords } from './words.ts'

/** How a command went, where it was given; `children`: what one can do about a refusal. */
export function Answer({ now, children }: { readonly now: CommandState; readonly children?: ReactNode }) {
  const w = useWords()
  const { nameOf } = useMinutes()
  switch (now.state) {
    case 'resting':
      return null
    case 'sending':
      return (
        <p className={s.soft} role="status">
          {w('sending')} …
        </p>
      )
    case 'failed':
      return (
        <p className={s.refused} role="alert">
          {now.why}
        </p>
      )
    case 'refused':
      return (
        <div role="alert">
          <p className={s.refused}>{refusalText(now, nameOf)}</p>
          {children}
        </div>
      )
  }
}
