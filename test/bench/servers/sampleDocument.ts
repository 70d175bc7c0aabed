import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { seededRandom } from '#test/support/seededRandom.ts'

const words =
  'die Gruppe trifft sich am Donnerstag im Gemeindehaus und spricht über Raum Termin Beitrag Bericht Kasse Vorstand Antrag Ergebnis Frist Aufgabe Leitung'.split(
    ' ',
  )
const agendaItems = 20
// So many people have written in it before, each on one page load per part.
const formerClients = 30
// One in so many paragraphs was worked over letter by letter.
const workedOver = 8
const lettersAdded = 12

/**
 * Minutes as an update of at least `bytes` bytes: paragraphs of some forty words by thirty clients, some
 * of them worked over afterwards. Client ids begin at `1000`, so they meet nobody's of a bench.
 */
export function sampleDocument(bytes: number): Uint8Array {
  const random = seededRandom(7)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  doc.clientID = 1000
  const agenda = minutes.open(doc, 'sample').list('agenda')
  for (let item = 1; item <= agendaItems; item++) {
    agenda.add(`top${item}`, { title: `Punkt ${item}`, body: ['Einleitung'] })
  }
  let state = Y.encodeStateAsUpdate(doc)
  for (let paragraph = 0; state.length < bytes; paragraph++) {
    doc.clientID = 1000 + (paragraph % formerClients)
    const body = agenda.get(`top${(paragraph % agendaItems) + 1}`)?.ensureProse('body')
    if (!body) throw new Error('An agenda item that is not there')
    const element = new Y.XmlElement('paragraph')
    const text = new Y.XmlText(Array.from({ length: 40 }, () => random.pick(words)).join(' '))
    element.insert(0, [text])
    body.insert(random.between(0, body.length), [element])
    if (paragraph % workedOver === 0) {
      doc.clientID = 1000 + ((paragraph + 7) % formerClients)
      for (let letter = 0; letter < lettersAdded; letter++) text.insert(random.between(0, text.length), 'x')
    }
    // encoding is what takes long
    if (paragraph % 50 === 49 || bytes < 20_000) state = Y.encodeStateAsUpdate(doc)
  }
  return state
}

/** The same document after `clients` further page loads that each wrote one letter. */
export function agedDocument(base: Uint8Array, clients: number): Uint8Array {
  const random = seededRandom(11)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, base)
  const body = minutes.open(doc, 'sample').list('agenda').get('top1')?.ensureProse('body')
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  body?.insert(0, [paragraph])
  const ids = new Set<number>()
  while (ids.size < clients) ids.add(random.between(100_000, 2_000_000_000))
  doc.transact(() => {
    for (const id of ids) {
      doc.clientID = id
      text.insert(text.length, random.pick(words).charAt(0))
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

/** `count` later edits of a document, one update each, as a typist makes them. */
export function laterEdits(base: Uint8Array, count: number): Uint8Array[] {
  const random = seededRandom(13)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, base)
  doc.clientID = 90_000
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  const body = minutes.open(doc, 'sample').list('agenda').get('top1')?.ensureProse('body')
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  body?.insert(0, [paragraph])
  while (updates.length < count) text.insert(text.length, random.pick(words).slice(0, 3))
  return updates
}
