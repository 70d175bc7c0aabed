import { summarize, type UpdateSummary } from './summarize.ts'

export interface Inspector {
  /** Throws `RefusedUpdate` for a bad update; any other error says nothing about the update. In order per `caller`. */
  summarize(update: Uint8Array, caller?: object): Promise<UpdateSummary>
  close(): Promise<void>
}

export function createInspector(): Inspector {
  return { summarize: update => Promise.resolve(summarize(update)), close: () => Promise.resolve() }
}
