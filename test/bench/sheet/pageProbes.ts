/**
 * What runs inside a measured page. Each function is handed to the browser as its source, so it uses nothing from
 * around it.
 */
export type Probes = {
  /** ms from the key to the frame that shows it, one per key */
  readonly keys: number[]
  /** of these, what the page itself was busy with: handling the key, and making the frame */
  readonly work: number[]
  /** the same as `keys` as the browser's own Event Timing has it, in steps of 8 ms, from 16 ms on */
  readonly eventTimings: number[]
}

/**
 * Notes for each trusted key how long it took until the frame that shows it was painted.
 *
 * From: `timeStamp` of the keydown, which the browser sets when it receives the key, so that waiting for a busy page
 * counts. To: the key changes the text (a mutation in the focused editor), the next animation frame begins, and a
 * message sent from there arrives, which is when style, layout and paint of that frame are done. Event Timing
 * (`PerformanceEventTiming.duration`) means the same but comes in steps of 8 ms, too coarse for a ratio of two
 * pages; it is kept beside as a check.
 *
 * Frames come at the pace of a display, 60 a second: the page asks for every one. Without that a browser without a
 * display makes a frame at once after each pause, and no key would wait for one as it does for a person.
 */
export function watchKeys(): void {
  const probes: Probes = { keys: [], work: [], eventTimings: [] }
  Object.assign(globalThis, { probes })
  const refresh = (): void => void requestAnimationFrame(refresh)
  refresh()
  let began: number | null = null
  window.addEventListener(
    'keydown',
    event => {
      if (event.isTrusted) began = event.timeStamp
    },
    { capture: true },
  )
  const editor = document.activeElement
  if (!editor?.classList.contains('ProseMirror')) throw new Error('The caret is in no editor')
  new MutationObserver(() => {
    if (began === null) return
    const from = began
    began = null
    // the editor's own observer was there before this one: what the key calls for at once has been done
    const handled = performance.now() - from
    requestAnimationFrame(() => {
      const frame = performance.now()
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        const now = performance.now()
        probes.keys.push(now - from)
        probes.work.push(handled + now - frame)
      }
      port2.postMessage(null)
    })
  }).observe(editor, { subtree: true, childList: true, characterData: true })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if (entry.name === 'keydown') probes.eventTimings.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

/**
 * Notes when the sheet stands: all its sections are in the page, and the frame after the first one with them is
 * painted; by then the editors near the window have been told that they are and have come up.
 * `performance.now()` of that moment is in `sheetStands`.
 */
export function watchSheet(sections: number): void {
  const scope = globalThis as unknown as { sheetStands: number | null }
  scope.sheetStands = null
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll('section[data-path^="agenda/"]').length < sections) return
    observer.disconnect()
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          scope.sheetStands = performance.now()
        }
        port2.postMessage(null)
      }),
    )
  })
  observer.observe(document.documentElement, { subtree: true, childList: true })
}

/** From now on whatever is asked to be told when it comes into view is told at once: every editor is mounted. */
export function everythingInView(): void {
  class AlwaysInView {
    readonly #tell: IntersectionObserverCallback
    constructor(tell: IntersectionObserverCallback) {
      this.#tell = tell
    }
    observe(target: Element): void {
      const entry = { isIntersecting: true, target } as IntersectionObserverEntry
      this.#tell([entry], this as unknown as IntersectionObserver)
    }
    unobserve(): void {}
    disconnect(): void {}
  }
  Object.assign(globalThis, { IntersectionObserver: AlwaysInView })
}

/** When a page took keys first, in ms since 1970. */
export type TakesKeys = { field: number | null; text: number | null }

/** Notes in `takesKeys` when the first field and the first text stood. Runs before anything else in the page. */
export function watchFirstKeys(): void {
  const takesKeys: TakesKeys = { field: null, text: null }
  Object.assign(globalThis, { takesKeys })
  const now = (): number => performance.timeOrigin + performance.now()
  const observer = new MutationObserver(() => {
    if (document.querySelector('main textarea:not([disabled])') !== null) takesKeys.field ??= now()
    if (document.querySelector('.ProseMirror[contenteditable="true"]') !== null) takesKeys.text ??= now()
    if (takesKeys.text !== null) observer.disconnect()
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true })
}
