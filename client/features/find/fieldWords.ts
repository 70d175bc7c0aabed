/** A field of the sheet: what it shows, and whether that is its text or stands for a day, a time, a number, a choice. */
export type FieldWords = {
  readonly path: string
  /** takes the focus */
  readonly root: HTMLElement
  /** what is seen of it: some controls lie unseen over their words */
  readonly seen: HTMLElement
  readonly words: string
  readonly isText: boolean
}

const controls = ':is(textarea, input, select, button)[data-path]'

/** Every field of the sheet that shows words. */
export const fieldsOf = (sheet: ParentNode): readonly FieldWords[] =>
  [...sheet.querySelectorAll<HTMLElement>(controls)].flatMap(root => {
    const words = wordsShown(root)
    return words === '' ? [] : [{ path: root.dataset.path ?? '', root, ...seenOf(root), words }]
  })

const seenOf = (root: HTMLElement): Pick<FieldWords, 'seen' | 'isText'> => {
  const isUnseen = root instanceof HTMLSelectElement || isDay(root)
  return {
    seen: (isUnseen && root.parentElement) || root,
    isText: root instanceof HTMLTextAreaElement,
  }
}

const isDay = (root: HTMLElement): boolean => root instanceof HTMLInputElement && root.type === 'date'

/** The words as a reader has them before them; what only invites to enter something is none, but „niemand“ is one. */
function wordsShown(root: HTMLElement): string {
  if (root instanceof HTMLTextAreaElement) return root.value
  if (root instanceof HTMLSelectElement)
    return root.value === '' ? '' : (root.selectedOptions[0]?.textContent ?? '')
  if (root instanceof HTMLButtonElement) return root.textContent ?? ''
  if (!(root instanceof HTMLInputElement) || root.value === '') return ''
  // written out beside it
  if (isDay(root)) return root.nextElementSibling?.textContent ?? ''
  return root.type === 'checkbox' || root.type === 'radio' ? '' : root.value
}
