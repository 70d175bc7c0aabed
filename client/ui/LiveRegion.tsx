import { useStore } from '#client/lib/store.ts'
import { announced } from './announce.ts'

/** The one polite live region of the page; it takes no focus. */
export function LiveRegion() {
  const { text, count } = useStore(announced)
  // An even and an odd place in turn, so that equal sentences are read twice.
  return (
    <div className="sr" aria-live="polite" aria-atomic="true">
      {count % 2 === 0 ? <span key="even">{text}</span> : <span key="odd">{text}</span>}
    </div>
  )
}
