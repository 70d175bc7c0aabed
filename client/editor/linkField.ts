import type { Editor } from '@tiptap/core'
import { type Readable, writable } from '#client/lib/store.ts'
import { addressOf, wordsOfAddress } from './links.ts'

/** The field for an address, open for the text at `path`; `href`: the link that stands at its caret. */
export type LinkField = { readonly path: string; readonly href: string | null }

const field = writable<LinkField | null>(null)
export const linkField: Readable<LinkField | null> = field

/** The text that the address is for: the focus is in the field meanwhile, the selection stays with the text. */
let target: Editor | null = null

export function openLinkField(editor: Editor, path: string): void {
  target = editor
  field.set({ path, href: addressOf(String(editor.getAttributes('link').href ?? '')) })
}

/** Closes the field; the caret is where it was. */
export function closeLinkField(): void {
  target?.view.focus()
  leaveLinkField()
}

/** Closes the field of which the focus has gone elsewhere. */
export function leaveLinkField(): void {
  target = null
  field.set(null)
}

/** A text that goes takes its field with it. */
export function endLinkField(editor: Editor): void {
  if (target === editor) leaveLinkField()
}

/**
 * Links the marked words, or puts in the address where none are; nothing typed takes the link away. `false`: that is
 * no address of https, mailto or tel, and nothing was done.
 */
export function linkTo(typed: string): boolean {
  if (!target) return false
  const editor = target
  const href = typed === '' ? null : addressOf(typed)
  if (href === null && typed !== '') return false
  closeLinkField()
  const chain = editor.chain()
  if (href === null) chain.extendMarkRange('link').unsetLink().run()
  else if (editor.state.selection.empty && !editor.isActive('link')) {
    const marks = [{ type: 'link', attrs: { href } }]
    chain.insertContent({ type: 'text', text: wordsOfAddress(href), marks }).run()
  } else chain.extendMarkRange('link').setLink({ href }).run()
  return true
}
