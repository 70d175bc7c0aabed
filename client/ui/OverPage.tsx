import { type ReactNode, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/**
 * Lies over everything on the page, whatever section asks for it: sections far from the window are kept out of the
 * layout, and what is fixed within one would be cut off or covered with it.
 */
export const OverPage = ({ children }: { readonly children: ReactNode }): ReactNode =>
  createPortal(children, document.getElementById('content') ?? document.body)

/** How much of the window's foot the keyboard of a phone covers, in px. */
export function useCoveredFoot(): number {
  const [covered, setCovered] = useState(0)
  useLayoutEffect(() => {
    const seen = window.visualViewport
    if (!seen) return undefined
    const look = () => setCovered(Math.max(0, Math.round(window.innerHeight - seen.offsetTop - seen.height)))
    look()
    seen.addEventListener('resize', look)
    seen.addEventListener('scroll', look)
    return () => {
      seen.removeEventListener('resize', look)
      seen.removeEventListener('scroll', look)
    }
  }, [])
  return covered
}
