import type { Query } from './matches.ts'
import { type Found, rangesIn, rootOf } from './places.ts'

/** Names of the highlights, styled in `FindBar.module.css`. Where a browser has none, only the current place is marked. */
const [all, current] = ['found', 'found-now']

/** Paints what was found without touching the page: nothing moves, and editors know nothing of it. */
export function paint(found: readonly Found[], now: Found | null, query: Query): Range | null {
  unpaint()
  const ranges: Range[] = []
  let here: Range | null = null
  const seen = new Set<unknown>()
  for (const { place } of found) {
    if (seen.has(place)) continue
    seen.add(place)
    if ('field' in place) place.field.seen.dataset.found = now?.place === place ? 'now' : 'yes'
    else {
      const own = rangesIn(place.prose, query)
      ranges.push(...own)
      if (now?.place === place) here = own[now.nth] ?? null
    }
  }
  if ('highlights' in CSS) {
    CSS.highlights.set(all, new Highlight(...ranges.filter(range => range !== here)))
    if (here) CSS.highlights.set(current, new Highlight(here))
  }
  return here
}

export function unpaint(): void {
  if ('highlights' in CSS) {
    CSS.highlights.delete(all)
    CSS.highlights.delete(current)
  }
  for (const field of document.querySelectorAll<HTMLElement>('[data-found]')) delete field.dataset.found
}

/** Brings a place into sight; the focus stays where it is. */
export function bringIntoSight(found: Found, range: Range | null): void {
  const root = rootOf(found.place)
  root.scrollIntoView({ block: 'center' })
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}

/** Leaves the search at a place: the caret goes there. */
export function goInto(found: Found, range: Range | null): void {
  const { place } = found
  if ('field' in place) {
    place.field.root.focus()
    return
  }
  const box = range?.getBoundingClientRect()
  place.prose.enter(box ? { x: box.right, y: box.top + box.height / 2 } : 'start')
}
