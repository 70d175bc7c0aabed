import { useEffect, useState } from 'react'

/** `f` makes the wall the whole picture and back; Escape goes back, as everywhere. */
export function useFullScreen(): { readonly isFull: boolean } {
  const [isFull, setFull] = useState(() => document.fullscreenElement !== null)
  useEffect(() => {
    const change = () => setFull(document.fullscreenElement !== null)
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return
      // the palette may lie on the wall, and somebody types there
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, dialog')) return
      event.preventDefault()
      // a browser that refuses leaves everything as it is, and the picture is as large as its window
      const done = document.fullscreenElement
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen()
      done.catch(() => undefined)
    }
    document.addEventListener('fullscreenchange', change)
    window.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('fullscreenchange', change)
      window.removeEventListener('keydown', press)
    }
  }, [])
  return { isFull }
}
