import type { SheetActions } from '#client/features/palette/entries.ts'
import { writable } from '#client/lib/store.ts'

/** What the open sheet can do; `null` while none is open. */
export const sheetActions = writable<SheetActions | null>(null)
