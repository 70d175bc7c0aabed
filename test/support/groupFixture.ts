import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { z } from 'zod'
import {
  opennessSchema,
  rhythmSchema,
  slotFormatSchema,
  slotStateSchema,
  weekdaySchema,
} from '#shared/kinds/groupRecord/enums.ts'
import type {
  GroupRecordDraft,
  GroupRecordHandle,
  Slot,
  slotSchema,
} from '#shared/kinds/groupRecord/schema.ts'
import { groupRecord } from '#shared/kinds/groupRecord/schema.ts'

export type SlotInput = Partial<z.input<typeof slotSchema>>

const slotFixture = z.object({
  weekday: weekdaySchema.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  every: rhythmSchema,
  format: slotFormatSchema,
  place: z.string().optional(),
  state: slotStateSchema,
})
const stateFixture = z.object({
  on: z.iso.date(),
  members: z.int(),
  openness: opennessSchema,
  foundingMeetingMinuted: z.boolean(),
  publiclyAnnounced: z.boolean(),
  ownAccount: z.boolean(),
  professionalLead: z.boolean(),
})
const groupFixtureSchema = z.object({
  states: z.array(stateFixture),
  meetingSlots: z.array(slotFixture),
  mergeFields: z.record(z.string(), z.string()),
})
export type GroupFixture = z.infer<typeof groupFixtureSchema>

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'))

/** `c.group` (scenarios.md c.1). */
export const groupFixture: GroupFixture = groupFixtureSchema.parse(read('c.group'))
/** `b.variants` (scenarios.md b.2). */
export const variantFixtures: Record<string, string>[] = z
  .object({ variants: z.array(z.record(z.string(), z.string())) })
  .parse(read('b.variants')).variants

export function emptyGroupRecord(): { readonly doc: Y.Doc; readonly handle: GroupRecordHandle } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, groupRecord.seed)
  return { doc, handle: groupRecord.open(doc) }
}

/** Enters `c.group` as people would who found the group, in its state on one of the fixture's days. */
export function enterGroup(handle: GroupRecordHandle, state: GroupFixture['states'][number]): void {
  const fields = groupFixture.mergeFields
  const fact = (name: string): string => fields[name] ?? ''
  handle.transact(() => {
    handle.record('group').assign({
      name: fact('gruppe.name'),
      openness: state.openness,
      activeMembers: state.members,
      foundedOn: groupFixture.states[0]?.on ?? null,
      founderCount: groupFixture.states[0]?.members ?? null,
    })
    handle.record('contact').set('phone', fact('gruppe.kontakt.telefon'))
    handle.record('affiliation').set('region', fact('region.name'))
    handle.list('partners').add('kontaktstelle', {
      name: fact('partner.kontaktstelle.name'),
      partnerKind: 'selbsthilfekontaktstelle',
      commitment: 'zugesagt',
    })
    const { foundingMeetingMinuted, publiclyAnnounced, ownAccount, professionalLead } = state
    handle
      .record('funding')
      .assign({ foundingMeetingMinuted, publiclyAnnounced, ownAccount, professionalLead })
    groupFixture.meetingSlots.forEach(({ every, place, ...slot }, index) => {
      const entry = handle.list('slots').add(`slot${index + 1}`, { ...slot, rhythm: every })
      if (place === undefined) return
      entry.record('place').assign({ ...placeOf(place), withPreposition: fact('gruppe.ort.mitPraeposition') })
    })
  })
}

/** „Haus am Anger, Raum 1, Am Anger 3, 00456 Hohenlichtern“ in its parts. */
function placeOf(line: string): { name: string; street: string; zip: string; city: string } {
  const parts = line.split(', ')
  const [zip = '', ...city] = (parts.pop() ?? '').split(' ')
  const street = parts.pop() ?? ''
  return { name: parts.join(', '), street, zip, city: city.join(' ') }
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
