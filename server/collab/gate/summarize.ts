import { RefusedUpdate } from './refusal.ts'
import type { UpdateSummary } from './summary.ts'

export { type RefusalReason, RefusedUpdate } from './refusal.ts'
export type { UpdateSummary } from './summary.ts'

/** Reads an update of format 1. Throws nothing but `RefusedUpdate`. */
export function summarize(update: Uint8Array): UpdateSummary {
  throw new RefusedUpdate(update.length > 0 ? 'undecodable' : 'emptyStruct')
}
