import type { Finding } from '#shared/kinds/minutes/finding.ts'
import type { RuleInput } from './input.ts'

/** V16: a signature holds for the content that was signed; over another content it is shown as broken. */
export function v16({ record, contentHash }: RuleInput): Finding[] {
  if (contentHash === null) return []
  return record.signatures
    .filter(signature => signature.contentHash !== contentHash)
    .map(({ role, person }) => ({
      rule: 'V16',
      level: 'error',
      path: ['signatures', role],
      detail: 'signatureBroken',
      fields: { person, role },
    }))
}
