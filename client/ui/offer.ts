import { writable } from '#client/lib/store.ts'

/** A way back that is offered for a while after something was taken away. */
export type Offer = { readonly says: string; readonly does: string; readonly run: () => void }

export const offered = writable<Offer | null>(null)
