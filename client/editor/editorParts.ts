import { type Readable, writable } from '#client/lib/store.ts'
import { untilLoaded } from '#client/lib/untilLoaded.ts'
import type * as theParts from './wholeEditor.ts'

export type EditorParts = typeof theParts

const parts = writable<EditorParts | null>(null)

/**
 * The editor once it is loaded. It is a third of all code: the sheet stands, its texts can be read and its fields
 * written before it is there.
 */
export const editorParts: Readable<EditorParts | null> = parts

let isAsked = false

/** Begins to load the editor, after the frame in which the sheet comes up; again and again until it is there. */
export function loadEditor(): void {
  if (isAsked) return
  isAsked = true
  const load = async (): Promise<void> => parts.set(await untilLoaded(() => import('./wholeEditor.ts')))
  requestAnimationFrame(() => setTimeout(load))
}
