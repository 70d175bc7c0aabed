import type { KindView } from '#client/sheet/kindView.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { noticeBoardDraftSchema } from '#shared/kinds/noticeBoard/schema.ts'
import { NoticeBoardSheet } from './NoticeBoardSheet.tsx'
import { word } from './words.ts'

export const view: KindView<typeof noticeBoardDraftSchema> = {
  Sheet: NoticeBoardSheet,
  title: ({ header }) => header.title,
  state: ({ notices }) => (notices.length === 0 ? '' : word('count', { count: notices.length })),
  readable: ({ notices }) =>
    notices.map(({ id, title, body }) => ({
      title: title || word('untitled'),
      pieces: [{ path: `notices/${id}/body`, label: null, paragraphs: paragraphTexts(body) }],
    })),
}
