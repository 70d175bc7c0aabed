import { writable } from '#client/lib/store.ts'

/** The kind that somebody wants to begin, asked for elsewhere: the desk takes it up when it is shown. */
export const wantedKind = writable<string | null>(null)
