import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { CollabClient } from './collabClient.ts'
import type { SeededRandom } from './seededRandom.ts'

/** Somebody who types into the agenda of minutes, and now and then deletes or renames, at a random pace. */
export interface Typist {
  /** Waits until the document is open, adds an agenda item of their own, and begins to type. */
  begin(): Promise<void>
  stop(): void
}

// Between two keystrokes; below what people do, so that little time meets many moments.
const shortestPauseMs = 1
const longestPauseMs = 15
// A connection's frames are committed one after the other: on a slow disk a typist this fast would run
// ahead without end. So they wait while this many are unanswered; without a connection they go on.
const mostUnanswered = 40
// For a machine that is busy with other things.
const patienceMs = 60_000

export function createTypist(client: CollabClient, name: string, random: SeededRandom): Typist {
  let timer: NodeJS.Timeout | null = null

  function type(): void {
    if (client.waiting.length >= mostUnanswered) return next()
    const agenda = minutes.open(client.doc, name).list('agenda')
    const id = random.pick(agenda.ids())
    const text = agenda.get(id)?.prose('body')?.get(0)
    if (text instanceof Y.XmlElement && text.get(0) instanceof Y.XmlText) {
      edit(text.get(0) as Y.XmlText)
    }
    if (random.fraction() < 0.05) agenda.get(id)?.set('title', `${name} ${random.between(1, 1000)}`)
    next()
  }

  function edit(text: Y.XmlText): void {
    const at = random.between(0, text.length)
    if (text.length > 5 && random.fraction() < 0.2) text.delete(random.between(0, text.length - 2), 1)
    else text.insert(at, String.fromCodePoint(random.between(97, 122)))
  }

  function next(): void {
    timer = setTimeout(type, random.between(shortestPauseMs, longestPauseMs))
  }

  return {
    async begin() {
      await client.settled(patienceMs)
      minutes
        .open(client.doc, name)
        .list('agenda')
        .add(name, { title: name, body: [name] })
      next()
    },
    stop() {
      if (timer) clearTimeout(timer)
    },
  }
}
