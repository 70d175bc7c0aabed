import { useEffect } from 'react'
import { goTo } from '#client/sheet/goTo.ts'

/** So long it is waited for a place that an address names, in ms: the sheet is put together bit by bit. */
const patience = 10_000

/**
 * Goes to the place that the address names behind `#`, by the id of an element or by its path in the document, as soon
 * as it stands there; unless somebody has begun to do something else.
 */
export function useAnchor(): void {
  useEffect(() => {
    const anchor = read(location.hash)
    if (anchor === '') return undefined
    const waiting = new AbortController()
    const arrive = (): void => {
      const path = pathOf(anchor)
      if (path === null || waiting.signal.aborted) return
      waiting.abort()
      // after the focus that arriving itself brings
      requestAnimationFrame(() => goTo(path))
    }
    const observer = new MutationObserver(arrive)
    waiting.signal.addEventListener('abort', () => observer.disconnect())
    for (const own of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const)
      addEventListener(own, () => waiting.abort(), { signal: waiting.signal, passive: true })
    const timer = window.setTimeout(() => waiting.abort(), patience)
    observer.observe(document.body, { childList: true, subtree: true })
    arrive()
    return () => {
      window.clearTimeout(timer)
      waiting.abort()
    }
  }, [])
}

function read(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}

/** The path of the place, or `null` while neither it nor what it lies in is there. */
function pathOf(anchor: string): string | null {
  const named = document.getElementById(anchor)?.dataset.path
  if (named !== undefined) return named
  const parts = anchor.split('/')
  const place = parts.length > 1 ? parts.slice(0, 2).join('/') : anchor
  return document.querySelector(`[data-path="${CSS.escape(place)}"]`) ? anchor : null
}
