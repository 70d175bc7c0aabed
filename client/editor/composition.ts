import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { composedAgain, noLetter } from './composedAgain.ts'
import { difference } from './fresh.ts'
import { touches } from './touches.ts'

/** After a composition ends the editor reads the page once more within 20 ms; this is later (ms). */
const settled = 40

/**
 * Writing with an input method (Japanese, dead keys, every word on most phones) while others write in the same text.
 * The binding, as it comes, would draw the text anew under the composition: the browser then ends it, and what was
 * composed is lost or comes twice. What others add at the two ends of a line it survives, anything within it does not.
 *
 * Invariants:
 * - [IM1] While somebody composes, changes from elsewhere in this text are in the document, but not shown.
 * - [IM2] Meanwhile nothing of the text is written into the document: it would take back what is not shown.
 * - [IM3] When the composition ends, or the editor, what was composed goes where it was begun, and nothing else changes.
 *   Where others moved the line meanwhile (a heading of it, cut, joined), that is where its copy stands.
 */
export const composition = (fragment: Y.XmlFragment) =>
  Extension.create({
    name: 'composition',
    addProseMirrorPlugins: () => [holding(fragment)],
  })

/** The text as it was when the first change from elsewhere came. */
type Base = {
  readonly doc: Node
  readonly block: Block | null
  /** what was composed by then: all of it is written again, whatever became of its letters meanwhile */
  readonly composed: { readonly from: number; readonly to: number }
}
/** The block with the caret: where it stands in the editor's text, and its runs of letters in the document. */
type Block = {
  readonly element: Y.XmlElement
  readonly start: number
  readonly end: number
  readonly runs: readonly Run[]
}
/** `places[n]` is before the nth letter. */
type Run = { readonly from: number; readonly text: Y.XmlText; readonly places: readonly Y.RelativePosition[] }

function holding(fragment: Y.XmlFragment): Plugin {
  return new Plugin({
    view: view => {
      const { doc } = fragment
      let before: Base | null = null
      let held: Base | null = null
      /** where the composition began */
      let begun = 0
      let timer: ReturnType<typeof setTimeout> | null = null

      const isFromElsewhere = (transaction: Y.Transaction) => transaction.origin !== ySyncPluginKey
      const look = (transaction: Y.Transaction) => {
        if (!view.composing || held || !isFromElsewhere(transaction)) {
          before = null
          return
        }
        const { doc, selection } = view.state
        const composed = { from: Math.min(begun, selection.from), to: selection.to }
        before = { doc, block: blockWithCaret(fragment, view), composed }
      }
      const begin = () => {
        begun = view.state.selection.from
      }
      const hold = (transaction: Y.Transaction) => {
        if (!before || held || !touches(transaction, fragment)) return
        held = before
        const binding = bindingOf(view)
        // [IM1] no more changes from the document …
        binding?.destroy()
        // … and none into it [IM2]
        if (binding) binding._prosemirrorChanged = () => undefined
      }
      const release = () => {
        if (!held) return
        const base = held
        held = null
        const caret = write(fragment, base, view.state.doc)
        const binding = bindingOf(view)
        if (!binding) return
        Reflect.deleteProperty(binding, '_prosemirrorChanged')
        binding.beforeTransactionSelection = null
        binding.initView(view)
        binding._forceRerender()
        const at = caret && doc && relativePositionToAbsolutePosition(doc, fragment, caret, binding.mapping)
        if (typeof at === 'number') {
          const { state } = view
          const place = state.doc.resolve(Math.min(at, state.doc.content.size))
          view.dispatch(state.tr.setSelection(TextSelection.near(place, -1)))
        }
      }
      const releaseSoon = () => {
        if (timer) clearTimeout(timer)
        timer = setTimeout(() => {
          // the next composition has begun: its end is near
          if (!view.composing) release()
        }, settled)
      }
      doc?.on('beforeTransaction', look)
      doc?.on('beforeObserverCalls', hold)
      view.dom.addEventListener('compositionstart', begin)
      view.dom.addEventListener('compositionend', releaseSoon)
      view.dom.addEventListener('blur', releaseSoon)
      return {
        destroy: () => {
          if (timer) clearTimeout(timer)
          doc?.off('beforeTransaction', look)
          doc?.off('beforeObserverCalls', hold)
          view.dom.removeEventListener('compositionstart', begin)
          view.dom.removeEventListener('compositionend', releaseSoon)
          view.dom.removeEventListener('blur', releaseSoon)
          if (held) write(fragment, held, view.state.doc)
          held = null
        },
      }
    },
  })
}

type Binding = {
  mapping: Map<Y.AbstractType<unknown>, Node | Node[]>
  beforeTransactionSelection: unknown
  _prosemirrorChanged: (doc: Node) => void
  destroy: () => void
  initView: (view: EditorView) => void
  _forceRerender: () => void
}
const bindingOf = (view: EditorView): Binding | null => ySyncPluginKey.getState(view.state)?.binding ?? null

function blockWithCaret(fragment: Y.XmlFragment, view: EditorView): Block | null {
  const { $head } = view.state.selection
  if (!$head.parent.inlineContent) return null
  let at: unknown = fragment
  for (let depth = 0; depth < $head.depth; depth += 1) {
    // blocks stand one to one in the document and in the editor
    at = at instanceof Y.XmlFragment ? at.get($head.index(depth)) : null
  }
  if (!(at instanceof Y.XmlElement)) return null
  const runs: Run[] = []
  const start = $head.start()
  let from = start
  for (const child of at.toArray()) {
    if (!(child instanceof Y.XmlText)) {
      // a break or a merge field
      from += 1
      continue
    }
    const places = Array.from({ length: child.length + 1 }, (_, index) =>
      Y.createRelativePositionFromTypeIndex(child, index, -1),
    )
    runs.push({ from, text: child, places })
    from += child.length
  }
  return { element: at, start, end: $head.end(), runs }
}

/** [IM3] Writes what was composed since `base`; the answer is where the caret stands then. */
function write(fragment: Y.XmlFragment, base: Base, now: Node): Y.RelativePosition | null {
  const change = difference(base.doc, now)
  if (!change || !fragment.doc) return null
  const { from, oldTo, newTo } = including(change, base.composed)
  const words = now.textBetween(from, newTo, '\n', '')
  const marks = now.resolve(newTo).marks()
  const attributes = Object.fromEntries(marks.map(mark => [mark.type.name, mark.attrs]))
  const { doc } = fragment
  return doc.transact(() => {
    const run = base.block?.runs.find(
      ({ from: start, places }) => start <= from && from < start + places.length,
    )
    const position = run?.places[from - run.from]
    const place = position && Y.createAbsolutePositionFromRelativePosition(position, doc)
    const own = run && isThere(run.text) ? lettersBetween(run, from, oldTo, doc) : []
    const isThereStill = run && place && isThere(run.text)
    if (!isThereStill || (own.length === 0 && !touchesLetters(run, from, oldTo, doc))) {
      const moved = writeWhereMoved(fragment, base, { from, oldTo }, words, attributes)
      if (moved) return moved
    }
    if (!isThereStill) return writeApart(fragment, base, words)
    const { index } = place
    const end = run.places[oldTo - run.from]
    const last = end && Y.createAbsolutePositionFromRelativePosition(end, doc)
    // letters by others that came in between stay
    run.text.insert(index, words, attributes)
    if (last)
      for (const letter of own.reverse()) run.text.delete(letter + (letter >= index ? words.length : 0), 1)
    const shift = own.filter(letter => letter < index).length
    return Y.createRelativePositionFromTypeIndex(run.text, index - shift + words.length, -1)
  }, ySyncPluginKey)
}

type Change = NonNullable<ReturnType<typeof difference>>
/** A change that covers the whole composition: also the letters that look as they did. */
function including(change: Change, { from, to }: Base['composed']): Change {
  const more = Math.max(0, to - change.oldTo)
  return { from: Math.min(change.from, from), oldTo: change.oldTo + more, newTo: change.newTo + more }
}

/** Where the letters stand now that were composed over; those that somebody deleted are not among them. */
function lettersBetween(run: Run, from: number, to: number, doc: Y.Doc): number[] {
  const letters: number[] = []
  for (let at = from; at < to; at += 1) {
    const before = indexOf(run.places[at - run.from], doc)
    const after = indexOf(run.places[at - run.from + 1], doc)
    // a place is after the letter before it: a letter that is gone takes none
    if (before !== null && after !== null && after > before) letters.push(after - 1)
  }
  return letters
}

/** Whether a letter still stands that stood right before or right behind. */
function touchesLetters(run: Run, from: number, to: number, doc: Y.Doc): boolean {
  const around = [...lettersBetween(run, from - 1, from, doc), ...lettersBetween(run, to, to + 1, doc)]
  return around.length > 0 || run.places.length === 1 + to - from
}

/** Into the copy of the line that others have moved; `null`: there is none. */
function writeWhereMoved(
  fragment: Y.XmlFragment,
  { doc, block }: Base,
  { from, oldTo }: { readonly from: number; readonly oldTo: number },
  words: string,
  attributes: Record<string, unknown>,
): Y.RelativePosition | null {
  if (!block) return null
  const read = (start: number, end: number) => doc.textBetween(start, end, undefined, noLetter)
  const composed = read(from, oldTo)
  const place = composedAgain(fragment, {
    before: read(block.start, from),
    composed,
    after: read(oldTo, block.end),
  })
  if (!place) return null
  const { text, index } = place
  text.delete(index, composed.length)
  text.insert(index, words, attributes)
  return Y.createRelativePositionFromTypeIndex(text, index + words.length, -1)
}

const indexOf = (position: Y.RelativePosition | undefined, doc: Y.Doc): number | null =>
  position ? (Y.createAbsolutePositionFromRelativePosition(position, doc)?.index ?? null) : null

const isThere = (type: Y.XmlText | Y.XmlElement): boolean => {
  for (let at: Y.Item | null = type._item; at; ) {
    if (at.deleted) return false
    at = at.parent instanceof Y.AbstractType ? at.parent._item : null
  }
  return true
}

/** Into the block where it was composed, if that had no words yet; as a paragraph of its own when the block is gone. */
function writeApart(fragment: Y.XmlFragment, base: Base, words: string): Y.RelativePosition | null {
  if (words === '') return null
  const { block } = base
  const text = new Y.XmlText(words)
  if (block && block.runs.length === 0 && isThere(block.element)) {
    block.element.insert(0, [text])
  } else {
    const paragraph = new Y.XmlElement('paragraph')
    fragment.insert(fragment.length, [paragraph])
    paragraph.insert(0, [text])
  }
  return Y.createRelativePositionFromTypeIndex(text, words.length, -1)
}
