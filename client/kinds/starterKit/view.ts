import type { KindView } from '#client/sheet/kindView.ts'
import { progressOf } from '#shared/kinds/starterKit/progress.ts'
import type { starterKitDraftSchema } from '#shared/kinds/starterKit/schema.ts'
import { readableStarterKit } from './readable.ts'
import { StarterKitSheet } from './StarterKitSheet.tsx'
import { word } from './words.ts'

export const view: KindView<typeof starterKitDraftSchema> = {
  Sheet: StarterKitSheet,
  title: ({ header }) => header.title,
  state: ({ items }) => {
    const { done, needed } = progressOf(items)
    return items.length === 0 ? '' : word('state', { done, needed })
  },
  readable: readableStarterKit,
}
