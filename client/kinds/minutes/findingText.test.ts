import { describe, expect, it } from 'vitest'
import { de } from '#client/i18n/de.ts'
import { en } from '#client/i18n/en.ts'
import type { Finding } from '#shared/document/finding.ts'
import type { FindingDetail } from '#shared/kinds/minutes/finding.ts'
import { findingText } from './findingText.ts'
import { de as words } from './words.de.ts'
import { en as englishWords } from './words.en.ts'

/** Every code; a missing one is a type error. */
const codes: Readonly<Record<FindingDetail, true>> = {
  moreVotesThanEligible: true,
  notAllVoted: true,
  proposalAboveEligible: true,
  attendanceChanged: true,
  notQuorateAtVote: true,
  notQuorateNow: true,
  resultNotFollowing: true,
  electedNotFollowing: true,
  wordsInsteadOfNumbers: true,
  decisionMissing: true,
  decidedNotInvited: true,
  whoMissing: true,
  dueMissing: true,
  dueBeforeMeeting: true,
  carriedOverdue: true,
  endNotAfterStart: true,
  intervalBackwards: true,
  intervalOutsideMeeting: true,
  intervalsOverlap: true,
  samePersonTwice: true,
  chairMissing: true,
  chairAbsent: true,
  minuteTakerMissing: true,
  minuteTakerAbsent: true,
  chairIsMinuteTaker: true,
  protectedNameInText: true,
  rowInCountsOnly: true,
  participantInVisit: true,
  nameInCountsOnly: true,
  ownHomeGroup: true,
  forwardedWithoutConsent: true,
  registerTwice: true,
  registerGap: true,
  registerMissing: true,
  frozenTwice: true,
  editedAfterFreezing: true,
  signatureBroken: true,
  approvalNotLater: true,
  objectionOpen: true,
  healthWordNearName: true,
  proposalsDiffer: true,
  remoteAccessMissing: true,
}
const details = Object.keys(codes)

const nameOf = (id: string) => (id === 'u.ma' ? 'Marlies Achterberg' : id)
const say = (detail: string, fields: Finding['fields']) =>
  findingText({ rule: 'V08', level: 'warn', path: [], detail, fields }, nameOf)

describe('findings in words', () => {
  it.each(details)('%s has a sentence in both languages', detail => {
    const key = `findings.${detail}`
    const german = { ...de, ...words }
    const english = { ...en, ...englishWords }
    expect(key in german && key in english).toBe(true)
    expect(say(detail, {})).not.toBe(detail)
  })
  it('names people by their display name, days written out', () => {
    expect(say('chairAbsent', { person: 'u.ma' })).toContain('Marlies Achterberg leitet')
    expect(say('samePersonTwice', { other: 'u.ma' })).toContain('Marlies Achterberg steht schon')
    expect(say('dueBeforeMeeting', { due: '2026-03-13', date: '2026-03-14' })).toContain('14.\u00a0März 2026')
    expect(say('intervalOutsideMeeting', { from: '09:59' })).toContain('09:59–…')
  })
  it('names what stands in the text as it stands there', () => {
    expect(say('protectedNameInText', { person: 'u.ma', name: 'Marlies' })).toContain(
      '„Marlies“ steht im Text',
    )
    expect(say('healthWordNearName', { name: 'Bernd', word: 'rückfällig' })).toBe(
      '„rückfällig“ steht neben „Bernd“. Gehört das ins Protokoll?',
    )
  })
})
