import { useEffect } from 'react'
import { joined } from '#client/i18n/format.ts'
import { text } from '#client/i18n/i18n.ts'
import { announce } from '#client/ui/announce.ts'
import { doingWords } from './doingWords.ts'
import { othersHere } from './othersHere.ts'
import { useSheet } from './sheetContext.ts'

/** At most this often (ms) the live region sums up what others do (DESIGN, Behaviour). */
const pause = 10_000

/** Tells a screen reader who came, who went, and who writes where; in one sentence, never more often than that. */
export function PresenceVoice() {
  const { session, placeWord } = useSheet()
  useEffect(() => {
    const others = () => othersHere(session.presence.get()).filter(entry => !entry.isSelf)
    let known = new Map(others().map(entry => [entry.person.id, entry]))
    let timer = 0
    let last = -pause
    const say = () => {
      timer = 0
      last = performance.now()
      const now = new Map(others().map(entry => [entry.person.id, entry]))
      const came = [...now.values()]
        .filter(entry => !known.has(entry.person.id))
        .map(entry => entry.person.name)
      const went = [...known.values()]
        .filter(entry => !now.has(entry.person.id))
        .map(entry => entry.person.name)
      const writing = [...now.values()]
        .filter(entry => entry.place?.typing)
        .map(entry => `${entry.person.name} ${doingWords(entry.place, placeWord)}.`)
      known = now
      const parts = [
        came.length > 0 ? text('here.came', { names: joined(came) }) : '',
        went.length > 0 ? text('here.went', { names: joined(went) }) : '',
        ...writing,
      ].filter(part => part !== '')
      if (parts.length > 0) announce(parts.join(' '))
    }
    const soon = () => {
      if (timer === 0) timer = window.setTimeout(say, Math.max(500, pause - (performance.now() - last)))
    }
    const stop = session.presence.subscribe(soon)
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [session, placeWord])
  return null
}
