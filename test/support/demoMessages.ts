import { z } from 'zod'
import type { LedgerRow } from '#shared/ledger/row.ts'

/** Parent → server process. `time`: the server's clock goes on from there (ms since 1970). */
export const demoRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('project'), id: z.int(), documentId: z.string() }),
  z.object({ type: z.literal('rows'), id: z.int(), documentId: z.string() }),
  z.object({ type: z.literal('time'), id: z.int(), now: z.int() }),
])
export type DemoRequest = z.infer<typeof demoRequestSchema>

/** Server process → parent; `id` repeats the request's. */
export type DemoAnswer =
  | { type: 'listening'; url: string; links: Readonly<Record<string, string>> }
  /** `null`: there is no such document */
  | { type: 'projection'; id: number; value: unknown }
  | { type: 'rows'; id: number; rows: readonly LedgerRow[] }
  | { type: 'timeSet'; id: number }
