import * as Y from 'yjs'
import type { AnySession } from '#client/document/session.ts'
import { type ProsePlace, prosePlaces } from '#client/editor/proseFields.ts'
import { AppError } from '#shared/errors.ts'
import { type FieldWords, fieldsOf } from './fieldWords.ts'
import { matchesIn, type Query, type Span } from './matches.ts'

/** Where words stand on the sheet: a text, or a field. */
export type Place = { readonly prose: ProsePlace } | { readonly field: FieldWords }

/** One place of the query: the nth of its text or field. */
export type Found = { readonly place: Place; readonly nth: number }

export const rootOf = (place: Place): HTMLElement => ('prose' in place ? place.prose.root : place.field.root)

/** Everything on the sheet that has words, in the order of the page. Texts are read from the document, shown or not. */
export function placesOf(sheet: ParentNode): readonly Place[] {
  const fields = fieldsOf(sheet).map((field): Place => ({ field }))
  const texts = prosePlaces()
    .filter(({ root }) => sheet.contains(root))
    .map((prose): Place => ({ prose }))
  return [...fields, ...texts].sort((a, b) =>
    rootOf(a).compareDocumentPosition(rootOf(b)) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )
}

/** The runs of letters of a text in order; merge fields and breaks stand between them and are never part of one. */
function runsOf(parent: Y.XmlFragment): Y.XmlText[] {
  const children: readonly unknown[] = parent.toArray()
  return children.flatMap(child => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? runsOf(child) : []
  })
}

type Piece = { readonly insert?: unknown; readonly attributes?: object }
const piecesOf = (run: Y.XmlText): readonly Piece[] => run.toDelta()
const wordsOf = (run: Y.XmlText): string =>
  // what is no letter takes one place
  piecesOf(run)
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('')

export function findAll(places: readonly Place[], query: Query): Found[] {
  return places.flatMap(place => {
    const count =
      'field' in place
        ? matchesIn(place.field.words, query).length
        : runsOf(place.prose.fragment).reduce((sum, run) => sum + matchesIn(wordsOf(run), query).length, 0)
    return Array.from({ length: count }, (_, nth) => ({ place, nth }))
  })
}

/** What the page shows of a text, as ranges in the same order; editors and plain pages alike. */
export function rangesIn(place: ProsePlace, query: Query): Range[] {
  const ranges: Range[] = []
  let letters: { node: Text; from: number }[] = []
  let words = ''
  const endRun = () => {
    for (const { from, to } of matchesIn(words, query)) {
      const [start, end] = [from, to].map((at, side) => {
        const holder = letters.findLast(({ from: begin }) => (side === 0 ? begin <= at : begin < at))
        return holder && { node: holder.node, offset: at - holder.from }
      })
      if (!start || !end) continue
      const range = new Range()
      range.setStart(start.node, start.offset)
      range.setEnd(end.node, end.offset)
      ranges.push(range)
    }
    letters = []
    words = ''
  }
  const walk = (parent: Node) => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        letters.push({ node: child, from: words.length })
        words += child.data
      } else if (child instanceof HTMLElement && !child.matches('.caret, label')) {
        const ends = child.matches('p, h3, h4, br, .fact, li, td, th, blockquote')
        if (ends) endRun()
        if (!child.matches('.fact')) walk(child)
        if (ends) endRun()
      }
    }
  }
  const shown = place.root.querySelector('.ProseMirror, [role="textbox"], section')
  if (shown) walk(shown)
  endRun()
  return ranges
}

function isLocked(place: Place): boolean {
  if ('prose' in place) return !place.prose.mayWrite()
  const { root } = place.field
  return root instanceof HTMLTextAreaElement && (root.readOnly || root.disabled)
}
const standsFor = (place: Place): boolean => 'field' in place && !place.field.isText

/**
 * How much was replaced; `kept`: what is only for reading, or a field that does not take it; `meant`: a day, a time, a
 * number, a choice, which only shows as these words.
 */
export type Replaced = { readonly count: number; readonly kept: number; readonly meant: number }

/** Replaces the given places as one step of the sheet's undo. */
export function replace(
  session: AnySession,
  found: readonly Found[],
  query: Query,
  replacement: string,
): Replaced {
  const { manager } = session.undo
  const all = new Map<Place, Set<number>>()
  for (const { place, nth } of found) all.set(place, (all.get(place) ?? new Set()).add(nth))
  let count = 0
  manager.stopCapturing()
  session.handle.transact(() => {
    for (const [place, chosen] of all) {
      if (isLocked(place) || standsFor(place) || session.access.get() === 'read') continue
      if ('prose' in place) count += replaceInProse(place.prose.fragment, chosen, query, replacement)
      else if (replaceInField(session, place.field, chosen, query, replacement)) count += chosen.size
    }
  })
  manager.stopCapturing()
  const meant = found.filter(({ place }) => standsFor(place)).length
  return { count, kept: found.length - count - meant, meant }
}

function replaceInProse(
  fragment: Y.XmlFragment,
  chosen: ReadonlySet<number>,
  query: Query,
  replacement: string,
): number {
  let nth = 0
  let count = 0
  for (const run of runsOf(fragment)) {
    const spans = matchesIn(wordsOf(run), query).filter(() => chosen.has(nth++))
    // from the end, so that what stands before keeps its place
    for (const { from, to } of spans.reverse()) {
      // new words look as the first letter of the old ones
      if (replacement !== '') run.insert(to, replacement, attributesAt(run, from))
      run.delete(from, to - from)
      count += 1
    }
  }
  return count
}

function attributesAt(run: Y.XmlText, at: number): object {
  let end = 0
  for (const { insert, attributes } of piecesOf(run)) {
    end += typeof insert === 'string' ? insert.length : 1
    if (end > at) return attributes ?? {}
  }
  return {}
}

/** Handles as far as a path leads through them. */
type Handle = {
  record(key: string): Handle
  list(key: string): { get(id: string): Handle | null }
  set(key: string, value: unknown): void
}

function replaceInField(
  session: AnySession,
  field: FieldWords,
  chosen: ReadonlySet<number>,
  query: Query,
  replacement: string,
): boolean {
  const { words } = field
  const spans = matchesIn(words, query)
  const next = spans.reduceRight(
    (text: string, span: Span, index) =>
      chosen.has(index) ? text.slice(0, span.from) + replacement + text.slice(span.to) : text,
    words,
  )
  try {
    setAt(session.handle as unknown as Handle, field.path.split('/'), next.trim())
    return true
  } catch (error) {
    // no field of its own in the document, or not a value that it takes
    if (error instanceof TypeError || error instanceof AppError) return false
    throw error
  }
}

function setAt(handle: Handle, path: readonly string[], value: string): void {
  const [key = '', ...rest] = path
  if (rest.length === 0) return handle.set(key, value)
  let record: Handle | null = null
  try {
    record = handle.record(key)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  if (record) return setAt(record, rest, value)
  const [id = '', ...below] = rest
  const entry = handle.list(key).get(id)
  if (!entry) throw new AppError('notFound')
  setAt(entry, below, value)
}
