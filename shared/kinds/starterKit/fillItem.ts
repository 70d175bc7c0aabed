import type * as Y from 'yjs'
import { kitItem } from '#shared/kinds/kitItem/schema.ts'
import type { ItemDocumentKind } from './enums.ts'
import { copyMaster } from './fromMaster.ts'
import type { KitMaster } from './masters/master.ts'

type Fill = (doc: Y.Doc, master: KitMaster, groupRecordId: string) => void

/** Writes a master's content into a new document of the item's kind. Running it again changes nothing. */
const fills: Partial<Readonly<Record<ItemDocumentKind, Fill>>> = {
  kitItem: (doc, master, groupRecordId) => copyMaster(kitItem.open(doc), master, groupRecordId),
}

export const canFill = (kind: ItemDocumentKind): boolean => fills[kind] !== undefined

export function fillItem(doc: Y.Doc, master: KitMaster, groupRecordId: string): void {
  fills[master.documentKind]?.(doc, master, groupRecordId)
}
