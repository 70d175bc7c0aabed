import { writable } from '#client/lib/store.ts'

/**
 * A sentence at the foot of the page for a while: after something was taken away with the way back, or about
 * something that was not done. `stays`: until somebody has read it, because what they wrote is no longer in sight.
 */
export type Offer =
  | { readonly says: string; readonly does: string; readonly run: () => void; readonly stays?: boolean }
  | { readonly says: string }

export const offered = writable<Offer | null>(null)
