import { z } from 'zod'
import { defineKind } from '#shared/document/defineKind.ts'
import { listOf, ownedBy, prose } from '#shared/document/fields.ts'
import { day, text } from '#shared/document/values.ts'
import { noticeBoardSeed } from './seed.ts'

export const noticeSchema = z.object({
  title: text,
  until: day,
  body: prose(),
  /** who comes, each under their own key */
  coming: ownedBy(z.enum(['ja', 'nein'])),
})

export const noticeBoardDraftSchema = z.object({
  header: z.object({ title: text, place: text }),
  notices: listOf(noticeSchema),
})
export type NoticeBoardDraft = z.output<typeof noticeBoardDraftSchema>

/** A board with notices (Aushang). */
export const noticeBoard = defineKind({
  name: 'noticeBoard',
  schemaVersion: 1,
  draft: noticeBoardDraftSchema,
  seed: noticeBoardSeed,
  begin(handle, { title }) {
    handle.record('header').set('title', title)
  },
  card: ({ header, notices }) => ({
    title: header.title,
    date: null,
    start: null,
    place: header.place || null,
    outline: notices.map(notice => notice.title),
  }),
})
