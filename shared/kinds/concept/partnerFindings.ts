import { type ConceptFinding, found } from './finding.ts'
import type { ConceptDraft } from './schema.ts'

/** K21, K22: content and money stay with the group, and what is promised in writing lies in the attachments. */
export function partnerFindings({ partners, partnership }: ConceptDraft): ConceptFinding[] {
  const isOpen = partners.length > 0 && partnership.independence === ''
  return [
    ...(isOpen ? [found('K21', 'warn', ['partnership', 'independence'], 'independenceMissing')] : []),
    ...partners
      .filter(({ commitment, letterAttached }) => commitment === 'schriftlich' && !letterAttached)
      .map(({ id }) => found('K22', 'hint', ['partners', id, 'letterAttached'], 'letterMissing')),
  ]
}
