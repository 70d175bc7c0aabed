import type { Doc } from 'yjs'
import type { KindName } from '#shared/api/contract.ts'
import type { CardContent } from './cardContent.ts'
import { minutesOnServer } from './minutesOnServer.ts'

/** What the server does with a document of a kind, beyond carrying its updates. */
export interface KindOnServer {
  /** Writes what a new document starts with. `today` is an ISO day. */
  begin(doc: Doc, start: { title: string; today: string }): void
  card(doc: Doc): CardContent
}

export const kindsOnServer: Readonly<Record<KindName, KindOnServer>> = { minutes: minutesOnServer }
