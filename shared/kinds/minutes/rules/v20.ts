import type { Finding } from '#shared/kinds/minutes/finding.ts'
import type { RuleInput } from './input.ts'

/** V20: the invitation to a hybrid meeting says how to take part electronically (§ 32 (2) BGB, since 21.03.2023). */
export function v20({ value: { header } }: RuleInput): Finding[] {
  if (header.format !== 'hybrid' || header.remoteAccessOnInvitation) return []
  const path = ['header', 'remoteAccessOnInvitation']
  return [{ rule: 'V20', level: 'warn', path, detail: 'remoteAccessMissing', fields: {} }]
}
