import type { Member } from '#shared/api/contract.ts'

/** The function by which the space knows a member; a label that names a group („Gruppe Ufer …“) is none. */
export function memberFunction(members: readonly Member[], personId: string): string | undefined {
  const label = members.find(member => member.personId === personId)?.label.trim() ?? ''
  return label === '' || /^Gruppe\b/u.test(label) ? undefined : label
}
