import type { KindView } from '#client/sheet/kindView.ts'
import type { conceptDraftSchema } from '#shared/kinds/concept/schema.ts'
import { ConceptSheet } from './ConceptSheet.tsx'
import { wordFor } from './options.ts'
import { readableConcept } from './readable.ts'
import { word } from './words.ts'

export const view: KindView<typeof conceptDraftSchema> = {
  Sheet: ConceptSheet,
  title: ({ cover }) => cover.title,
  state: ({ cover }) =>
    word('cover.state', { status: wordFor('status', cover.status), version: cover.version }).trim(),
  readable: readableConcept,
}
