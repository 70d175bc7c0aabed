import { type FormEvent, useId, useState } from 'react'
import decision from '#client/kinds/minutes/decision/Decision.module.css'
import s from './Decided.module.css'
import { useWords } from './words.ts'

/** The noted objections of a consent: with none it holds. */
export function ObjectionSteps(props: {
  readonly what: string
  readonly sentence: (objections: number) => string
  readonly isSending: boolean
  readonly canFreeze: boolean
  readonly onConfirm: (both: boolean, objections: number) => void
  readonly onCancel: () => void
}) {
  const w = useWords()
  const id = useId()
  const [objections, setObjections] = useState(0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onConfirm(props.canFreeze, objections)
  }
  return (
    <form className={decision.steps} aria-label={props.what} onSubmit={submit}>
      <p className={s.before}>{w('confirm.objectionsHint')}</p>
      <div className={decision.one}>
        <label htmlFor={id}>{w('confirm.objections')}</label>
        <button
          type="button"
          aria-label={`${w('confirm.objections')} −1`}
          disabled={objections === 0}
          onClick={() => setObjections(objections - 1)}
        >
          −
        </button>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          value={objections}
          onFocus={event => event.currentTarget.select()}
          onChange={event =>
            setObjections(Math.min(999, Number(event.currentTarget.value.replaceAll(/\D/g, '') || 0)))
          }
        />
        <button
          type="button"
          aria-label={`${w('confirm.objections')} +1`}
          onClick={() => setObjections(objections + 1)}
        >
          +
        </button>
      </div>
      <p className={decision.sum} role="status">
        {props.sentence(objections)}
      </p>
      <p className={decision.after}>{w('confirm.final')}</p>
      <p className="dos">
        <button type="submit" className="do main" disabled={props.isSending}>
          {w(props.canFreeze ? 'confirm.both' : 'confirm.do')}
        </button>
        {props.canFreeze ? (
          <button
            type="button"
            className="do"
            disabled={props.isSending}
            onClick={() => props.onConfirm(false, objections)}
          >
            {w('confirm.only')}
          </button>
        ) : null}
        <button type="button" className="do" onClick={props.onCancel}>
          {w('cancel')}
        </button>
      </p>
    </form>
  )
}
