import type { Editor } from '@tiptap/core'
import { type Readable, writable } from '#client/lib/store.ts'
import { fittingLevel, hasHeadingBefore } from './headings.ts'
import { openLinkField } from './linkField.ts'
import { safeHref } from './links.ts'
import type { TableAction } from './tableActions.ts'
import { loadTableTools } from './tables.ts'

/** What can be done to the marked text, for a toolbar. Names as in `editor.format.<name>`. */
export const formats = [
  'bold',
  'italic',
  'underline',
  'heading2',
  'heading3',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
] as const
export type Format = (typeof formats)[number]

/** The text somebody is writing in: what is switched on at the caret, and the link there. */
export type EditorHere = {
  readonly path: string
  readonly active: readonly Format[]
  readonly href: string | null
  /** a smaller heading may stand here */
  readonly fitsHeading3: boolean
  readonly inTable: boolean
}

const here = writable<EditorHere | null>(null)
/** The text field with the caret; `null` when there is none. */
export const editorHere: Readable<EditorHere | null> = here
let editor: Editor | null = null

const isActive = (of: Editor, format: Format): boolean => {
  if (format === 'heading2') return of.isActive('heading', { level: 2 })
  if (format === 'heading3') return of.isActive('heading', { level: 3 })
  return of.isActive(format)
}

/** The editor has the focus, or something in it changed. */
export function editorIsHere(of: Editor, path: string): void {
  editor = of
  const active = formats.filter(format => isActive(of, format))
  const { doc, selection } = of.state
  const next = {
    path,
    active,
    href: safeHref(of.getAttributes('link').href),
    fitsHeading3: hasHeadingBefore(doc, selection.from),
    inTable: of.isActive('table'),
  }
  if (JSON.stringify(next) !== JSON.stringify(here.get())) here.set(next)
}

export function editorIsGone(of: Editor): void {
  if (editor !== of) return
  editor = null
  here.set(null)
}

/** Switches a format on or off at the caret. A toolbar keeps the focus in the text: `preventDefault` on pointer down. */
export function toggleFormat(format: Format): void {
  const chain = editor?.chain().focus()
  switch (format) {
    case 'bold':
      chain?.toggleBold().run()
      return
    case 'italic':
      chain?.toggleItalic().run()
      return
    case 'underline':
      chain?.toggleUnderline().run()
      return
    case 'heading2':
      chain?.toggleHeading({ level: 2 }).run()
      return
    case 'heading3':
      chain?.toggleHeading({ level: fittingLevel(3, here.get()?.fitsHeading3 ?? false) }).run()
      return
    case 'bulletList':
      chain?.toggleBulletList().run()
      return
    case 'orderedList':
      chain?.toggleOrderedList().run()
      return
    case 'taskList':
      chain?.toggleList('taskList', 'taskItem').run()
      return
    case 'blockquote':
      chain?.toggleBlockquote().run()
  }
}

/** Asks for the address of a link at the caret. */
export function askForLink(): void {
  const at = here.get()
  if (editor && at) openLinkField(editor, at.path)
}

/** Puts a table below the line with the caret. */
export async function insertTable(): Promise<void> {
  const tools = await loadTableTools()
  if (!editor) return
  editor.view.focus()
  tools.insertTable(editor.view)
}

/** Adds or takes away a row or column at the caret. */
export async function changeTable(command: TableAction): Promise<void> {
  const tools = await loadTableTools()
  if (!editor) return
  editor.view.focus()
  tools.runInTable(editor.view, command)
}

/** Stands for what is no letter. */
const leaf = '\uFFFC'

/** Whether the whole text with the caret is marked. */
export function isAllChosen(): boolean {
  if (!editor) return false
  const { selection, doc } = editor.state
  const outside = [
    doc.textBetween(0, selection.from, '', leaf),
    doc.textBetween(selection.to, doc.content.size, '', leaf),
  ]
  return outside.every(text => text === '')
}
