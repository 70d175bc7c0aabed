import { useRef, useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { goTo } from '#client/sheet/goTo.ts'
import type { Written } from '#client/ui/fields/draft.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import s from './Lists.module.css'

/** Short lines that are one value together. A line that is emptied is taken out; a new one is written with its text. */
export function LineList(props: {
  readonly label: string
  readonly path: string
  readonly lines: readonly string[]
  readonly readOnly: boolean
  readonly lineLabel: (number: number) => string
  readonly placeholder: string
  readonly add: string
  readonly write: (lines: string[]) => Written
}) {
  useText()
  const { lines, path } = props
  const [isFresh, setFresh] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  const change = (index: number, line: string): Written => {
    const next = lines.flatMap((one, place) => (place !== index ? [one] : line === '' ? [] : [line]))
    if (index >= lines.length && line !== '') next.push(line)
    const answer = props.write(next)
    if ('problem' in answer) return answer
    if (index >= lines.length) setFresh(false)
    // the line that was emptied goes with its focus; the word that adds one is the nearest place
    if (line === '' && index < lines.length) requestAnimationFrame(() => add.current?.focus())
    return { value: line }
  }
  const shown = isFresh ? [...lines, ''] : lines
  return (
    <div role="group" aria-label={props.label} data-path={path}>
      {lines.length > 0 || isFresh ? <span className={s.label}>{props.label}</span> : null}
      {shown.map((line, index) => (
        <TextField
          // lines have no id; their place in the list is what they are
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          quiet
          label={props.lineLabel(index + 1)}
          path={`${path}/${index}`}
          value={line}
          readOnly={props.readOnly}
          placeholder={props.placeholder}
          write={text => change(index, text.trim())}
        />
      ))}
      {props.readOnly || isFresh ? null : (
        <button
          ref={add}
          type="button"
          className="do small noprint"
          onClick={() => {
            setFresh(true)
            goTo(`${path}/${lines.length}`)
          }}
        >
          {props.add}
        </button>
      )}
    </div>
  )
}
