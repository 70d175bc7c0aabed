const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, [tabindex]'

/** Brings the place with this path into view and puts the focus there, or on the first control in it; works for places that were made just now. */
export function goTo(path: string): void {
  requestAnimationFrame(() => {
    const place = placeOf(path)
    if (!place) return
    bringIntoView(place)
    const target = place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable)
    target?.focus({ preventScroll: true })
  })
}

/**
 * Near places are glided to, far ones are there at once: sections get their true height only when they come near the
 * window, so whoever glides past many of them aims at a place that moves away. For the same reason a glide is aimed
 * once more at its end, unless the person has taken over.
 */
function bringIntoView(place: HTMLElement): void {
  const block = isControl(place) ? 'center' : 'start'
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const isFar = Math.abs(place.getBoundingClientRect().top) > 2 * window.innerHeight
  if (calm || isFar) return place.scrollIntoView({ block, behavior: 'auto' })
  const glide = new AbortController()
  for (const own of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const) {
    addEventListener(own, () => glide.abort(), { signal: glide.signal, passive: true })
  }
  const aim = (): void => {
    glide.abort()
    place.scrollIntoView({ block, behavior: 'auto' })
  }
  addEventListener('scrollend', aim, { signal: glide.signal })
  place.scrollIntoView({ block, behavior: 'smooth' })
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
