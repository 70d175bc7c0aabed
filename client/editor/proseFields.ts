import type * as Y from 'yjs'
import type { Readable } from '#client/lib/store.ts'
import type { Facts } from '#shared/rules/mergeFields.ts'
import type { Entry } from './MountedEditor.tsx'

/** A text of the page as other parts of the sheet find it. */
export type ProsePlace = {
  readonly path: string
  readonly label: string
  readonly fragment: Y.XmlFragment
  readonly root: HTMLElement
  readonly facts: Readable<Facts>
  /** not while it is only for reading, or holds what this editor does not know */
  readonly mayWrite: () => boolean
  /** Puts the caret in it. */
  readonly enter: (at: Entry) => void
}

const places = new Set<ProsePlace>()

export function addProsePlace(place: ProsePlace): () => void {
  places.add(place)
  return () => {
    places.delete(place)
  }
}

/** All texts of the page in their order. */
export const prosePlaces = (): readonly ProsePlace[] =>
  [...places].sort((a, b) =>
    a.root.compareDocumentPosition(b.root) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )

export type Direction = 'up' | 'down' | 'left' | 'right'

/**
 * From one text to the next as if the sheet were one: up and down keep the column (`x` in the window) where the other
 * text is long enough. `false`: there is no text in that direction.
 */
export function goToNeighbour(path: string, direction: Direction, x: number | null = null): boolean {
  const all = prosePlaces().filter(place => place.path === path || place.mayWrite())
  const isBack = direction === 'up' || direction === 'left'
  const next = all[all.findIndex(place => place.path === path) + (isBack ? -1 : 1)]
  if (!next) return false
  if (x === null || direction === 'left' || direction === 'right') {
    next.enter(isBack ? 'end' : 'start')
    return true
  }
  // only what is in the window has a point
  next.root.scrollIntoView({ block: 'nearest' })
  const { top, bottom } = next.root.getBoundingClientRect()
  next.enter({ x, y: isBack ? bottom - halfLine : top + halfLine })
  return true
}

/** Within the first or the last line of a text, in px. */
const halfLine = 10
