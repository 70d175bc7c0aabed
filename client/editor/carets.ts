import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type PresencePerson, presenceSchema } from '#shared/wire/presence.ts'
import { difference, type Fresh, freshAfter } from './fresh.ts'
import { isFromSheet } from './isFromSheet.ts'
import { readSelection } from './readSelection.ts'
import { touches } from './touches.ts'

/** The name stays at the caret this long after the person's last keystroke, in ms. */
const namePause = 2_000
/** Fresh words glow this long, in ms (`--fade-fresh`); without motion the tint stays longer, then goes. */
const freshTime = { moving: 6_000, still: 20_000 }

type Caret = {
  readonly clientId: number
  readonly person: PresencePerson
  readonly anchor: number
  readonly head: number
  readonly named: boolean
}
type View = {
  readonly carets: readonly Caret[]
  readonly fresh: readonly Fresh[]
  readonly shown: DecorationSet
}

const key = new PluginKey<View>('carets')

/**
 * Shows where others are in this text and what they wrote a moment ago, and tells them where this person is.
 * Names come from the server's stamp and go in as text only; colours are classes, so no style is ever written
 * (THREATS b21, content policy).
 */
export function carets(fragment: Y.XmlFragment, awareness: Awareness): Plugin<View> {
  const doc = fragment.doc
  /** when each client last wrote here */
  const wrote = new Map<number, number>()
  /** who wrote in the transaction that is being shown; `null`: nobody, several, or unknown */
  let writer: number | null = null

  const resolve = (state: EditorState): Caret[] => {
    const sync = ySyncPluginKey.getState(state)
    // while a composition is held back the binding knows no positions
    if (!doc || !sync?.binding?.prosemirrorView || sync.binding.mapping.size === 0) return []
    const end = state.doc.content.size
    const now = Date.now()
    const found: Caret[] = []
    for (const [clientId, raw] of awareness.getStates()) {
      if (clientId === awareness.clientID) continue
      const presence = presenceSchema.safeParse(raw)
      if (!presence.success || !presence.data.cursor || !presence.data.person) continue
      const position = (json: unknown): number | null => {
        if (typeof json !== 'object' || json === null) return null
        try {
          const relative = Y.createRelativePositionFromJSON(json)
          return relativePositionToAbsolutePosition(doc, fragment, relative, sync.binding.mapping)
        } catch {
          // another client wrote something else there: it has no caret
          return null
        }
      }
      const anchor = position(presence.data.cursor.anchor)
      const head = position(presence.data.cursor.head)
      if (anchor === null || head === null) continue
      const named = now - (wrote.get(clientId) ?? Number.NEGATIVE_INFINITY) < namePause
      const { person } = presence.data
      found.push({ clientId, person, anchor: Math.min(anchor, end), head: Math.min(head, end), named })
    }
    return found
  }

  const view = (state: EditorState, carets: readonly Caret[], fresh: readonly Fresh[]): View => ({
    carets,
    fresh,
    shown: DecorationSet.create(state.doc, [
      ...fresh.map(range => Decoration.inline(range.from, range.to, { class: `fresh p${range.tone}` })),
      ...carets.flatMap(caretDecorations),
    ]),
  })

  return new Plugin<View>({
    key,
    state: {
      init: (_config, state) => view(state, [], []),
      apply: (transaction, known, before, state) => {
        const asked = transaction.getMeta(key) !== undefined
        if (!asked && !transaction.docChanged) return known
        if (isFromSheet(transaction)) {
          const until = Date.now() + (stillness() ? freshTime.still : freshTime.moving)
          const tone = writer === null ? null : toneOf(awareness, writer)
          const change = transaction.docChanged ? difference(before.doc, state.doc) : null
          return view(state, resolve(state), freshAfter(known.fresh, change, tone, until))
        }
        if (asked) {
          const now = Date.now()
          return view(
            state,
            resolve(state),
            known.fresh.filter(range => range.until > now),
          )
        }
        return view(state, movedCarets(known.carets, transaction), movedFresh(known.fresh, transaction))
      },
    },
    props: { decorations: state => key.getState(state)?.shown },
    view: editor => {
      let timer: ReturnType<typeof setTimeout> | null = null
      let published = false
      let written = ''

      const renew = () => {
        // a composition is not disturbed; the next change shows what was missed
        if (editor.isDestroyed || editor.composing) return
        const next = JSON.stringify(resolve(editor.state))
        const known = key.getState(editor.state)
        const expired = known?.fresh.some(range => range.until <= Date.now()) ?? false
        if (next !== written || expired) {
          readSelection(editor)
          editor.dispatch(editor.state.tr.setMeta(key, true))
        }
        written = next
        schedule()
      }
      const schedule = () => {
        if (timer) clearTimeout(timer)
        timer = null
        const known = key.getState(editor.state)
        const moments = [
          ...(known?.fresh ?? []).map(range => range.until),
          ...(known?.carets ?? []).flatMap(caret =>
            caret.named ? [(wrote.get(caret.clientId) ?? 0) + namePause] : [],
          ),
        ]
        if (moments.length > 0)
          timer = setTimeout(renew, Math.max(20, Math.min(...moments) - Date.now() + 20))
      }
      const publish = () => {
        const sync = ySyncPluginKey.getState(editor.state)
        const local = awareness.getLocalState()
        if (!sync?.binding?.prosemirrorView || !local) return
        if (!editor.hasFocus()) {
          if (published) awareness.setLocalStateField('cursor', null)
          published = false
          return
        }
        const { anchor, head } = editor.state.selection
        const relative = (position: number): unknown =>
          Y.relativePositionToJSON(
            absolutePositionToRelativePosition(position, fragment, sync.binding.mapping),
          )
        const cursor = { anchor: relative(anchor), head: relative(head) }
        published = true
        if (JSON.stringify(cursor) !== JSON.stringify(local.cursor))
          awareness.setLocalStateField('cursor', cursor)
      }
      const seen = (transaction: Y.Transaction) => {
        writer = null
        if (transaction.local || !touches(transaction, fragment)) return
        const writers = [...transaction.afterState].filter(
          ([client, clock]) => clock > (transaction.beforeState.get(client) ?? 0),
        )
        for (const [client] of writers) wrote.set(client, Date.now())
        const [only] = writers
        if (only && writers.length === 1) writer = only[0]
      }
      const forget = () => {
        writer = null
      }
      const changed = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
        // own carets are not shown: what this person does moves nobody else's
        if ([...added, ...updated, ...removed].some(client => client !== awareness.clientID)) renew()
      }
      let frame = 0
      /** Measuring at once would lay out the page within the key; in the frame it is laid out anyway. */
      const flipSoon = () => {
        frame ||= requestAnimationFrame(() => {
          frame = 0
          if (!editor.isDestroyed) flipNames(editor)
        })
      }
      doc?.on('beforeObserverCalls', seen)
      doc?.on('afterTransaction', forget)
      awareness.on('change', changed)
      editor.dom.addEventListener('focusin', publish)
      editor.dom.addEventListener('focusout', publish)
      renew()
      return {
        update: () => {
          publish()
          schedule()
          flipSoon()
        },
        destroy: () => {
          cancelAnimationFrame(frame)
          if (timer) clearTimeout(timer)
          doc?.off('beforeObserverCalls', seen)
          doc?.off('afterTransaction', forget)
          awareness.off('change', changed)
          editor.dom.removeEventListener('focusin', publish)
          editor.dom.removeEventListener('focusout', publish)
          if (published && awareness.getLocalState()) awareness.setLocalStateField('cursor', null)
        },
      }
    },
  })
}

function caretDecorations(caret: Caret): Decoration[] {
  const tone = `p${caret.person.tone}`
  const from = Math.min(caret.anchor, caret.head)
  const to = Math.max(caret.anchor, caret.head)
  return [
    ...(from < to ? [Decoration.inline(from, to, { class: `chosen ${tone}` })] : []),
    Decoration.widget(caret.head, () => caretElement(caret, tone), {
      key: `${caret.clientId} ${caret.named ? 'named' : ''}`,
      side: 10,
      ignoreSelection: true,
    }),
  ]
}

function caretElement(caret: Caret, tone: string): HTMLElement {
  const element = document.createElement('span')
  element.className = `caret ${tone}`
  element.contentEditable = 'false'
  // who is here is said elsewhere, in words and not in the middle of a sentence
  element.setAttribute('aria-hidden', 'true')
  if (caret.named) {
    const name = document.createElement('b')
    name.append(document.createTextNode(caret.person.name))
    element.append(name)
  }
  return element
}

/** A name that would stand out over the start of the line turns to the other side of its caret. */
function flipNames(editor: EditorView): void {
  const names = editor.dom.querySelectorAll('.caret > b')
  if (names.length === 0) return
  const left = editor.dom.getBoundingClientRect().left
  for (const name of names) {
    const caret = name.parentElement
    if (!caret) continue
    caret.classList.toggle(
      'flipped',
      caret.getBoundingClientRect().left - name.getBoundingClientRect().width < left,
    )
  }
}

const movedCarets = (carets: readonly Caret[], transaction: Transaction): readonly Caret[] =>
  carets.map(caret => ({
    ...caret,
    anchor: transaction.mapping.map(caret.anchor, -1),
    head: transaction.mapping.map(caret.head, -1),
  }))

const movedFresh = (fresh: readonly Fresh[], transaction: Transaction): readonly Fresh[] =>
  fresh
    .map(range => ({
      ...range,
      from: transaction.mapping.map(range.from, 1),
      to: transaction.mapping.map(range.to, -1),
    }))
    .filter(range => range.from < range.to)

function toneOf(awareness: Awareness, client: number): number | null {
  const presence = presenceSchema.safeParse(awareness.getStates().get(client))
  return presence.success ? (presence.data.person?.tone ?? null) : null
}

const stillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches
