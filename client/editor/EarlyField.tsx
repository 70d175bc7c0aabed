import { type ReactNode, useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import styles from './prose.module.css'

type Props = {
  readonly label: string
  /** with every letter, and whether it is still being composed */
  readonly onText: (text: string, isComposing: boolean) => void
  readonly onBlur: () => void
}

/** A plain field in which somebody begins to write while the editor is still to come; it takes over what stands here. */
export function EarlyField({ label, onText, onBlur }: Props): ReactNode {
  const t = useText()
  const [text, setText] = useState('')
  return (
    <div className={styles.early}>
      <textarea
        aria-label={label}
        value={text}
        rows={text.split('\n').length}
        // pressed or tabbed into: here the writing goes on
        autoFocus
        onChange={event => {
          setText(event.target.value)
          onText(event.target.value, event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)
        }}
        onCompositionEnd={event => onText(event.currentTarget.value, false)}
        onBlur={onBlur}
      />
      {text === '' ? null : <p role="status">{t('editor.coming')}</p>}
    </div>
  )
}
