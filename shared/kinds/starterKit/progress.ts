import type { ItemState } from './enums.ts'
import type { KitEntry } from './schema.ts'

/** How far a phase is: `done` of `needed`; what a group does not need does not count. */
export type Progress = { readonly done: number; readonly begun: number; readonly needed: number }

const doneStates: ReadonlySet<ItemState> = new Set(['angepasst', 'geprueft', 'verwendet'])
const begunStates: ReadonlySet<ItemState> = new Set(['in_arbeit', 'veraltet'])

export function progressOf(entries: readonly Pick<KitEntry, 'state'>[]): Progress {
  const needed = entries.filter(entry => entry.state !== 'nicht_benoetigt')
  return {
    done: needed.filter(entry => doneStates.has(entry.state)).length,
    begun: needed.filter(entry => begunStates.has(entry.state)).length,
    needed: needed.length,
  }
}

/** Where an item lies: in its first compartment. An item of all phases lies in the first. */
export const compartmentOf = ({ phases }: Pick<KitEntry, 'phases'>): number =>
  phases.length === 0 ? 0 : Math.min(...phases)

/** The compartments 0 to 5 with their entries in the order of their codes. */
export function compartments<E extends Pick<KitEntry, 'phases' | 'code'>>(entries: readonly E[]): E[][] {
  return [0, 1, 2, 3, 4, 5].map(phase =>
    entries
      .filter(entry => compartmentOf(entry) === phase)
      .toSorted((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0)),
  )
}

/** What somebody types finds an item by code, title or purpose; every word has to be there. */
export function matches(entry: Pick<KitEntry, 'code' | 'title' | 'purpose'>, typed: string): boolean {
  const text = comparable(`${entry.code} ${entry.code.replace('-', '')} ${entry.title} ${entry.purpose}`)
  return comparable(typed)
    .split(' ')
    .every(word => text.includes(word))
}

/** „Übersicht“ is found by „uebersicht“ and by „ubersicht“. */
const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[äöü]/g, letter => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/\s+/g, ' ')
    .trim()
