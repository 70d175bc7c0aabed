const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, [tabindex]'

/** Brings the place with this path into view and puts the focus there, or on the first control in it; works for places that were made just now. */
export function goTo(path: string): void {
  requestAnimationFrame(() => {
    const place = placeOf(path)
    if (!place) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    place.scrollIntoView({ block: isControl(place) ? 'center' : 'start', behavior: calm ? 'auto' : 'smooth' })
    const target = place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable)
    target?.focus({ preventScroll: true })
  })
}

/** The place itself, or what it is a part of where it is not shown: a field in a closed slip, a row of a list. */
function placeOf(path: string): HTMLElement | null {
  const parts = path.split('/')
  for (let length = parts.length; length > 0; length--) {
    const wanted = parts.slice(0, length).join('/')
    const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(wanted)}"]`)
    if (place) return place
  }
  return null
}

const isControl = (place: HTMLElement): boolean => place.matches('input, select, textarea, button')
