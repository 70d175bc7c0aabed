import * as Y from 'yjs'
import { z } from 'zod'
import { readFixture } from '#server/demo/files.ts'
import {
  type GroupRecordDraft,
  type GroupRecordHandle,
  groupRecord,
  type Slot,
  type slotSchema,
} from '#shared/kinds/groupRecord/schema.ts'

export type SlotInput = Partial<z.input<typeof slotSchema>>

/** `b.variants` (scenarios.md b.2). */
export const variantFixtures: Record<string, string>[] = z
  .object({ variants: z.array(z.record(z.string(), z.string())) })
  .parse(readFixture('b.variants')).variants

export function emptyGroupRecord(): { readonly doc: Y.Doc; readonly handle: GroupRecordHandle } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, groupRecord.seed)
  return { doc, handle: groupRecord.open(doc) }
}

/** A slot of a record in the form of the fixture. */
export function slotAsFixture({ weekday, from, to, rhythm, format, state, place }: Slot): object {
  const city = [place.zip, place.city].filter(part => part !== '').join(' ')
  const line = [place.name, place.street, city].filter(part => part !== '').join(', ')
  return { weekday, from, to, every: rhythm, format, ...(line !== '' && { place: line }), state }
}

/** What a record says of its state, in the form of the fixture. */
export function stateAsFixture({ group, funding }: GroupRecordDraft): object {
  const { foundingMeetingMinuted, publiclyAnnounced, ownAccount, professionalLead } = funding
  const { activeMembers: members, openness } = group
  return { members, openness, foundingMeetingMinuted, publiclyAnnounced, ownAccount, professionalLead }
}
