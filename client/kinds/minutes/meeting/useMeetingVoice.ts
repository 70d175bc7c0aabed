import { useEffect, useRef } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { announce } from '#client/ui/announce.ts'
import type { LiveState } from '#shared/rules/liveState.ts'
import type { MeetingItem } from './meetingItems.ts'
import { useWords, word } from './words.ts'

/** It is summed up at most this often, in ms (DESIGN, Behaviour). */
const pause = 10_000

/** Says what has changed in the meeting, to those who do not see it. */
export function useMeetingVoice(state: LiveState | null, items: readonly MeetingItem[]): void {
  const t = useText()
  useWords()
  const { nameOf } = useMinutes()
  const before = useRef<LiveState | null | undefined>(undefined)
  const now = useRef({ state, items })
  now.current = { state, items }
  const quietUntil = useRef(0)
  useEffect(() => {
    if (before.current === undefined) {
      before.current = state
      return undefined
    }
    const say = () => {
      const words = changes(
        before.current ?? null,
        now.current.state,
        now.current.items,
        nameOf,
        t('agenda.untitled'),
      )
      before.current = now.current.state
      if (words === '') return
      quietUntil.current = Date.now() + pause
      announce(words)
    }
    const timer = window.setTimeout(say, Math.max(200, quietUntil.current - Date.now()))
    return () => window.clearTimeout(timer)
  }, [state, nameOf, t])
}

/** What is different, in one line. */
export function changes(
  before: LiveState | null,
  after: LiveState | null,
  items: readonly MeetingItem[],
  nameOf: (id: string) => string,
  untitled: string,
): string {
  if (after === null) return ''
  const said: string[] = []
  if (before === null) said.push(word('voice.begun'))
  const item = items.find(({ id }) => id === after.current?.item)
  if (item && before?.current?.item !== item.id)
    said.push(word('voice.item', { number: item.number, title: item.title || untitled }))
  if ((before?.pausedSince ?? null) === null && after.pausedSince !== null) said.push(word('voice.paused'))
  if (before && before.pausedSince !== null && after.pausedSince === null) said.push(word('voice.resumed'))
  const { speaking, waiting } = after.speakers
  if (speaking && before?.speakers.speaking?.person !== speaking.person)
    said.push(word('voice.speaks', { name: nameOf(speaking.person) }))
  if (waiting.length !== (before?.speakers.waiting.length ?? 0))
    said.push(word('voice.waiting', { count: waiting.length }))
  return said.map(line => (/[.!?]$/u.test(line) ? line : `${line}.`)).join(' ')
}
