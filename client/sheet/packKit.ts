import { rpc } from '#client/lib/rpc.ts'
import type { DocumentId, SpaceId } from '#shared/ids.ts'
import { documentBegun } from './documentCards.ts'

export type NewKit = {
  readonly id: DocumentId
  readonly spaceId: SpaceId
  readonly title: string
  readonly groupRecordId: DocumentId | null
}
export type KitProgress = { readonly done: number; readonly total: number }

/**
 * Makes a kit and all its items, a few at each asking, and tells how far it is. Can be ended at any time and taken up
 * again with the same id. Throws what the server says.
 */
export async function packKit(
  kit: NewKit,
  tell: (progress: KitProgress) => void,
  ending: AbortSignal,
): Promise<'packed' | 'ended'> {
  while (!ending.aborted) {
    const progress = await rpc.kits.begin({ ...kit }, { signal: ending })
    documentBegun()
    tell(progress)
    if (progress.done === progress.total) return 'packed'
  }
  return 'ended'
}
