/** Brings the place with this path into view and puts the focus there; works for places that were made just now. */
export function goTo(path: string): void {
  requestAnimationFrame(() => {
    const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)
    if (!place) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    place.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' })
    place.focus({ preventScroll: true })
  })
}
