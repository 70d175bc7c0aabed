import { writable } from '#client/lib/store.ts'

/** What the live region says now (DESIGN, Behaviour). Saying the same again is heard again: the count tells them apart. */
export const announced = writable<{ readonly text: string; readonly count: number }>({ text: '', count: 0 })

export const announce = (text: string): void => announced.set({ text, count: announced.get().count + 1 })
