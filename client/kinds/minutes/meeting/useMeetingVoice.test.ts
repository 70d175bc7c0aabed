import { expect, it } from 'vitest'
import type { LiveState } from '#shared/rules/liveState.ts'
import { changes } from './useMeetingVoice.ts'

const items = [
  { id: 'top1', number: 1, title: 'Begrüßung', plannedMin: null },
  { id: 'top2', number: 2, title: 'Wer spricht?', plannedMin: null },
]
const state: LiveState = {
  startedAt: 1,
  changedAt: 1,
  current: { item: 'top1', enteredAt: 1, since: 1 },
  items: {},
  pausedSince: null,
  speakers: { mode: 'zeit', speaking: null, waiting: [], spoken: [], lastSide: null },
  shown: null,
}
const word = { person: 'u.ro', kind: 'wortmeldung' as const, requestedAt: 1 }
const said = (before: LiveState | null, after: LiveState | null) =>
  changes(before, after, items, () => 'Ruben Okafor', 'ohne Titel')

it.each([
  ['the beginning', null, state, 'Die Sitzung hat begonnen. Jetzt TOP 1: Begrüßung.'],
  [
    'another item',
    state,
    { ...state, current: { item: 'top2', enteredAt: 2, since: 2 } },
    'Jetzt TOP 2: Wer spricht?',
  ],
  ['a break', state, { ...state, pausedSince: 5 }, 'Pause.'],
  ['its end', { ...state, pausedSince: 5 }, state, 'Es geht weiter.'],
  [
    'who speaks and how many wait, in one line',
    state,
    {
      ...state,
      speakers: { ...state.speakers, speaking: { ...word, since: 2, spentMs: 0 }, waiting: [word] },
    },
    'Es spricht Ruben Okafor. 1 Person wartet.',
  ],
  ['nothing where nothing changed for those who listen', state, { ...state, shown: 'd1' }, ''],
  ['nothing where there is no meeting', state, null, ''],
] satisfies [string, LiveState | null, LiveState | null, string][])(
  'says %s',
  (_what, before, after, words) => {
    expect(said(before, after)).toBe(words)
  },
)
