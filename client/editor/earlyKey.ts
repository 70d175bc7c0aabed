import type { Entry } from './MountedEditor.tsx'

/** What somebody typed into a text before its editor was there, and where. */
export type EarlyKeys = { at: Entry; keys: string[] }

/** The key as it is kept for later; `null` for one that writes nothing (arrows, commands, a composition). */
export function earlyKey(event: {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing?: boolean
  getModifierState(name: string): boolean
}): string | null {
  const isCommand = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph')
  if (isCommand || event.isComposing) return null
  const isLetter = /^.$/u.test(event.key)
  return isLetter || event.key === 'Enter' || event.key === 'Backspace' ? event.key : null
}
