import { type RefObject, useEffect } from 'react'
import { placeGlosses } from './placeGlosses.ts'

/** Keeps the marginal notes beside their places while the sheet grows, shrinks or gets other notes. */
export function useGlossPlaces(
  sheet: RefObject<HTMLElement | null>,
  above: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const paper = sheet.current
    if (!paper) return
    let frame = 0
    const soon = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        placeGlosses(paper, above.current)
      })
    }
    const size = new ResizeObserver(soon)
    size.observe(paper)
    if (above.current) size.observe(above.current)
    // typing changes the page, too; where that moves a note the paper grows or shrinks
    const notes = new MutationObserver(changes => {
      if (changes.some(bringsNotes)) soon()
    })
    notes.observe(paper, { childList: true, subtree: true })
    window.addEventListener('resize', soon)
    // a section comes near the window: its notes have a place now
    paper.addEventListener('contentvisibilityautostatechange', soon)
    // a note was opened or closed; the event does not bubble
    paper.addEventListener('toggle', soon, true)
    soon()
    return () => {
      cancelAnimationFrame(frame)
      size.disconnect()
      notes.disconnect()
      window.removeEventListener('resize', soon)
      paper.removeEventListener('contentvisibilityautostatechange', soon)
      paper.removeEventListener('toggle', soon, true)
    }
  }, [sheet, above])
}

/** Whether a note came, went, or was put elsewhere. */
const bringsNotes = ({ addedNodes, removedNodes }: MutationRecord): boolean =>
  [...addedNodes, ...removedNodes].some(
    node =>
      node instanceof HTMLElement &&
      (node.matches(noteSelector) || node.querySelector(noteSelector) !== null),
  )
const noteSelector = '[data-gloss]'
