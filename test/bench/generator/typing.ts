import * as Y from 'yjs'
import type { SeededRandom } from '#test/support/seededRandom.ts'

/** What one edit adds and takes away, so that it is known again in whatever message it arrives. */
export type Edit = {
  readonly update: Uint8Array
  /** the last clock that it wrote; `null` where it only deleted */
  readonly wrote: number | null
  /** a clock that it deleted; `null` where it only wrote */
  readonly deleted: number | null
}

export type Typing = {
  readonly client: number
  /** makes the paragraph that this typist writes in */
  readonly opening: Uint8Array
  readonly edits: readonly Edit[]
  /** item id of the paragraph's text, for the cursor */
  readonly text: { client: number; clock: number }
  /** everything of this typist as one update, as a device sends it that was offline meanwhile */
  whole(): Uint8Array
  /** of base and own edits */
  readonly stateVector: Uint8Array
  /** the clock after the last own one */
  readonly endClock: number
}

const backspaces = 0.08
// Now and then the cursor is set elsewhere in the own paragraph.
const jumps = 0.04
const letters = 'enisratdhulcgmobwfkzpv üöä'

/**
 * Somebody's edits of a paragraph of their own, made ahead: 1–3 letters at the cursor, or a backspace.
 * `base` is what everybody has at the beginning, `item` the agenda item the paragraph stands in.
 */
export function makeTyping(options: {
  base: Uint8Array
  client: number
  item: number
  edits: number
  random: SeededRandom
}): Typing {
  const { client, random } = options
  const doc = new Y.Doc()
  Y.applyUpdate(doc, options.base)
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  const made = (change: () => void): Uint8Array => {
    updates.length = 0
    doc.transact(change)
    const [update] = updates
    if (!update || updates.length > 1) throw new Error('An edit that is not one update')
    return update
  }
  const text = new Y.XmlText()
  const opening = made(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    const body = bodyOf(doc, options.item)
    body.insert(body.length, [paragraph])
  })
  const textClock = text._item?.id.clock ?? 0

  const edits: Edit[] = []
  // the own clock of each letter that stands there
  const clocks: number[] = []
  let cursor = 0
  for (let count = 0; count < options.edits; count++) {
    if (clocks.length > 0 && random.fraction() < jumps) cursor = random.between(0, clocks.length)
    if (cursor > 0 && random.fraction() < backspaces) {
      cursor--
      const [deleted = 0] = clocks.splice(cursor, 1)
      edits.push({ update: made(() => text.delete(cursor, 1)), wrote: null, deleted })
      continue
    }
    const first = Y.getState(doc.store, client)
    const length = random.between(1, 3)
    const typed = Array.from({ length }, () => letters.charAt(random.between(0, letters.length - 1)))
    const update = made(() => text.insert(cursor, typed.join('')))
    clocks.splice(cursor, 0, ...typed.map((_, index) => first + index))
    cursor += length
    edits.push({ update, wrote: first + length - 1, deleted: null })
  }
  return {
    client,
    opening,
    edits,
    text: { client, clock: textClock },
    whole: () => Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(options.base)),
    stateVector: Y.encodeStateVector(doc),
    endClock: Y.getState(doc.store, client),
  }
}

/** The body of an agenda item of a document that `sampleDocument` made, whatever the number. */
function bodyOf(doc: Y.Doc, number: number): Y.XmlFragment {
  const agenda = doc.getMap('document').get('agenda')
  if (!(agenda instanceof Y.Map)) throw new Error('A document without an agenda')
  const ids = [...agenda.keys()].sort()
  const item: unknown = agenda.get(ids[number % ids.length] ?? '')
  const body: unknown = item instanceof Y.Map ? item.get('body') : null
  if (!(body instanceof Y.XmlFragment)) throw new Error('An agenda item without a body')
  return body
}

/** What a client shows of itself while it types: its place and its cursor, about 180 bytes. */
export function cursorJson(typing: Typing, item: number, edit: Edit | null): string {
  const at = { client: typing.client, clock: edit?.wrote ?? edit?.deleted ?? typing.text.clock }
  const position = { type: typing.text, item: at, assoc: 0 }
  return JSON.stringify({
    place: { path: `agenda/top${item}/body`, typing: true },
    cursor: { anchor: position, head: position },
  })
}
