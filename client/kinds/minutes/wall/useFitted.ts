import { type RefObject, useLayoutEffect } from 'react'

/** In twentieths of the picture's height: a line is never smaller than one of them, and a title need not be larger. */
const smallest = 1
const step = 0.05

/**
 * Sets the words in the frame as large as they go, between `largest` and the least that can be read from ten metres:
 * `--size` in twentieths of the picture. What is longer still goes on in pages. `words`: what stands there now.
 */
export function useFitted(
  frame: RefObject<HTMLElement | null>,
  largest: number,
  words: string,
  onPages: (count: number) => void,
): void {
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const fit = (): void => {
      // words are broken only where they have no place even in the smallest letters
      element.style.setProperty('overflow-wrap', 'normal')
      const set = (size: number): boolean => {
        element.style.setProperty('--size', String(size))
        return element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth
      }
      // halving: a size that fits, and the next one up that does not
      let low = smallest
      let high = largest
      if (!set(high)) {
        while (high - low > step) {
          const middle = (low + high) / 2
          if (set(middle)) low = middle
          else high = middle
        }
        if (!set(low)) element.style.setProperty('overflow-wrap', 'anywhere')
      }
      onPages(pagesOf(element))
    }
    fit()
    const grows = new ResizeObserver(fit)
    grows.observe(element)
    // the letters of the house may come after the first picture
    void document.fonts.ready.then(fit)
    return () => grows.disconnect()
  }, [frame, largest, words, onPages])
}

/** A page is as many whole lines as the frame holds. */
export function pagesOf(element: HTMLElement): number {
  const height = pageHeight(element)
  return element.scrollHeight <= element.clientHeight ? 1 : Math.ceil(element.scrollHeight / height)
}

export function pageHeight(element: HTMLElement): number {
  const line = Number.parseFloat(getComputedStyle(element).lineHeight)
  if (!Number.isFinite(line) || line <= 0) return element.clientHeight
  return Math.max(line, Math.floor(element.clientHeight / line) * line)
}
