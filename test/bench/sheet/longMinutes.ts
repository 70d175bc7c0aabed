import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { seededRandom } from '#test/support/seededRandom.ts'

export const sections = 100
const wordsPerSection = 200
const paragraphsPerSection = 5
// So many people have written in it, each on a page load of their own.
const formerClients = 30

const words =
  'die Gruppe trifft sich am Donnerstag im Gemeindehaus und spricht über Raum Termin Beitrag Bericht Kasse Vorstand Antrag Ergebnis Frist Aufgabe Leitung'.split(
    ' ',
  )

/** Minutes of 100 agenda items with 20,000 words, ten people and a task for every second item, as one update. */
export function longMinutes(): Uint8Array {
  const random = seededRandom(17)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  const handle = minutes.open(doc, 'sample')
  const text = (count: number) => Array.from({ length: count }, () => random.pick(words)).join(' ')
  doc.clientID = 1000
  handle
    .record('header')
    .assign({ title: 'Protokoll der langen Klausur', date: '2026-03-14', start: '10:00' })
  for (let person = 1; person <= 10; person++) {
    handle.list('attendance').add(`gast${person}`, {
      name: `Gast ${person}`,
      status: 'anwesend',
      voting: person % 3 === 0 ? 'ohne' : 'stimmberechtigt',
      intervals: [['10:00', null]],
    })
  }
  for (let item = 1; item <= sections; item++) {
    doc.clientID = 1000 + (item % formerClients)
    handle.list('agenda').add(`top${item}`, {
      title: `Punkt ${item}: ${text(4)}`,
      plannedMin: 10,
      body: Array.from({ length: paragraphsPerSection }, () => text(wordsPerSection / paragraphsPerSection)),
    })
    if (item % 2 === 0) {
      handle.list('tasks').add(`T${item}`, { what: text(6), due: '2026-04-01', agendaItemId: `top${item}` })
    }
  }
  return Y.encodeStateAsUpdate(doc)
}

/** Minutes as somebody opens them the first time: a few agenda items, the first of them near the window. */
export function shortMinutes(): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  doc.clientID = 1000
  const handle = minutes.open(doc, 'sample')
  handle.record('header').assign({ title: 'Protokoll der Sitzung', date: '2026-03-14' })
  for (const title of ['Begrüßung', 'Berichte', 'Verschiedenes']) {
    handle.list('agenda').add(`top-${title.length}`, { title, body: ['Einleitung'] })
  }
  return Y.encodeStateAsUpdate(doc)
}
