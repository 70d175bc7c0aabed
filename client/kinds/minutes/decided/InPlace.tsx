import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether something stands open in place of the word that opens it; closing it brings the focus back to the word. */
export function useInPlace() {
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  return {
    isOpen,
    opener,
    open: () => setOpen(true),
    close: () => {
      flushSync(() => setOpen(false))
      opener.current?.focus()
    },
  }
}

/** A word, or in its place what it opens: Escape closes that. */
export function InPlace(props: {
  readonly place: ReturnType<typeof useInPlace>
  /** the word that opens it */
  readonly opens: string
  readonly onOpen?: () => void
  readonly children: ReactNode
}) {
  const { place } = props
  return place.isOpen ? (
    <div
      role="presentation"
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        place.close()
      }}
    >
      {props.children}
    </div>
  ) : (
    <p className="dos noprint">
      <button
        ref={place.opener}
        type="button"
        className="do"
        onClick={() => {
          props.onOpen?.()
          place.open()
        }}
      >
        {props.opens}
      </button>
    </p>
  )
}
