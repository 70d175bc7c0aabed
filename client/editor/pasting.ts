import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { text } from '#client/i18n/i18n.ts'
import { offered } from '#client/ui/offer.ts'
import { inlineNodes } from '#shared/document/proseMaking.ts'
import { cleanLetters } from './cleanLetters.ts'
import { type HeadingLevel, hasHeadingBefore, levelsInOrder } from './headings.ts'
import { isTooLarge } from './largePaste.ts'
import type * as pasteCleaner from './pasteCleaner.ts'

type Cleaner = typeof pasteCleaner
let cleaner: Cleaner | null = null
const loadCleaner = async (): Promise<Cleaner> => {
  cleaner ??= await import('./pasteCleaner.ts')
  return cleaner
}

/** Texts copied in this editor carry this; the editor reads them by its own schema, which lets nothing else in. */
const isOwn = (html: string): boolean => html.includes('data-pm-slice')

/**
 * Everything that comes in at once, by paste or drop, in the form of this prose (THREATS b15, b47–b50). The cleaner is
 * loaded when somebody first pastes; what they pasted waits for it.
 */
export function pasting(): Plugin {
  let isPlain = false
  return new Plugin({
    props: {
      transformPastedHTML: html => {
        if (isOwn(html)) return html
        // what was dropped before the cleaner was here comes in as nothing rather than as anything
        return cleaner ? cleaner.cleanHtml(html) : ''
      },
      transformPastedText: cleanLetters,
      transformPasted: (slice, view) => tidied(slice, view),
      handlePaste: (_view, _event, slice) => isTooLarge(slice.content.size),
      handleDrop: (_view, _event, slice) => isTooLarge(slice.content.size),
      handleDOMEvents: {
        keydown: (_view, event) => {
          isPlain = event.shiftKey
          return false
        },
        dragenter: () => {
          void loadCleaner()
          return false
        },
        paste: (view, event) => {
          const { clipboardData } = event
          if (!clipboardData) return false
          const html = clipboardData.getData('text/html')
          const plain = clipboardData.getData('text/plain')
          if (html === '' && plain === '' && clipboardData.files.length > 0) {
            offered.set({ says: text('editor.paste.files') })
            event.preventDefault()
            return true
          }
          if (html === '' || isPlain || (isOwn(html) && html.length <= maxOwn)) return false
          event.preventDefault()
          void loadCleaner().then(({ isTooMuchHtml }) => {
            if (view.isDestroyed) return
            if (!isTooMuchHtml(html)) view.pasteHTML(html, event)
            else if (!isTooLarge(plain.length)) {
              offered.set({ says: text('editor.paste.plain') })
              view.pasteText(plain, event)
            }
          })
          return true
        },
      },
    },
  })
}

/** Own texts that are longer than this in HTML are read as any other's. */
const maxOwn = 2_000_000

/** Clean letters, merge fields for their braces, headings in order. */
function tidied(slice: Slice, view: EditorView): Slice {
  const { doc, selection, schema } = view.state
  const levels: HeadingLevel[] = []
  slice.content.descendants(node => {
    if (node.type.name === 'heading') levels.push(node.attrs.level === 3 ? 3 : 2)
  })
  const fitting = levelsInOrder(levels, hasHeadingBefore(doc, selection.from))
  let heading = 0
  const renew = (fragment: Fragment): Fragment => {
    const nodes: Node[] = []
    fragment.forEach(node => {
      if (node.isText) nodes.push(...tidiedText(node, schema))
      else if (node.type.name === 'heading') {
        const level = fitting[heading] ?? 2
        heading += 1
        nodes.push(node.type.create({ level }, renew(node.content), node.marks))
      } else nodes.push(node.copy(renew(node.content)))
    })
    return Fragment.fromArray(nodes)
  }
  return new Slice(renew(slice.content), slice.openStart, slice.openEnd)
}

function tidiedText(node: Node, schema: Schema): Node[] {
  return inlineNodes(cleanLetters(node.text ?? ''))
    .filter(({ type, text }) => type !== 'text' || text !== '')
    .map(part =>
      part.type === 'text' ? schema.text(part.text ?? '', node.marks) : schema.node(part.type, part.attrs),
    )
}
