import s from './Decided.module.css'
import { useWords } from './words.ts'

/** What cannot be taken back is asked once more. */
export function Sure(props: {
  readonly label: string
  /** what it does */
  readonly says: string
  /** the word that does it */
  readonly does: string
  readonly isSending: boolean
  readonly onDo: () => void
  readonly onCancel: () => void
}) {
  const w = useWords()
  return (
    <div className={s.sure} role="group" aria-label={props.label}>
      <p>{props.says}</p>
      <p className="dos">
        <button type="button" className="do main" autoFocus disabled={props.isSending} onClick={props.onDo}>
          {props.does}
        </button>
        <button type="button" className="do" onClick={props.onCancel}>
          {w('cancel')}
        </button>
      </p>
    </div>
  )
}
