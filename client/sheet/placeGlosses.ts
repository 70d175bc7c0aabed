/** Room between two notes in the margin, in px. */
const gap = 14

/**
 * Lays the marginal notes beside their places: from above to below, never over each other, never over `above`.
 * Measures and sets positions; without a margin (narrow screens) the notes stand in the text and nothing is moved.
 */
export function placeGlosses(sheet: HTMLElement, above: HTMLElement | null): void {
  const notes = [...sheet.querySelectorAll<HTMLElement>('[data-gloss]')].filter(isLaidOut)
  if (notes.length === 0) return
  const paper = sheet.getBoundingClientRect()
  let free = above ? above.getBoundingClientRect().bottom - paper.top + gap : 0
  // Read everything, then write everything: one layout instead of one per note.
  const read = notes.map(note => {
    const anchor = anchorOf(note).getBoundingClientRect()
    const parent = (note.offsetParent ?? sheet).getBoundingClientRect()
    return {
      note,
      isBeside: getComputedStyle(note).position === 'absolute',
      wanted: anchor.top - paper.top,
      height: note.getBoundingClientRect().height,
      parentTop: parent.top - paper.top,
      left: paper.right - parent.left + 28,
    }
  })
  const fromAbove = read
    .filter(({ isBeside }) => isBeside)
    .toSorted((one, other) => one.wanted - other.wanted)
  for (const { note, wanted, height, parentTop, left } of fromAbove) {
    const top = Math.max(wanted, free)
    free = top + height + gap
    put(note, 'top', top - parentTop)
    put(note, 'left', left)
  }
}

/** Sections far from the window are not laid out, and asking for a place there would do it. */
const isLaidOut = (note: HTMLElement): boolean => note.checkVisibility({ contentVisibilityAuto: true })

/** Writing what stands there already would still make the browser look at the whole page. */
function put(note: HTMLElement, side: 'top' | 'left', px: number): void {
  const value = `${Math.round(px)}px`
  if (note.style[side] !== value) note.style[side] = value
}

/** The word it speaks of, else the field of the same path, else where the note stands. */
function anchorOf(note: HTMLElement): Element {
  const word = note.dataset.word
  const marked = word ? document.querySelector(`[data-mark="${CSS.escape(word)}"]`) : null
  if (marked) return marked
  const path = note.dataset.gloss ?? ''
  const field = document.querySelector(`[data-path="${CSS.escape(path)}"]`)
  return field ?? note.previousElementSibling ?? note.parentElement ?? note
}
