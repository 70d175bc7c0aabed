import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isFromSheet } from './isFromSheet.ts'

/** The menu that `/` opens: where the slash stands, and what was typed after it. */
export type SlashState = { readonly from: number; readonly query: string; readonly listen: Listen } | null

type Hear = (key: string) => boolean
/** The open menu hears the keys before the text does; it answers `true` for those it took. Answers with the end of it. */
type Listen = (hear: Hear) => () => void

type Known = { readonly from: number; readonly query: string } | null
const key = new PluginKey<Known>('slash')

/** More than this after the slash is a sentence. */
const maxQuery = 30

/**
 * Sees a `/` at the start of a line or after a space, and follows what is typed after it. What there is to choose from
 * is in `SlashMenu.tsx`, which comes when somebody first asks for it.
 */
export const slashTrigger = (show: (state: SlashState) => void) =>
  Extension.create({
    name: 'slash',
    // before the keys of the text
    priority: 2000,
    addProseMirrorPlugins: () => [plugin(show)],
  })

function plugin(show: (state: SlashState) => void): Plugin<Known> {
  let hear: Hear | null = null
  const listen: Listen = listener => {
    hear = listener
    return () => {
      if (hear === listener) hear = null
    }
  }
  return new Plugin<Known>({
    key,
    state: {
      init: () => null,
      apply: (transaction, known, _before, state) => {
        const asked: unknown = transaction.getMeta(key)
        if (asked === 'close') return null
        const { $head, empty } = state.selection
        const moved = () => {
          if (!known) return null
          // the sheet puts in the whole text anew: the slash is where it was before the caret
          if (isFromSheet(transaction)) return $head.pos - known.query.length - 1
          return transaction.mapping.map(known.from, -1)
        }
        const from = typeof asked === 'number' ? asked : moved()
        if (from === null) return null
        // the caret went elsewhere, or the slash is gone
        if (!empty || $head.start() > from || $head.pos <= from) return null
        const typed = $head.parent.textBetween($head.parentOffset - ($head.pos - from), $head.parentOffset)
        const isOver = !typed.startsWith('/') || typed.length > maxQuery || typed.startsWith('/ ')
        return isOver ? null : { from, query: typed.slice(1) }
      },
    },
    props: {
      handleTextInput: (view, from, _to, text, insert) => {
        if (text !== '/' || !mayOpen(view, from)) return false
        view.dispatch(insert().setMeta(key, from))
        return true
      },
      handleKeyDown: (view, event) => {
        if (!key.getState(view.state) || event.isComposing) return false
        if (event.key === 'Escape') {
          closeSlash(view)
          return true
        }
        return hear?.(event.key) ?? false
      },
      handleDOMEvents: {
        blur: view => {
          if (key.getState(view.state)) closeSlash(view)
          return false
        },
      },
    },
    view: () => ({
      update: (view, before) => {
        const now = key.getState(view.state) ?? null
        const was = key.getState(before) ?? null
        if (now?.from === was?.from && now?.query === was?.query) return
        show(now && { ...now, listen })
      },
      destroy: () => show(null),
    }),
  })
}

function mayOpen(view: EditorView, at: number): boolean {
  const $at = view.state.doc.resolve(at)
  if (!$at.parent.inlineContent) return false
  const before = $at.parent.textBetween(0, $at.parentOffset, undefined, '\ufffc')
  return before === '' || /\s$/u.test(before)
}

export const closeSlash = (view: EditorView): void => view.dispatch(view.state.tr.setMeta(key, 'close'))
