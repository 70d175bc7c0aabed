import type { Finding } from '#shared/document/finding.ts'
import type { PressRecord } from './record.ts'

export type ApprovalDetail =
  | 'approverMissing'
  | 'approverIsAuthor'
  | 'approvedOtherWords'
  | 'groupConsentMissing'
  | 'groupConsentedOtherWords'

/** How many people approve a release (domain.md 4.4 G8). */
export const approversNeeded = 2

/**
 * The gates that a draft cannot say by itself: G8, two different people approve and neither has written it; G9, the
 * group consents. What was given for other words does not count. `contentHash` is that of the words as they are now.
 */
export function approvalFindings(
  { authors, approvals, groupConsents }: PressRecord,
  contentHash: string,
): Finding<ApprovalDetail>[] {
  const found: Finding<ApprovalDetail>[] = []
  const add = (rule: 'G8' | 'G9', detail: ApprovalDetail, fields: Finding['fields'] = {}) =>
    found.push({ rule, level: 'error', path: ['header', 'form'], detail, fields })

  const ofTheseWords = approvals.filter(approval => approval.contentHash === contentHash)
  const own = new Set(ofTheseWords.map(({ person }) => person).filter(person => authors.includes(person)))
  for (const person of own) add('G8', 'approverIsAuthor', { person })
  const counted = new Set(ofTheseWords.map(({ person }) => person).filter(person => !own.has(person)))
  if (counted.size < approversNeeded) {
    add('G8', 'approverMissing', { have: counted.size, need: approversNeeded })
    if (approvals.length > ofTheseWords.length) add('G8', 'approvedOtherWords')
  }
  if (!groupConsents.some(consent => consent.contentHash === contentHash)) {
    add('G9', groupConsents.length > 0 ? 'groupConsentedOtherWords' : 'groupConsentMissing')
  }
  return found
}
