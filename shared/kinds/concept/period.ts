import type { ConceptDraft } from './schema.ts'

export type Period = ConceptDraft['cover']['period']

/** Whether a day lies outside of a period as far as it is known; an open side bounds nothing. */
export const isOutside = (day: string, { from, to }: Period): boolean =>
  (from !== null && day < from) || (to !== null && day > to)
