import { keep } from '#client/lib/kept.ts'
import { writable } from '#client/lib/store.ts'

/** `system`: as the device says. `public/theme.js` reads the same key before the first paint. */
export type Theme = 'system' | 'light' | 'dark'
const storageKey = 'mitschrift.theme'

const store = writable<Theme>(present())
export const theme = { get: store.get, subscribe: store.subscribe }

function present(): Theme {
  const chosen = globalThis.document?.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

/** Where storage is closed (private mode) the choice lasts until the tab is closed. */
export function chooseTheme(next: Theme): void {
  if (next === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = next
  store.set(next)
  keep(storageKey, next === 'system' ? null : next)
}
