import { useEffect, useRef, useState } from 'react'
import { softBreaks } from '#client/ui/softBreaks.ts'
import { pageHeight, useFitted } from './useFitted.ts'
import s from './Wall.module.css'
import { useWords } from './words.ts'

/** How long a page of a wording stands that does not fit on one, in ms: two hundred letters are read in it. */
const pageStands = 14_000

/**
 * Words as large as the room has place for. What is too long even in the smallest letters turns its pages by itself,
 * and by the arrow keys.
 */
export function FittedText(props: Shown) {
  // other words begin on their first page
  return <Pages key={props.text} {...props} />
}

type Shown = {
  readonly text: string
  /** in twentieths of the picture's height */
  readonly largest: number
  readonly className?: string | undefined
  /** said to screen readers as the heading of the page */
  readonly isTitle?: boolean
}

function Pages(props: Shown) {
  const w = useWords()
  const { text } = props
  const frame = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState(1)
  const [turned, setTurned] = useState(0)
  // a larger window has fewer of them
  const page = turned % pages
  useFitted(frame, props.largest, text, setPages)
  useEffect(() => {
    const element = frame.current
    if (element) element.scrollTop = page * pageHeight(element)
  }, [page, pages])
  useEffect(() => {
    if (pages === 1) return undefined
    const turn = (by: number) => setTurned(before => (before + by + pages) % pages)
    const timer = window.setInterval(() => turn(1), pageStands)
    const press = (event: KeyboardEvent) => {
      if (event.key === 'ArrowRight' || event.key === 'PageDown') turn(1)
      if (event.key === 'ArrowLeft' || event.key === 'PageUp') turn(-1)
    }
    window.addEventListener('keydown', press)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('keydown', press)
    }
  }, [pages])
  const lines = softBreaks(glued(text)).split('\n')
  const Line = props.isTitle ? 'h1' : 'p'
  return (
    <>
      <div ref={frame} className={`${s.say} ${props.className ?? ''}`} data-wall="text">
        {lines.map((line, place) => (
          // lines of a text that is shown as a whole
          // oxlint-disable-next-line react/no-array-index-key
          <Line key={place}>{line}</Line>
        ))}
      </div>
      {pages > 1 ? <p className={s.page}>{w('page', { number: page + 1, count: pages })}</p> : null}
    </>
  )
}

/** „24. September“, „TOP 5“, „120 Euro“ and „Satz 2“ stay on one line. */
const glued = (text: string): string =>
  text.replace(/(\d\.?) (?=\p{Lu})/gu, '$1\u00a0').replace(/\b(TOP|Nr\.|Satz|Absatz|§) (?=\d)/gu, '$1\u00a0')
