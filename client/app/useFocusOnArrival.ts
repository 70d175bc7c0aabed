import { useEffect, useRef } from 'react'

/** After going to another room the focus is on its heading, so that a screen reader starts there. The first page keeps the browser's own start. */
export function useFocusOnArrival(location: string): void {
  const last = useRef(location)
  useEffect(() => {
    if (last.current === location) return
    last.current = location
    window.scrollTo(0, 0)
    const arrive = () => {
      const heading = document.querySelector<HTMLElement>('main h1[tabindex]')
      heading?.focus({ preventScroll: true })
      // A room that is being left stays in the page, hidden, until the next one stands: it takes no focus.
      return heading !== null && document.activeElement === heading
    }
    if (arrive()) return
    // The room is still being loaded: the heading comes later, unless somebody has gone on by then.
    // Giving the focus measures the whole page: once a frame, when all that came with it is there.
    let frame = 0
    const observer = new MutationObserver(() => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        if (arrive()) observer.disconnect()
      })
    })
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
    }
  }, [location])
}
