import { type FormEvent, useId, useState } from 'react'
import { useWords } from '#client/kinds/minutes/words.ts'
import type { Votes } from '#shared/kinds/minutes/schema.ts'
import s from './Decision.module.css'

const kinds = ['yes', 'no', 'abstain', 'invalid'] as const satisfies (keyof Votes)[]

/** More votes than this nobody counts in a meeting; beyond it a digit was typed too much. */
const most = 9_999

/**
 * Entering a count: label left, steps right, sum and consequence in one sentence before the button. What is typed
 * here is one value, written when it is entered: nobody ever sees half a count.
 */
export function VoteSteps(props: {
  readonly what: string
  readonly start: Votes | undefined
  /** where the numbers come from, above them */
  readonly before?: string
  /** what the count would mean */
  readonly sentence: (votes: Votes) => string
  /** what follows, between the sentence and the buttons */
  readonly after?: string
  /** what can be done with the count, the usual one first */
  readonly ways: readonly { readonly label: string; readonly run: (votes: Votes) => void }[]
  readonly isSending?: boolean
  readonly onCancel: () => void
  /** takes one's own count back; absent where there is none */
  readonly onWithdraw?: (() => void) | undefined
}) {
  const w = useWords()
  const id = useId()
  const [votes, setVotes] = useState<Votes>(props.start ?? { yes: 0, no: 0, abstain: 0, invalid: 0 })
  const set = (kind: keyof Votes, count: number) =>
    setVotes(before => ({ ...before, [kind]: Math.min(most, Math.max(0, count)) }))
  const [usual, ...others] = props.ways
  const submit = (event: FormEvent) => {
    event.preventDefault()
    usual?.run(votes)
  }
  return (
    <div
      role="presentation"
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.onCancel()
      }}
    >
      <form className={s.steps} onSubmit={submit}>
        {props.before === undefined ? null : <p className={s.small}>{props.before}</p>}
        <fieldset>
          <legend className="sr">{props.what}</legend>
          {kinds.map((kind, place) => (
            <div key={kind} className={s.one}>
              <label htmlFor={`${id}-${kind}`}>{w(`tally.${kind}`)}</label>
              <button
                type="button"
                aria-label={w('tally.less', { what: w(`tally.${kind}`) })}
                disabled={votes[kind] === 0}
                onClick={() => set(kind, votes[kind] - 1)}
              >
                −
              </button>
              <input
                id={`${id}-${kind}`}
                inputMode="numeric"
                autoComplete="off"
                autoFocus={place === 0}
                value={votes[kind]}
                onFocus={event => event.currentTarget.select()}
                onChange={event => {
                  const typed = event.currentTarget.value.replaceAll(/\D/g, '')
                  set(kind, typed === '' ? 0 : Number(typed))
                }}
              />
              <button
                type="button"
                aria-label={w('tally.more', { what: w(`tally.${kind}`) })}
                onClick={() => set(kind, votes[kind] + 1)}
              >
                +
              </button>
            </div>
          ))}
        </fieldset>
        <p className={s.sum} role="status">
          {props.sentence(votes)}
        </p>
        {props.after === undefined ? null : <p className={s.after}>{props.after}</p>}
        <p className="dos">
          <button type="submit" className="do main" disabled={props.isSending}>
            {usual?.label}
          </button>
          {others.map(({ label, run }) => (
            <button
              key={label}
              type="button"
              className="do"
              disabled={props.isSending}
              onClick={() => run(votes)}
            >
              {label}
            </button>
          ))}
          <button type="button" className="do" onClick={props.onCancel}>
            {w('tally.cancel')}
          </button>
          {props.onWithdraw ? (
            <button type="button" className="do lose" onClick={props.onWithdraw}>
              {w('tally.withdraw')}
            </button>
          ) : null}
        </p>
      </form>
    </div>
  )
}
