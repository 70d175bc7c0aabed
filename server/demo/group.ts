import { z } from 'zod'
import {
  opennessSchema,
  rhythmSchema,
  slotFormatSchema,
  slotStateSchema,
  weekdaySchema,
} from '#shared/kinds/groupRecord/enums.ts'
import type { GroupRecordHandle } from '#shared/kinds/groupRecord/schema.ts'
import { readFixture } from './files.ts'

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

/** `c.group` (scenarios.md c.1). */
export const groupFixture: GroupFixture = groupFixtureSchema.parse(readFixture('c.group'))

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
