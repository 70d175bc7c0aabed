import { type ReactNode, useRef, useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { announce } from '#client/ui/announce.ts'
import { toClipboard } from '#client/ui/clipboard.ts'

/** Words with a button that copies them; where the browser refuses, they are marked for copying by hand. */
export function Copyable(props: {
  /** what they are, for those who hear the button without what stands above it */
  readonly what: string
  readonly text: string
  readonly children: ReactNode
}) {
  const t = useText()
  const words = useRef<HTMLDivElement>(null)
  return (
    <>
      <div ref={words}>{props.children}</div>
      <CopyButton
        text={props.text}
        label={t('aside.copy')}
        name={t('aside.copyOf', { what: props.what })}
        onRefused={() => {
          if (words.current) getSelection()?.selectAllChildren(words.current)
        }}
        small
      />
    </>
  )
}

export function CopyButton(props: {
  readonly text: string
  readonly label: string
  readonly name?: string
  readonly small?: boolean
  readonly onRefused?: () => void
}) {
  const t = useText()
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null)
  const copy = async () => {
    const outcome = (await toClipboard(props.text)) ? 'copied' : 'notCopied'
    if (outcome === 'notCopied') props.onRefused?.()
    setSaid(outcome)
    announce(t(`aside.${outcome}`))
  }
  return (
    <span>
      <button
        type="button"
        className={props.small ? 'do small' : 'do'}
        aria-label={props.name}
        onClick={() => void copy()}
      >
        {props.label}
      </button>
      {said === null ? null : <span className="note soft"> {t(`aside.${said}`)}</span>}
    </span>
  )
}
