import type { Membership } from '#server/access/spaces.ts'
import type { Member } from '#shared/api/contract.ts'

/** A member as other members see them: without the author id. */
export const memberView = ({ personId, displayName, label, role }: Membership): Member => ({
  personId,
  displayName,
  label,
  role,
})
