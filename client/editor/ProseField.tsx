import {
  type FocusEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import type * as Y from 'yjs'
import type { AnySession } from '#client/document/session.ts'
import { useText } from '#client/i18n/i18n.ts'
import { type Readable, useStore } from '#client/lib/store.ts'
import { cx } from '#client/ui/cx.ts'
import { IssueList } from '#shared/document/issue.ts'
import { type ProseNode, projectProse } from '#shared/document/prose.ts'
import { addParagraphs } from './addParagraphs.ts'
import { EarlyField } from './EarlyField.tsx'
import type { EarlyText } from './earlyText.ts'
import { type EditorParts, editorParts, loadEditor } from './editorParts.ts'
import { useFactSource } from './factSource.ts'
import type { EditorAccess, Entry } from './MountedEditor.tsx'
import styles from './prose.module.css'
import { addProsePlace } from './proseFields.ts'
import { StaticProse } from './StaticProse.tsx'
import type { TextMark } from './textMarks.ts'
import { touches } from './touches.ts'

export type ProseFieldProps = {
  fragment: Y.XmlFragment
  session: AnySession
  /** Where this is in the document, e.g. `agenda/top3/body`: presence says it to others. */
  path: string
  /** What a screen reader calls the field. */
  label: string
  placeholder?: string
  readOnly?: boolean
  /** words to look at; the same object for as long as the field is shown */
  decorations?: Readable<readonly TextMark[]>
}

/** Editors come up this far before they are scrolled into view. */
const nearby = '600px 0px'

/**
 * A text of the sheet. Plain page until it is near the viewport or somebody goes into it, then an editor, as soon as
 * that is loaded. Read-only access and content that the editor does not know leave it a plain page.
 */
export function ProseField(props: ProseFieldProps): ReactNode {
  const { fragment, session, path, label, placeholder = '', readOnly = false } = props
  const text = useText()
  const access = useStore(session.access)
  const facts = useFactSource()
  const [near, setNear] = useState(false)
  const [entry, setEntry] = useState<Entry | null>(null)
  const mounted = useRef<EditorAccess | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const parts = useParts(near)
  const problems = useProblems(fragment, mounted, parts)
  const isEmpty = useProse(fragment, isEmptyProse)

  // somebody went into the text before the editor was there: what they type meanwhile is not lost, it takes that over
  const [isEarly, setIsEarly] = useState(false)
  const [isComposing, setComposing] = useState(false)
  const early = useRef<EarlyText | null>(null)

  const mayWrite = !readOnly && access === 'write'
  const isWanted = mayWrite && near && problems.length === 0 && !isComposing
  const Editor = isWanted ? parts?.MountedEditor : undefined

  useEffect(() => {
    const element = root.current
    if (!element || near) return undefined
    const observer = new IntersectionObserver(
      seen => {
        if (seen.some(entry => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: nearby },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [near])

  const onMounted = useCallback((editor: EditorAccess | null) => {
    mounted.current = editor
  }, [])

  useEffect(loadEditor, [])

  const enter = (at: Entry) => {
    if (!mayWrite || problems.length > 0) return
    if (mounted.current) {
      mounted.current.enter(at)
      return
    }
    flushSync(() => {
      setEntry(at)
      setNear(true)
      setIsEarly(editorParts.get() === null)
    })
  }
  const onEarly = (words: string, composing: boolean) => {
    early.current = { at: entry ?? early.current?.at ?? 'start', text: words }
    setComposing(composing)
    session.holdUnwritten(path, words === '' ? null : writeEarly)
  }
  const takeEarly = useCallback(() => {
    const taken = early.current
    early.current = null
    setIsEarly(false)
    // a page that is hidden ends no composition by itself
    setComposing(false)
    session.holdUnwritten(path, null)
    return taken?.text ? taken : null
  }, [session, path])
  // the page is hidden or left before the editor has come
  const writeEarly = useCallback(() => {
    const taken = takeEarly()
    if (!taken) return
    const where = taken.at === 'end' ? 'end' : 'start'
    session.handle.transact(() => addParagraphs(fragment, taken.text.split('\n'), where))
  }, [session, fragment, takeEarly])
  useEffect(() => writeEarly, [writeEarly])
  const latest = useRef({ mayWrite, enter, label })
  useEffect(() => {
    latest.current = { mayWrite, enter, label }
  })
  useEffect(() => {
    if (!root.current) return undefined
    return addProsePlace({
      path,
      fragment,
      facts,
      root: root.current,
      get label() {
        return latest.current.label
      },
      mayWrite: () => latest.current.mayWrite && isKnown(fragment),
      enter: at => latest.current.enter(at),
    })
  }, [path, fragment, facts])
  const onMouseDown = (event: MouseEvent) => {
    if (!mayWrite || problems.length > 0 || event.button !== 0) return
    // the plain page is about to go: the caret shall be where the person pressed, not the browser's guess
    event.preventDefault()
    enter({ x: event.clientX, y: event.clientY })
  }
  const onFocus = (event: FocusEvent) => {
    if (event.target === event.currentTarget) enter('start')
  }
  // who has gone on by the time the editor is there is not called back
  const onBlur = () => setEntry(null)

  return (
    <div ref={root} className={styles.field} data-path={path}>
      {isEmpty && placeholder && mayWrite && (
        <p className={styles.placeholder} aria-hidden="true">
          {placeholder}
        </p>
      )}
      {Editor ? (
        <Editor
          fragment={fragment}
          session={session}
          path={path}
          label={label}
          placeholder={placeholder}
          entry={entry}
          takeEarly={takeEarly}
          facts={facts}
          onMounted={onMounted}
          marks={props.decorations}
        />
      ) : mayWrite && problems.length === 0 ? (
        <div
          className={styles.prose}
          role="textbox"
          tabIndex={0}
          aria-multiline="true"
          aria-label={label}
          onMouseDown={onMouseDown}
          onFocus={onFocus}
        >
          <LiveProse fragment={fragment} />
        </div>
      ) : (
        <section className={cx(styles.prose, styles.readOnly)} aria-label={label}>
          <LiveProse fragment={fragment} />
        </section>
      )}
      {isEarly && !Editor && mayWrite && problems.length === 0 && (
        <EarlyField label={label} onText={onEarly} onBlur={onBlur} />
      )}
      {problems.length > 0 && <p className={styles.notice}>{text('editor.unknownContent')}</p>}
    </div>
  )
}

function LiveProse({ fragment }: { fragment: Y.XmlFragment }): ReactNode {
  return <StaticProse nodes={useProse(fragment, proseNodes)} />
}

const proseNodes = (fragment: Y.XmlFragment): readonly ProseNode[] =>
  projectProse(fragment, [], new IssueList())

function isEmptyProse(fragment: Y.XmlFragment): boolean {
  const nodes = fragment.length > 1 ? null : proseNodes(fragment)
  if (!nodes) return false
  const [only] = nodes
  return !only || (only.type === 'paragraph' && !only.content)
}

/** A value of the fragment, read anew after each change in it. */
function useProse<T>(fragment: Y.XmlFragment, read: (fragment: Y.XmlFragment) => T): T {
  const source = useMemo(() => proseSource(fragment, read), [fragment, read])
  return useSyncExternalStore(source.subscribe, source.get)
}

function proseSource<T>(fragment: Y.XmlFragment, read: (fragment: Y.XmlFragment) => T): Readable<T> {
  let value = { is: read(fragment), stale: false }
  return {
    get: () => {
      if (value.stale) value = { is: read(fragment), stale: false }
      return value.is
    },
    subscribe: listener => {
      const observer = () => {
        value.stale = true
        listener()
      }
      // what changed between the first rendering and this subscription
      value.stale = true
      fragment.observeDeep(observer)
      return () => fragment.unobserveDeep(observer)
    },
  }
}

const notYet: Readable<null> = { get: () => null, subscribe: () => () => undefined }

/** The editor's parts for a text that wants one. */
const useParts = (isWanted: boolean): EditorParts | null =>
  useStore<EditorParts | null>(isWanted ? editorParts : notYet)

/** Whether the editor, which has to be there for that, knows all that stands in the fragment. */
function isKnown(fragment: Y.XmlFragment): boolean {
  const parts = editorParts.get()
  return parts !== null && parts.unknownContent(fragment, parts.proseSchema).length === 0
}

const none: readonly string[] = []
type Mounted = { readonly current: EditorAccess | null }

/**
 * [ED1] What the editor does not know in this fragment; nothing while there is none to be mounted. When a change from
 * elsewhere brings such content, a mounted editor is ended before the change reaches it.
 */
function useProblems(
  fragment: Y.XmlFragment,
  mounted: Mounted,
  parts: EditorParts | null,
): readonly string[] {
  const source = useMemo(
    () => (parts ? problemSource(fragment, mounted, parts) : noProblems),
    [fragment, mounted, parts],
  )
  return useSyncExternalStore(source.subscribe, source.get)
}

const noProblems: Readable<readonly string[]> = { get: () => none, subscribe: () => () => undefined }

function problemSource(
  fragment: Y.XmlFragment,
  mounted: Mounted,
  { unknownContent, proseSchema, ySyncPluginKey }: EditorParts,
): Readable<readonly string[]> {
  let problems: readonly string[] = unknownContent(fragment, proseSchema)
  return {
    get: () => (problems.length === 0 ? none : problems),
    subscribe: listener => {
      const look = () => {
        const found = unknownContent(fragment, proseSchema)
        if (found.join() === problems.join()) return
        problems = found
        if (found.length > 0) mounted.current?.end()
        listener()
      }
      const before = (transaction: Y.Transaction) => {
        // what the editor itself writes it knows
        if (transaction.origin !== ySyncPluginKey && touches(transaction, fragment)) look()
      }
      fragment.doc?.on('beforeObserverCalls', before)
      look()
      return () => fragment.doc?.off('beforeObserverCalls', before)
    },
  }
}
