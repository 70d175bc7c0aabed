import type { Target } from '#test/bench/generator/roomClient.ts'

export const serverNames = ['ours', 'V', 'y-ws', 'relay'] as const
export type ServerName = (typeof serverNames)[number]

/** What a server is to hold when it starts, each in a room of its own. */
export type StoredDocument = {
  /** the document as one update; `null` = just created */
  readonly state: Uint8Array | null
  /** updates that came later, one by one; servers without a log hold them as part of the state */
  readonly later?: readonly Uint8Array[]
}

export type StartOptions = {
  readonly documents: readonly StoredDocument[]
  /** Whether `memory` can be asked. */
  readonly probe?: boolean
  /** A folder for a CPU profile, written when the server is stopped; ours only. */
  readonly profile?: string
}

export type Memory = {
  readonly rss: number
  /** after a collection, of all threads together, with external memory */
  readonly heap: number
  /** the same of each thread by its number */
  readonly heapOf: ReadonlyMap<number, number>
}

/** A server in a process of its own, on a data folder of its own. */
export interface RunningServer {
  readonly target: Target
  /** the rooms of the documents, in their order */
  readonly rooms: readonly string[]
  /** What the server holds of each document that was given a state, later updates aside. */
  readonly states: readonly (Uint8Array | null)[]
  memory(): Promise<Memory>
  /** Bytes that each document takes in the server's own store, in their order; ask after `stop`. */
  storedBytes(): number[]
  /** Ends the process: at once, or in its own way where it is to write something. */
  stop(how?: 'kill' | 'leave'): Promise<void>
  /** Stops if need be, and removes the folder. */
  remove(): Promise<void>
}
