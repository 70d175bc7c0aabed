/** From one text to the next as if the sheet were one: focuses the text before or after the one at `path`. `false` at the ends. */
export function goToNeighbour(path: string, direction: 'up' | 'down'): boolean {
  const bodies = [...document.querySelectorAll<HTMLElement>('[data-path$="/body"]')]
  const here = bodies.findIndex(body => body.dataset.path === path)
  const next = bodies[here + (direction === 'down' ? 1 : -1)]?.querySelector<HTMLElement>('[role="textbox"]')
  next?.focus()
  return next !== undefined && next !== null
}
