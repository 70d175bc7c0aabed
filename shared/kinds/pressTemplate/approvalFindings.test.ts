import { describe, expect, it } from 'vitest'
import { approvalFindings } from './approvalFindings.ts'
import { type PressRecord, pressRecordSchema } from './record.ts'

const given = (person: string, contentHash = 'now') => ({ person, contentHash, at: 1 })
/** Scenario (b): Hanne has written it, Theodora and Matthis approve, Bernd consents for the group. */
const passing: PressRecord = {
  authors: ['u.hp'],
  approvals: [given('u.tl'), given('u.mg')],
  groupConsents: [given('u.bernd')],
}
const details = (changes: Partial<PressRecord>) =>
  approvalFindings(pressRecordSchema.parse({ ...passing, ...changes }), 'now').map(
    ({ rule, detail }) => `${rule} ${detail}`,
  )

describe('[G8] two people approve', () => {
  it('who are not the author', () => expect(details({})).toEqual([]))
  it.each([
    ['nobody', [], ['G8 approverMissing']],
    ['one', [given('u.tl')], ['G8 approverMissing']],
    ['one, twice', [given('u.tl'), given('u.tl')], ['G8 approverMissing']],
    ['the author', [given('u.tl'), given('u.hp')], ['G8 approverIsAuthor', 'G8 approverMissing']],
    ['other words', [given('u.tl', 'then'), given('u.mg')], ['G8 approverMissing', 'G8 approvedOtherWords']],
  ])('not: %s', (_what, approvals, found) => expect(details({ approvals })).toEqual(found))
  it('also where the author approves besides the two, which is told', () =>
    expect(details({ approvals: [...passing.approvals, given('u.hp')] })).toEqual(['G8 approverIsAuthor']))
})

describe('[G9] the group consents', () => {
  it('to these words', () => expect(details({})).toEqual([]))
  it('not yet', () => expect(details({ groupConsents: [] })).toEqual(['G9 groupConsentMissing']))
  it('to other words', () =>
    expect(details({ groupConsents: [given('u.bernd', 'then')] })).toEqual(['G9 groupConsentedOtherWords']))
})
