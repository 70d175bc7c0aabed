import type { Finding as AnyFinding } from '#shared/document/finding.ts'

/** What the rules of domain.md 2.4 can say; each has a sentence in the words of the kind. */
export type FindingDetail =
  // V01
  | 'moreVotesThanEligible'
  | 'notAllVoted'
  | 'proposalAboveEligible'
  // V02
  | 'attendanceChanged'
  // V03
  | 'notQuorateAtVote'
  | 'notQuorateNow'
  // V04
  | 'resultNotFollowing'
  | 'electedNotFollowing'
  // V05
  | 'wordsInsteadOfNumbers'
  // V06
  | 'decisionMissing'
  // V07
  | 'decidedNotInvited'
  // V08
  | 'whoMissing'
  | 'dueMissing'
  | 'dueBeforeMeeting'
  | 'carriedOverdue'
  // V09
  | 'endNotAfterStart'
  | 'intervalBackwards'
  | 'intervalOutsideMeeting'
  | 'intervalsOverlap'
  | 'samePersonTwice'
  // V10
  | 'chairMissing'
  | 'chairAbsent'
  | 'minuteTakerMissing'
  | 'minuteTakerAbsent'
  | 'chairIsMinuteTaker'
  // V11
  | 'protectedNameInText'
  // V12
  | 'rowInCountsOnly'
  | 'participantInVisit'
  | 'nameInCountsOnly'
  // V13
  | 'ownHomeGroup'
  | 'forwardedWithoutConsent'
  // V14
  | 'registerTwice'
  | 'registerGap'
  | 'registerMissing'
  // V15
  | 'frozenTwice'
  | 'editedAfterFreezing'
  // V16
  | 'signatureBroken'
  // V17
  | 'approvalNotLater'
  | 'objectionOpen'
  // V18
  | 'healthWordNearName'
  // V19
  | 'proposalsDiffer'
  // V20
  | 'remoteAccessMissing'

/** The rules by number (domain.md 2.4). */
export type RuleId = `V${'0' | '1'}${'0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'}` | 'V20'

/** What a rule of domain.md 2.4 has found. */
export interface Finding extends AnyFinding<FindingDetail> {
  rule: RuleId
}
