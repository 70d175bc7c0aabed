import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { cx } from './cx.ts'
import s from './Popover.module.css'

/**
 * A word that opens a slip of paper below it. Escape and leaving it close it; the focus goes back to the word.
 * Where what was pressed goes away (a person was added), the focus stays in the slip.
 * `children` gets a function that closes the slip.
 */
export function Popover(props: {
  readonly label: ReactNode
  /** what the button is called where its words alone do not say it */
  readonly name?: string
  readonly className?: string | undefined
  readonly side?: 'start' | 'end'
  readonly path?: string
  readonly disabled?: boolean | undefined
  readonly children: (close: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const slip = useRef<HTMLDivElement>(null)

  // After each rendering: a focused child that is gone has left the focus to the page.
  useEffect(() => {
    if (open && document.activeElement === document.body) slip.current?.focus()
  })
  // Where the word stands near an edge the slip moves until all of it can be read.
  // What is in it may come a moment later.
  useLayoutEffect(() => {
    const paper = slip.current
    if (!open || !paper) return
    keepInSight(paper)
    const grows = new ResizeObserver(() => keepInSight(paper))
    grows.observe(paper)
    return () => grows.disconnect()
  }, [open])
  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      role="presentation"
      ref={root}
      className={s.root}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
      onBlur={event => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget))
          setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={cx('do', props.className)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.name}
        data-path={props.path}
        disabled={props.disabled}
        onClick={() => setOpen(!open)}
      >
        {props.label}
      </button>
      {open ? (
        <div id={id} ref={slip} tabIndex={-1} className={cx(s.slip, props.side === 'end' && s.end)}>
          {props.children(close)}
        </div>
      ) : null}
    </div>
  )
}

/** Least distance of a slip from the edge of the window in px. */
const edge = 8

function keepInSight(slip: HTMLElement): void {
  slip.style.translate = ''
  const { left, right } = slip.getBoundingClientRect()
  const width = document.documentElement.clientWidth
  const shift = left < edge ? edge - left : Math.min(0, width - edge - right)
  if (shift !== 0) slip.style.translate = `${shift}px`
  slip.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
