import { Editor, Extension } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { AnySession } from '#client/document/session.ts'
import { part } from '#client/lib/part.ts'
import type { Readable } from '#client/lib/store.ts'
import { OverPage } from '#client/ui/OverPage.tsx'
import type { Facts } from '#shared/rules/mergeFields.ts'
import { binding } from './binding.ts'
import { carets } from './carets.ts'
import { composition } from './composition.ts'
import { type EarlyText, placeEarly, writeEarly } from './earlyText.ts'
import { editorIsGone, editorIsHere } from './editorCommands.ts'
import { editorExtensions } from './extensions.ts'
import { endLinkField } from './linkField.ts'
import styles from './prose.module.css'
import { goToNeighbour } from './proseFields.ts'
import { type SlashState, slashTrigger } from './slash.ts'
import { ownStep } from './taskNodes.ts'
import { type TextMark, textMarks } from './textMarks.ts'

/** Where the caret goes when the editor comes up: nowhere, to an end, or to a point of the window. */
export type Entry = 'start' | 'end' | { readonly x: number; readonly y: number }

type Props = {
  fragment: Y.XmlFragment
  session: Pick<AnySession, 'awareness' | 'undo' | 'setPlace'>
  path: string
  label: string
  placeholder: string
  entry: Entry | null
  /** what was typed before the editor was there; it takes them */
  takeEarly: () => EarlyText | null
  facts: Readable<Facts>
  /** Gives out the way into the editor, and the way to end it at once, before a change reaches it. */
  onMounted: (access: EditorAccess | null) => void
  /** words to look at */
  marks?: Readable<readonly TextMark[]> | undefined
}

export type EditorAccess = { readonly end: () => void; readonly enter: (at: Entry) => void }

/** A Tiptap editor on one fragment of the sheet. Mounting it writes nothing. */
export function MountedEditor(props: Props): ReactNode {
  const { fragment, session, path, label, placeholder, facts } = props
  const [slash, setSlash] = useState<SlashState>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const host = useRef<HTMLDivElement>(null)
  const mounted = useRef<Editor | null>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })

  useLayoutEffect(() => {
    if (!host.current) return undefined
    const { entry, takeEarly, onMounted, label, placeholder, marks } = latest.current
    session.undo.manager.addTrackedOrigin(ySyncPluginKey)
    const editor = new Editor({
      element: host.current,
      injectCSS: false,
      extensions: [
        ...editorExtensions(facts),
        slashTrigger(setSlash),
        composition(fragment),
        binding({
          fragment,
          undo: session.undo,
          onLeave: (direction, x) => goToNeighbour(path, direction, x),
          onTyped: () => session.setPlace(path, true),
        }),
        Extension.create({
          name: 'sheetCarets',
          addProseMirrorPlugins: () => [
            carets(fragment, session.awareness),
            ...(marks ? [textMarks(marks)] : []),
          ],
        }),
      ],
      // „1. “ and „**“ are what people write in minutes; only a dash at the start of a line becomes a list,
      // and `{{gruppe.name}}` the fact
      enableInputRules: ['bulletList', 'mergeField'],
      enablePasteRules: ['link'],
      editorProps: editorProps(label, placeholder),
      onFocus: ({ editor }) => {
        session.setPlace(path, false)
        editorIsHere(editor, path)
        // whoever types „/“ and goes on at once finds the menu there
        void loadSlashMenu()
      },
      onBlur: ({ editor }) => {
        session.setPlace(null)
        editorIsGone(editor)
      },
      onTransaction: ({ editor }) => {
        if (editor.isFocused) editorIsHere(editor, path)
      },
    })
    editor.on('beforeTransaction', ({ transaction }) => {
      if (transaction.getMeta(ownStep) === true) session.undo.manager.stopCapturing()
    })
    mounted.current = editor
    setEditor(editor)
    const end = () => {
      editorIsGone(editor)
      endLinkField(editor)
      editor.destroy()
    }
    if (entry) enter(editor, entry)
    const early = takeEarly()
    if (early) {
      if (!entry) placeEarly(editor, early.at)
      writeEarly(editor, early.text)
    }
    onMounted({ end, enter: at => enter(editor, at) })
    return () => {
      mounted.current = null
      setEditor(null)
      onMounted(null)
      end()
    }
  }, [fragment, session, path, facts])
  // „TOP 6“ becomes „TOP 7“ when somebody reorders: the editor keeps its focus and takes the new name
  useEffect(() => {
    mounted.current?.setOptions({ editorProps: editorProps(label, placeholder) })
  }, [label, placeholder])

  return (
    <>
      <div ref={host} />
      {slash && editor ? (
        <Suspense>
          <OverPage>
            <SlashMenu editor={editor} slash={slash} />
          </OverPage>
        </Suspense>
      ) : null}
    </>
  )
}

const loadSlashMenu = () => import('./SlashMenu.tsx')
const SlashMenu = part(async () => (await loadSlashMenu()).SlashMenu)

/** What the line at the head and the words at the foot of the window cover, in px: the caret stays clear of them. */
const covered = { top: 90, bottom: 90, left: 0, right: 0 }

const editorProps = (label: string, placeholder: string) => ({
  scrollThreshold: covered,
  scrollMargin: covered,
  attributes: {
    class: styles.prose ?? '',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    ...(placeholder ? { 'aria-placeholder': placeholder } : {}),
  },
})

/** At once: Tiptap's own focus command waits for a frame, and what is typed meanwhile would go nowhere. */
function enter(editor: Editor, entry: Entry): void {
  const { view } = editor
  const at =
    typeof entry === 'string'
      ? entry === 'start'
        ? 0
        : view.state.doc.content.size
      : view.posAtCoords({ left: entry.x, top: entry.y })?.pos
  view.focus()
  if (at === undefined) return
  const near =
    typeof entry === 'string' ? Selection.near(view.state.doc.resolve(at), entry === 'start' ? 1 : -1) : null
  if (near) view.dispatch(view.state.tr.setSelection(near).scrollIntoView())
  else editor.commands.setTextSelection(at)
}
