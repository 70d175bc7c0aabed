import { describe, expect, it } from 'vitest'
import { deadlineFor, fundingCheck, fundingRuleSchema, type GroupState, wholeMonths } from './funding.ts'
import { fundingRules } from './fundingRules.ts'

const rule = fundingRuleSchema.parse(fundingRules[0])
/** A group that nothing is missing of. */
const fine: GroupState = {
  foundedOn: '2026-05-04',
  members: 7,
  openness: 'offen',
  foundingMeetingMinuted: true,
  publiclyAnnounced: true,
  ownAccount: true,
  professionalLead: false,
}
const on = '2026-08-04'
const missing = (group: Partial<GroupState>, of = rule) => fundingCheck(of, { ...fine, ...group }, on).missing

describe('fundingCheck, domain.md 3.5', () => {
  it('nothing is missing where all is well', () => {
    expect(fundingCheck(rule, fine, on)).toEqual({ eligible: true, missing: [], deadline: '2026-08-31' })
  })

  it.each<[string, Partial<GroupState>, object]>([
    ['one too few', { members: 5 }, { condition: 'minMembers', have: 5, need: 6 }],
    ['closed', { openness: 'geschlossen' }, { condition: 'openToNew' }],
    ['not minuted', { foundingMeetingMinuted: false }, { condition: 'foundingMinutes' }],
    ['not announced', { publiclyAnnounced: false }, { condition: 'publiclyAnnounced' }],
    ['no account', { ownAccount: false }, { condition: 'ownAccount' }],
    ['professional lead', { professionalLead: true }, { condition: 'noProfessionalLead' }],
    ['too young', { foundedOn: '2026-05-05' }, { condition: 'minMonths', have: 2, need: 3 }],
  ])('misses: %s', (_, group, expected) => {
    expect(missing(group)).toEqual([expected])
  })

  it('takes exactly enough members, and an open group with a talk before', () => {
    expect(missing({ members: 6, openness: 'offen_mit_vorgespraech' })).toEqual([])
  })

  it('[F1] asks nothing that the rule does not set', () => {
    const lax = {
      ...rule,
      minMembers: 0,
      openToNew: false,
      foundingMinutes: false,
      publiclyAnnounced: false,
      ownAccount: false,
      noProfessionalLead: false,
      minMonths: 0,
    }
    const unknown = Object.fromEntries(Object.keys(fine).map(key => [key, null]))
    expect(missing(unknown, lax)).toEqual([])
  })

  it('[F2] [F3] what nobody has said is missing, in the order of the rule', () => {
    const unknown = Object.fromEntries(Object.keys(fine).map(key => [key, null]))
    expect(missing(unknown).map(({ condition }) => condition)).toEqual([
      'minMembers',
      'openToNew',
      'foundingMinutes',
      'publiclyAnnounced',
      'ownAccount',
      'noProfessionalLead',
      'minMonths',
    ])
  })

  it.each([
    ['2026-05-04', '2026-05-04', 0],
    ['2026-05-04', '2026-06-03', 0],
    ['2026-05-04', '2026-06-04', 1],
    ['2026-05-04', '2027-05-04', 12],
    ['2025-11-30', '2026-02-28', 3],
    ['2025-11-30', '2026-02-27', 2],
    ['2027-11-30', '2028-02-28', 2],
    ['2026-05-04', '2026-04-01', 0],
  ])('[F4] from %s to %s are %i months', (from, to, count) => {
    expect(wholeMonths(from, to)).toBe(count)
  })

  it.each<[string, string | null, string, string | null]>([
    ['before the regular day everybody has that one', '2026-01-10', '2026-03-31', '2026-03-31'],
    ['after it a new group has the later one', '2026-01-10', '2026-04-01', '2026-08-31'],
    ['an older group has none any more', '2025-12-31', '2026-04-01', null],
    ['nobody has said when it was founded', null, '2026-04-01', null],
    ['past the later one', '2026-01-10', '2026-09-01', null],
  ])('[F5] %s', (_, foundedOn, day, deadline) => {
    expect(deadlineFor(rule, foundedOn, day)).toBe(deadline)
  })

  it('[F5] a Land without a day for new groups', () => {
    expect(deadlineFor({ ...rule, deadlineNewGroups: null }, '2026-05-04', on)).toBeNull()
  })

  it('a rule is data that is checked', () => {
    expect(fundingRuleSchema.safeParse({ ...rule, deadlineRegular: '31.03.' }).success).toBe(false)
    expect(fundingRules.every(one => fundingRuleSchema.safeParse(one).success)).toBe(true)
    expect(new Set(fundingRules.map(({ id }) => id)).size).toBe(fundingRules.length)
  })
})
