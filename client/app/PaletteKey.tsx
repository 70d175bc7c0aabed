import { Suspense, useLayoutEffect, useState } from 'react'
import { part } from '#client/lib/part.ts'

const CommandPalette = part(async () => (await import('./CommandPalette.tsx')).CommandPalette)

/** Ctrl or ⌘ with K opens the palette, everywhere in the house, from the moment the page is shown. */
export function PaletteKey() {
  const [isOpen, setOpen] = useState(false)
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!isCommand || event.key.toLowerCase() !== 'k' || event.isComposing) return
      event.preventDefault()
      if (!document.querySelector('dialog[open]')) setOpen(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return isOpen ? (
    <Suspense>
      <CommandPalette onClose={() => setOpen(false)} />
    </Suspense>
  ) : null
}
