import type { KindView } from '#client/sheet/kindView.ts'
import type { kitItemDraftSchema } from '#shared/kinds/kitItem/schema.ts'
import { itemState } from './headLine.ts'
import { KitItemSheet } from './KitItemSheet.tsx'
import { readableKitItem } from './readable.ts'

export const view: KindView<typeof kitItemDraftSchema> = {
  Sheet: KitItemSheet,
  title: ({ header }) => header.title,
  state: itemState,
  readable: readableKitItem,
}
