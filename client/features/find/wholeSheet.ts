import { type Section, wholeText } from '#client/document/readable.ts'
import type { AnySession } from '#client/document/session.ts'
import { prosePlaces } from '#client/editor/proseFields.ts'
import { escapeHtml, proseHtml } from '#client/editor/proseHtml.ts'
import { text } from '#client/i18n/i18n.ts'
import { isModifier } from '#client/lib/isModifier.ts'
import { announce } from '#client/ui/announce.ts'
import { offered } from '#client/ui/offer.ts'
import { IssueList } from '#shared/document/issue.ts'
import { projectProse } from '#shared/document/prose.ts'
import { fillIn } from '#shared/rules/mergeFields.ts'
import './wholeSheet.css'

/** What the clipboard gets of a sheet. */
export type SheetText = { readonly title: string; readonly sections: readonly Section[] }

let end: (() => void) | null = null

/**
 * The whole sheet is marked, to be copied. Nothing can be done to it but that: a key that would write or delete says
 * so and lets everything stand; any other key, and any press, ends it.
 */
export function chooseWholeSheet(session: Pick<AnySession, 'info'>, read: () => SheetText): void {
  end?.()
  const sheet = document.getElementById('content')
  if (!sheet) return
  sheet.dataset.chosen = session.info.id
  announce(text('whole.chosen'))
  const stop = new AbortController()
  const leave = () => {
    delete sheet.dataset.chosen
    stop.abort()
    end = null
  }
  end = leave
  const refuse = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    offered.set({ says: text('whole.kept') })
  }
  const on = { capture: true, signal: stop.signal }
  document.addEventListener(
    'copy',
    event => {
      event.preventDefault()
      event.stopImmediatePropagation()
      const { html, plain } = sheetOnClipboard(read())
      event.clipboardData?.setData('text/html', html)
      event.clipboardData?.setData('text/plain', plain)
      announce(text('whole.copied'))
    },
    on,
  )
  for (const kind of ['cut', 'paste', 'beforeinput', 'drop'] as const)
    document.addEventListener(kind, refuse, on)
  document.addEventListener('pointerdown', leave, on)
  document.addEventListener(
    'keydown',
    event => {
      const { key } = event
      if (isModifier(key)) return
      const isCommand = event.ctrlKey || event.metaKey
      // copying is done, cutting and pasting are refused, when their own event comes
      if (isCommand && ['c', 'x', 'v'].includes(key.toLowerCase())) return
      if (isCommand && key.toLowerCase() === 'a') {
        event.preventDefault()
        event.stopImmediatePropagation()
        return
      }
      const writes =
        key === 'Delete' || key === 'Backspace' || key === 'Enter' || (key.length === 1 && !isCommand)
      if (writes) {
        refuse(event)
        return
      }
      if (key === 'Escape') {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      leave()
    },
    on,
  )
}

/** The sheet as text and as HTML, in its order; a text with tables and links is HTML with tables and links. */
export function sheetOnClipboard({ title, sections }: SheetText): { html: string; plain: string } {
  const places = prosePlaces()
  const facts = places[0]?.facts.get() ?? {}
  const prose = new Map(
    places.map(({ path, fragment }) => [path, projectProse(fragment, [], new IssueList())]),
  )
  const blocks = sections.flatMap(section => [
    `<h2>${escapeHtml(section.title)}</h2>`,
    ...section.pieces.map(({ path, label, paragraphs }) => {
      const nodes = prose.get(path)
      if (nodes) return proseHtml(nodes, facts)
      const lines = paragraphs.map(escapeHtml)
      if (label === null) return lines.map(line => `<p>${line}</p>`).join('')
      return `<p><strong>${escapeHtml(label)}:</strong> ${lines.join('<br>')}</p>`
    }),
  ])
  return {
    html: `<h1>${escapeHtml(title)}</h1>${blocks.join('')}`,
    plain: fillIn(wholeText(title, sections), facts),
  }
}
