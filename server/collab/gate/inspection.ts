import type { RefusalReason } from './refusal.ts'
import type { UpdateSummary } from './summary.ts'

/** Messages between the process and its inspector thread; both sides are ours, so they are not validated. */
export type InspectionRequest = { readonly id: number; readonly update: Uint8Array }
export type InspectionAnswer =
  | { readonly id: number; readonly summary: UpdateSummary }
  | { readonly id: number; readonly refused: RefusalReason }
  | { readonly id: number; readonly failed: string }
