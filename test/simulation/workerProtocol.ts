import { z } from 'zod'
import { caseSchema } from './operations.ts'

/** What the bench tells a worker process to play. */
export const workerOrderSchema = z.object({ seeds: z.array(z.int()) })
export type WorkerOrder = z.infer<typeof workerOrderSchema>

/** What a worker has played since its last report. */
export const workerReportSchema = z.object({
  seeds: z.int(),
  steps: z.int(),
  acknowledged: z.int(),
  deaths: z.int(),
  violations: z.array(
    z.object({ seed: z.int(), promise: z.string(), detail: z.string(), shrunk: caseSchema }),
  ),
})
export type WorkerReport = z.infer<typeof workerReportSchema>
