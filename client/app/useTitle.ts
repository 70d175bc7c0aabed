import { useEffect } from 'react'

/** The title of the browser's tab: what is open, then the house. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Mitschrift' : `${title} · Mitschrift`
  }, [title])
}
