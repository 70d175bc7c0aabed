import type { Piece, Section } from '#client/document/readable.ts'
import { plainDay } from '#client/i18n/format.ts'
import { exportable } from '#shared/kinds/groupRecord/exportable.ts'
import type { GroupRecordDraft } from '#shared/kinds/groupRecord/schema.ts'
import { type EnumName, wordFor } from './options.ts'
import { word } from './words.ts'

type Line = readonly [path: string, label: string, words: string | null]

/** A group record as a person reads it from top to bottom. What nobody entered is left out, and so is the online link. */
export function readableGroupRecord(given: GroupRecordDraft): Section[] {
  const { group, contact, slots, affiliation, partners, responsible, funding } = exportable(given)
  const said = (name: EnumName, value: string | null) => (value === null ? null : wordFor(name, value))
  const yes = (value: boolean | null) => (value === null ? null : wordFor('yesNo', value ? 'yes' : 'no'))
  const day = (written: string | null) => (written === null ? null : plainDay(written))
  const count = (written: number | null) => (written === null ? null : String(written))
  return [
    section(word('part.group'), [
      ['group/name', word('group.name'), group.name],
      ['group/shortName', word('group.shortName'), group.shortName],
      ['group/phase', word('group.phase'), said('phase', group.phase)],
      ['group/openness', word('group.openness'), said('openness', group.openness)],
      ['group/admissionNote', word('group.admissionNote'), group.admissionNote],
      ['group/audience', word('group.audience'), said('audience', group.audience)],
      [
        'group/orientation',
        word('group.orientation'),
        group.orientation.map(value => wordFor('orientation', value)).join(', '),
      ],
      [
        'group/developmentStage',
        word('group.developmentStage'),
        said('developmentStage', group.developmentStage),
      ],
      ['group/foundedOn', word('group.foundedOn'), day(group.foundedOn)],
      ['group/firstMeetingOn', word('group.firstMeetingOn'), day(group.firstMeetingOn)],
      ['group/founderCount', word('group.founderCount'), count(group.founderCount)],
      ['group/activeMembers', word('group.activeMembers'), count(group.activeMembers)],
      ['group/partnerGroup', word('group.partnerGroup'), group.partnerGroup],
    ]),
    ...slots.map(({ id, place, ...slot }, index) => {
      const at = `slots/${id}`
      return section(word('slots.of', { number: index + 1 }), [
        [`${at}/state`, word('slot.state'), said('slotState', slot.state)],
        [`${at}/weekday`, word('slot.weekday'), said('weekday', slot.weekday)],
        [`${at}/from`, word('slot.from'), slot.from],
        [`${at}/to`, word('slot.to'), slot.to],
        [`${at}/rhythm`, word('slot.rhythm'), said('rhythm', slot.rhythm)],
        [`${at}/week`, word('slot.week'), said('week', slot.week)],
        [`${at}/ruleText`, word('slot.ruleText'), slot.ruleText],
        [`${at}/format`, word('slot.format'), said('format', slot.format)],
        [`${at}/place/name`, word('slot.place.name'), place.name],
        [`${at}/place/withPreposition`, word('slot.place.withPreposition'), place.withPreposition],
        [`${at}/place/street`, word('slot.place.street'), place.street],
        [`${at}/place/zip`, word('slot.place.zip'), place.zip],
        [`${at}/place/city`, word('slot.place.city'), place.city],
        [`${at}/place/stepFree`, word('slot.place.stepFree'), yes(place.stepFree)],
      ])
    }),
    section(word('part.contact'), [
      ['contact/phone', word('contact.phone'), contact.phone],
      ['contact/email', word('contact.email'), contact.email],
    ]),
    section(word('part.affiliation'), [
      ['affiliation/region', word('affiliation.region'), affiliation.region],
      ['affiliation/stateAssociation', word('affiliation.stateAssociation'), affiliation.stateAssociation],
      ['affiliation/federation', word('affiliation.federation'), affiliation.federation],
    ]),
    ...partners.map(({ id, ...partner }, index) =>
      section(word('partners.of', { number: index + 1 }), [
        [`partners/${id}/name`, word('partner.name'), partner.name],
        [`partners/${id}/partnerKind`, word('partner.partnerKind'), said('partnerKind', partner.partnerKind)],
        [`partners/${id}/contactPerson`, word('partner.contactPerson'), partner.contactPerson],
        [`partners/${id}/phone`, word('partner.phone'), partner.phone],
        [`partners/${id}/commitment`, word('partner.commitment'), said('commitment', partner.commitment)],
      ]),
    ),
    section(word('part.responsible'), [
      ['responsible/name', word('responsible.name'), responsible.name],
      ['responsible/address', word('responsible.address'), responsible.address],
    ]),
    section(word('part.funding'), [
      ['funding/note', word('funding.note'), funding.note],
      [
        'funding/foundingMeetingMinuted',
        word('funding.foundingMeetingMinuted'),
        yes(funding.foundingMeetingMinuted),
      ],
      ['funding/publiclyAnnounced', word('funding.publiclyAnnounced'), yes(funding.publiclyAnnounced)],
      ['funding/ownAccount', word('funding.ownAccount'), yes(funding.ownAccount)],
      ['funding/professionalLead', word('funding.professionalLead'), yes(funding.professionalLead)],
    ]),
  ].filter(({ pieces }) => pieces.length > 0)
}

const section = (title: string, lines: readonly Line[]): Section => ({
  title,
  pieces: lines.flatMap(([path, label, words]): Piece[] =>
    words ? [{ path, label, paragraphs: [words] }] : [],
  ),
})
